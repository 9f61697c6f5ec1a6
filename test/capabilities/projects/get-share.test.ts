import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectRefused, useWorld } from '../world'
import { desk, drafted, member, memberHome, opened, pay, stranger, treasurer } from './story'

const world = useWorld()
const name = 'projects.getShare' satisfies CapabilityName

test('the treasurer reads the statement of one household, word for word as it reads it itself, and nothing of another', async () => {
  const projectId = await opened(world)
  const householdId = await memberHome(world)
  await pay(world, projectId, householdId, 100_000)
  await pay(world, projectId, 'household-2-2-1-101', 999_900)
  const statement = await world.ask(treasurer, name, { projectId, householdId })
  const { payments, ...read } = statement
  const { payments: own, ...readBySelf } = await world.ask(member, 'projects.getMyShare', { projectId })
  expect(read).toEqual(readBySelf)
  expect(payments.map(({ slipNumber, fen }) => [slipNumber, fen])).toEqual(
    own.map(({ slipNumber, fen }) => [slipNumber, fen]),
  )
  expect(statement).toMatchObject({ building: '房石小区1号楼', share: { householdId, label: '1单元201' } })
  expect(JSON.stringify(statement)).not.toContain('999900')
})

test('a draft is read too, so that a share can be shown before anybody pays', async () => {
  const projectId = await drafted(world)
  const { share, standing, payments } = await world.ask(treasurer, name, {
    projectId,
    householdId: 'household-2-1-1-101',
  })
  expect([share.dueFen > 0, standing, payments]).toEqual([true, 'due', []])
})

test('NOT_FOUND for a home that bears nothing, and to everybody but the treasurer: desk, members, strangers', async () => {
  const projectId = await opened(world)
  const householdId = await memberHome(world)
  await expectRefused(world, 'NOT_FOUND', treasurer, name, { projectId, householdId: 'household-1-1-1-101' })
  for (const persona of [desk, 'administrator-1', member, stranger])
    await expectAbsent(world, persona, name, projectId, (one) => ({ projectId: one, householdId }))
})
