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

test('what the funding keeps of each building is what its shares come to, after every slip, exemption and what is taken out', async () => {
  const projectId = await opened(world)
  const householdId = await memberHome(world)
  const same = async () => {
    const { buildings } = await world.ask(treasurer, name, { projectId })
    const kept = new Map(world.documents('buildingShares').map((one) => [one.buildingId, one]))
    for (const { buildingId, name: _name, households, ...sums } of buildings) {
      const { shares } = kept.get(buildingId)!
      const sum = (of: (share: (typeof shares)[number]) => number) => shares.reduce((all, one) => all + of(one), 0)
      expect({ households, ...sums }).toEqual({
        households: shares.length,
        plannedFen: sum((one) => one.plannedFen),
        exemptFen: sum((one) => (one.exemptFor === null ? 0 : one.plannedFen)),
        paidFen: sum((one) => one.paidFen),
        refundedFen: sum((one) => one.refundedFen),
      })
    }
  }
  await same()
  await pay(world, projectId, householdId, 70_000)
  await pay(world, projectId, 'household-2-2-1-101', 50_000)
  await same()
  const back = { projectId, householdId, kind: 'refunded', fen: 1_000, slipNumber: 'back 1', reason: '多缴' } as const
  await world.ask(treasurer, 'projects.recordPayment', { ...back, paidOn: '2026-11-25' })
  await world.ask(treasurer, 'projects.setExemption', { projectId, householdId, reason: '低保' })
  await same()
  const second = world.documents('payments').find((one) => one.householdId !== householdId)!
  await world.ask(treasurer, 'projects.voidPayment', { id: second._id, reason: '录错了户' })
  await same()
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
