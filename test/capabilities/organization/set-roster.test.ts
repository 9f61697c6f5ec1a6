import type { CapabilityName } from '@/shared/contracts'
import { expectOnce, expectRefused, seenAtOf, useWorld } from '../world'

const world = useWorld()
const name = 'organization.setRoster' satisfies CapabilityName
const desk = 'community-worker-1'
const day = '2026-12-01'
/** A plan made by somebody who has just looked. */
const seen = <T extends { day: string }>(input: T) => ({ ...input, seenAt: seenAtOf(world, input.day) })
const rosterOf = (ofDay: string) => world.documents('rosterDays').find((one) => one.day === ofDay)

test('a day is planned, planned anew and cleared, and planning again is the way back', async () => {
  const before = rosterOf(day)!
  expect(await world.ask(desk, name, seen({ day, personIds: ['worker-grid-6', 'branch-secretary-1'] }))).toEqual({
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
  await world.ask('administrator-1', name, seen({ day, personIds: [] }))
  expect(rosterOf(day)).toBeUndefined()
  await world.ask(desk, name, seen({ day, personIds: [] }))
  await world.ask(desk, name, seen({ day, personIds: before.personIds }))
  expect(rosterOf(day)!.personIds).toEqual(before.personIds)
})

test('sent twice is planned once', async () => {
  await expectOnce(
    world,
    desk,
    name,
    seen({ day, personIds: ['worker-grid-6'] }),
    seen({ day, personIds: ['worker-grid-7'] }),
  )
  expect(rosterOf(day)!.personIds).toEqual(['worker-grid-6'])
})

test('of two who plan what both have seen the second is told, and nothing of the first is lost', async () => {
  const stood = seen({ day, personIds: ['worker-grid-6'] })
  world.clock.now += 60_000
  await world.ask(desk, name, stood)
  world.clock.now += 60_000
  await expectRefused(world, 'ROSTER_CHANGED', 'community-worker-2', name, { ...stood, personIds: ['worker-grid-7'] })
  await expectRefused(world, 'ROSTER_CHANGED', 'community-worker-2', name, { ...stood, personIds: [] })
  await expectRefused(world, 'ROSTER_CHANGED', 'community-worker-2', name, { ...stood, seenAt: null })
  expect(rosterOf(day)!.personIds).toEqual(['worker-grid-6'])
  await world.ask('community-worker-2', name, seen({ day, personIds: ['worker-grid-7'] }))
  expect(rosterOf(day)!.personIds).toEqual(['worker-grid-7'])
})

test('two who plan an open day at once: one does, the other is told', async () => {
  const open = '2026-12-03'
  const outcomes = await Promise.all([
    world.refusalOf(desk, name, { day: open, personIds: ['worker-grid-6'], seenAt: null }),
    world.refusalOf('community-worker-2', name, {
      day: open,
      personIds: ['worker-grid-7', 'worker-grid-8'],
      seenAt: null,
    }),
  ])
  expect(outcomes.sort()).toEqual(['ROSTER_CHANGED', 'ok'])
  expect(world.documents('rosterDays').filter((one) => one.day === open)).toHaveLength(1)
})

test('today may be planned', async () => {
  await world.ask(desk, name, seen({ day: '2026-11-25', personIds: ['worker-grid-6'] }))
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
  await expectRefused(world, code, desk, name, seen(input))
})

test('only the desk plans, and only its own community', async () => {
  for (const persona of ['worker-grid-6', 'group-leader-1', 'resident-grid-6', 'newcomer-1', 'building-head-1'])
    await expectRefused(world, 'FORBIDDEN', persona, name, seen({ day, personIds: ['worker-grid-6'] }))
  await expectRefused(world, 'UNAUTHENTICATED', null, name, seen({ day, personIds: [] }))
  const ours = rosterOf(day)
  await world.ask('b-community-worker-1', name, { day, personIds: [], seenAt: null })
  expect(rosterOf(day)).toEqual(ours)
  await world.ask('b-community-worker-1', name, { day, personIds: ['b-worker-grid-1'], seenAt: null })
  expect(world.documents('rosterDays').filter((one) => one.day === day)).toHaveLength(2)
})
