import type { CapabilityName } from '@/shared/contracts'
import { expectOnce, expectRefused, useWorld } from '../world'

const world = useWorld()
const name = 'organization.setRoster' satisfies CapabilityName
const desk = 'community-worker-1'
const day = '2026-12-01'
const rosterOf = (ofDay: string) => world.documents('rosterDays').find((one) => one.day === ofDay)

test('a day is planned, planned anew and cleared, and planning again is the way back', async () => {
  const before = rosterOf(day)!
  expect(await world.ask(desk, name, { day, personIds: ['worker-grid-6', 'branch-secretary-1'] })).toEqual({
    day,
    personIds: ['worker-grid-6', 'branch-secretary-1'],
    changedAt: '2026-11-25T01:00:00.000Z',
  })
  expect(rosterOf(day)).toEqual({
    _id: 'xinsheng:2026-12-01',
    communityId: 'xinsheng',
    day,
    personIds: ['worker-grid-6', 'branch-secretary-1'],
    setBy: desk,
    setAt: '2026-11-25T01:00:00.000Z',
  })
  await world.ask('administrator-1', name, { day, personIds: [] })
  expect(rosterOf(day)).toBeUndefined()
  await world.ask(desk, name, { day, personIds: [] })
  await world.ask(desk, name, { day, personIds: before.personIds })
  expect(rosterOf(day)!.personIds).toEqual(before.personIds)
})

test('sent twice is planned once', async () => {
  await expectOnce(world, desk, name, { day, personIds: ['worker-grid-6'] }, { day, personIds: ['worker-grid-7'] })
  expect(rosterOf(day)!.personIds).toEqual(['worker-grid-6'])
})

test('two who plan the same day at once leave one plan, whole', async () => {
  await Promise.all([
    world.ask(desk, name, { day, personIds: ['worker-grid-6'] }),
    world.ask('community-worker-2', name, { day, personIds: ['worker-grid-7', 'worker-grid-8'] }),
  ])
  expect([1, 2]).toContain(rosterOf(day)!.personIds.length)
  expect(world.documents('rosterDays').filter((one) => one.day === day)).toHaveLength(1)
})

test('today may be planned', async () => {
  await world.ask(desk, name, { day: '2026-11-25', personIds: ['worker-grid-6'] })
  expect(rosterOf('2026-11-25')!.personIds).toEqual(['worker-grid-6'])
})

test.each([
  ['ROSTER_IN_THE_PAST', { day: '2026-11-24', personIds: ['worker-grid-6'] }],
  ['ROSTER_IN_THE_PAST', { day: '2026-11-24', personIds: [] }],
  ['ROSTER_PERSON_UNFIT', { day, personIds: ['worker-grid-6', 'worker-grid-3'] }],
  ['ROSTER_PERSON_UNFIT', { day, personIds: ['resident-grid-6'] }],
  ['ROSTER_PERSON_UNFIT', { day, personIds: ['building-head-1'] }],
  ['ROSTER_PERSON_UNFIT', { day, personIds: ['b-worker-grid-1'] }],
  ['ROSTER_PERSON_UNFIT', { day, personIds: ['nobody-of-this-id'] }],
  ['INVALID_INPUT', { day, personIds: ['worker-grid-1', 'worker-grid-2', 'worker-grid-4', 'worker-grid-5'] }],
  ['INVALID_INPUT', { day, personIds: ['worker-grid-1', 'worker-grid-1'] }],
])('%s: nothing is written', async (code, input) => {
  await expectRefused(world, code, desk, name, input)
})

test('only the desk plans, and only its own community', async () => {
  for (const persona of ['worker-grid-6', 'group-leader-1', 'resident-grid-6', 'newcomer-1', 'building-head-1'])
    await expectRefused(world, 'FORBIDDEN', persona, name, { day, personIds: ['worker-grid-6'] })
  await expectRefused(world, 'UNAUTHENTICATED', null, name, { day, personIds: [] })
  const ours = rosterOf(day)
  await world.ask('b-community-worker-1', name, { day, personIds: [] })
  expect(rosterOf(day)).toEqual(ours)
  await world.ask('b-community-worker-1', name, { day, personIds: ['b-worker-grid-1'] })
  expect(world.documents('rosterDays').filter((one) => one.day === day)).toHaveLength(2)
})
