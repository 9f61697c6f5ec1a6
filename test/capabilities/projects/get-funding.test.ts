import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, useWorld } from '../world'
import { desk, member, memberHome, opened, pay, stranger, treasurer } from './story'

const world = useWorld()
const name = 'projects.getFunding' satisfies CapabilityName

test('the treasurer reads what every building comes to, the rule of the residue, and that slips and shares agree', async () => {
  const projectId = await opened(world)
  const householdId = await memberHome(world)
  await pay(world, projectId, householdId, 40_000)
  await pay(world, projectId, householdId, 60_000)
  const view = await world.ask(treasurer, name, { projectId })
  expect(view).toMatchObject({
    state: 'open',
    totalFen: 50_000_000,
    sums: { paidFen: 100_000, plannedFen: 50_000_000 },
    slips: { count: 2, paidFen: 100_000, refundedFen: 0, isEqual: true },
    residue: expect.stringContaining('余数最大') as string,
  })
  expect(view.buildings.map(({ name: building, paidFen }) => [building, paidFen])).toEqual([
    ['房石小区1号楼', 100_000],
    ['房石小区2号楼', 0],
  ])
})

test('a slip that is missing or too many is seen', async () => {
  const projectId = await opened(world)
  await pay(world, projectId, await memberHome(world), 40_000)
  const [payment] = world.documents('payments')
  await world.runtime.store.payments.updateWhere({ _id: payment!._id }, { fen: 39_999 })
  expect((await world.ask(treasurer, name, { projectId })).slips.isEqual).toBe(false)
})

test('NOT_FOUND to everybody but the treasurer: desk, members, strangers', async () => {
  const projectId = await opened(world)
  await memberHome(world)
  for (const persona of [desk, 'administrator-1', member, stranger])
    await expectAbsent(world, persona, name, projectId, (one) => ({ projectId: one }))
})
