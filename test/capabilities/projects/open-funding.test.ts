import { deliverAnnouncements } from '@cloud/jobs/deliver-announcements'
import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { budgeted, desk, drafted, member, memberHome, move, opened, pay, photo, stranger, treasurer } from './story'

const world = useWorld()
const name = 'projects.openFunding' satisfies CapabilityName

test('payment begins, and every member of a household is told of their own share and no sum of anybody’s; twice is once', async () => {
  await memberHome(world)
  const [projectId, other] = [await drafted(world), await drafted(world)]
  const view = await expectOnce(world, treasurer, name, { projectId }, { projectId: other })
  expect(view).toMatchObject({ state: 'open', openedAt: '2026-11-25T01:00:00.000Z' })
  const { store, files } = world.runtime
  await deliverAnnouncements({ store, files, now: world.clock.now })
  const told = world.documents('notices').filter(({ subject }) => subject.kind === 'share')
  expect(told.map(({ recipientId }) => recipientId)).toContain(member)
  expect(told.map(({ recipientId }) => recipientId)).not.toContain(stranger)
  expect(told.every(({ text }) => !/\d/.test(text))).toBe(true)
  await expectRefused(world, 'FUNDING_ALREADY_OPEN', treasurer, name, { projectId })
})

test('SHARES_DO_NOT_SUM while amounts by hand are missing, AREA_UNFIT while an area is', async () => {
  const byHand = await drafted(world, { rule: 'manual' })
  await expectRefused(world, 'SHARES_DO_NOT_SUM', treasurer, name, { projectId: byHand })
  await world.runtime.store.households.updateWhere({ _id: 'household-2-1-1-101' }, { areaSquareMeters: 0 })
  const byArea = await drafted(world)
  await expectRefused(world, 'AREA_UNFIT', treasurer, name, { projectId: byArea })
})

test('FUNDING_NOT_AS_BUDGETED while the budget plans another sum of the households, which then stays: BUDGET_COLLECTED', async () => {
  const projectId = await drafted(world)
  await budgeted(world, projectId, 30_000_000)
  await expectRefused(world, 'FUNDING_NOT_AS_BUDGETED', treasurer, name, { projectId })
  await budgeted(world, projectId)
  await world.ask(treasurer, name, { projectId })
  const lines = [{ name: '管道', source: 'selfFunding', plannedFen: 50_000_001, finalFen: null }]
  await expectRefused(world, 'BUDGET_COLLECTED', desk, 'projects.setBudget', { id: projectId, lines })
})

test('of opening and another budget at once never both', async () => {
  const projectId = await drafted(world)
  const lines = [{ name: '管道', source: 'selfFunding', plannedFen: 30_000_000, finalFen: null }]
  const answers = await Promise.all([
    world.refusalOf(treasurer, name, { projectId }),
    world.refusalOf(desk, 'projects.setBudget', { id: projectId, lines }),
  ])
  expect([
    ['ok', 'BUDGET_COLLECTED'],
    ['FUNDING_NOT_AS_BUDGETED', 'ok'],
  ]).toContainEqual(answers)
})

test('FUNDING_TOO_LATE: what is not done after all takes no money any more, and what was paid may still go back', async () => {
  const draft = await drafted(world)
  await move(world, draft, 'decline')
  await expectRefused(world, 'FUNDING_TOO_LATE', treasurer, name, { projectId: draft })
  const projectId = await opened(world)
  const householdId = 'household-2-1-1-101'
  await pay(world, projectId, householdId)
  await move(world, projectId, 'decline')
  await expectRefused(world, 'FUNDING_TOO_LATE', treasurer, 'projects.remindShares', { projectId })
  const slip = { projectId, householdId, fen: 100_000, paidOn: '2026-11-25', slipNumber: 'late 1' } as const
  const paid = { ...slip, kind: 'paid', fileId: await photo(world) }
  await expectRefused(world, 'FUNDING_TOO_LATE', treasurer, 'projects.recordPayment', paid)
  const back = {
    ...slip,
    kind: 'refunded',
    slipNumber: 'back 1',
    reason: '不做了',
    fileId: await photo(world),
  } as const
  expect(await world.ask(treasurer, 'projects.recordPayment', back)).toMatchObject({ refundedFen: 100_000 })
})

test('NOT_FOUND to everybody but the treasurer, the desk included', async () => {
  const projectId = await drafted(world)
  for (const persona of [desk, stranger])
    await expectAbsent(world, persona, name, projectId, (one) => ({ projectId: one }))
})
