import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { desk, drafted, member, memberHome, opened, stranger, treasurer } from './story'

const world = useWorld()
const name = 'projects.setExemption' satisfies CapabilityName

test('one household is freed and the others bear what they bore; it can be taken back; twice is once', async () => {
  const projectId = await opened(world)
  const householdId = await memberHome(world)
  const others = () =>
    world
      .documents('buildingShares')
      .flatMap(({ shares }) => shares)
      .filter((one) => one.householdId !== householdId)
      .map((one) => one.plannedFen)
  const before = others()
  const input = { projectId, householdId, reason: '低保户' }
  const share = await expectOnce(world, treasurer, name, input, { ...input, reason: '别的' })
  expect(share).toMatchObject({ exemptFor: '低保户', dueFen: 0, balanceFen: 0 })
  expect(others()).toEqual(before)
  const { sums } = await world.ask(treasurer, 'projects.getFunding', { projectId })
  expect([sums.plannedFen, sums.exemptFen]).toEqual([50_000_000, share.plannedFen])
  const back = await world.ask(treasurer, name, { projectId, householdId, reason: null })
  expect(back.dueFen).toBe(share.plannedFen)
})

test('OWN_SHARE for the treasurer’s own home, FUNDING_NOT_OPEN for a draft', async () => {
  const projectId = await opened(world)
  const householdId = 'household-2-1-2-301'
  await world.runtime.store.persons.updateWhere({ _id: treasurer }, { householdId })
  await expectRefused(world, 'OWN_SHARE', treasurer, name, { projectId, householdId, reason: '困难' })
  const draft = await drafted(world)
  await expectRefused(world, 'FUNDING_NOT_OPEN', treasurer, name, { projectId: draft, householdId, reason: '困难' })
})

test('NOT_FOUND for a home that bears nothing, and to everybody but the treasurer', async () => {
  const projectId = await opened(world)
  const householdId = await memberHome(world)
  await expectRefused(world, 'NOT_FOUND', treasurer, name, {
    projectId,
    householdId: 'household-1-1-1-101',
    reason: '困难',
  })
  for (const persona of [desk, member, stranger])
    await expectAbsent(world, persona, name, projectId, (one) => ({ projectId: one, householdId, reason: '困难' }))
})
