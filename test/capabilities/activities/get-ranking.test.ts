import type { CapabilityName, ContractOf } from '@/shared/contracts'
import type { InputOf } from '@/shared/kernel/capability'
import { foldRankings } from '@cloud/jobs/fold-rankings'
import { expectRefused, useWorld } from '../world'
import { serve } from './certificates'
import { desk, neighbour, volunteer } from './shared'

const world = useWorld()
const name = 'activities.getRanking' satisfies CapabilityName
const fold = () => foldRankings({ store: world.runtime.store, files: world.runtime.files, now: world.clock.now })
const list = (persona: string, shows: 'masked' | 'name' = 'masked') =>
  world.ask(persona, 'activities.setRanking', { isListed: true, shows, isAdult: true })
const read = (persona: string, input: InputOf<ContractOf<typeof name>> = {}) => world.ask(persona, name, input)
const nameOf = (id: string) => world.documents('persons').find(({ _id }) => _id === id)!.name

test('nobody is on it who did not say so, however much they served; everybody reads their own place', async () => {
  await serve(world)
  await fold()
  expect((await read(neighbour)).rows).toEqual([])
  expect((await read(volunteer)).mine).toEqual({
    isListed: false,
    shows: 'masked',
    since: null,
    minutes: 120,
    halfPoints: 4,
    place: 1,
    isBeyond: false,
  })
  expect((await read(neighbour)).mine).toMatchObject({ minutes: 0, place: null })
  expect(world.documents('rankings')).toEqual([])
})

test('whoever said so is on it at once, under part of the name or the whole, and nothing else of them is told', async () => {
  await serve(world)
  await serve(
    world,
    { theme: 'litter', rule: { weekdays: [4], times: ['09:00'], minutes: 60, from: '2026-11-26', to: '2026-11-26' } },
    neighbour,
  )
  await list(volunteer)
  await list(neighbour, 'name')
  const { rows, mine } = await read(volunteer)
  expect(rows).toEqual([
    { place: 1, shownAs: expect.stringMatching(/^.\*+.?$/), minutes: 120, halfPoints: 4, isMine: true },
    { place: 2, shownAs: nameOf(neighbour), minutes: 60, halfPoints: 2, isMine: false },
  ])
  expect(mine).toMatchObject({ isListed: true, place: 1 })
  const text = JSON.stringify(await read(desk))
  for (const secret of [volunteer, neighbour, nameOf(volunteer)]) expect(text).not.toContain(secret)
})

test('this month, the last one and the year, by hours and by points', async () => {
  await serve(world)
  const [one] = world.documents('participations')
  world.cloud.insertDocuments('participations', [
    {
      ...one!,
      _id: 'participation-1',
      startsAt: '2026-10-31T15:00:00.000Z',
      counted: 90,
      awarded: { person: 3, family: 9 },
    },
    { ...one!, _id: 'participation-2', startsAt: '2026-02-01T01:00:00.000Z', counted: 30, awarded: null },
    { ...one!, _id: 'participation-3', startsAt: '2025-12-31T15:59:00.000Z', counted: 500 },
  ])
  await list(volunteer)
  const of = async (period: 'month' | 'lastMonth' | 'year') => {
    const { rows, mine } = await read(volunteer, { period })
    expect([mine.minutes, mine.halfPoints]).toEqual([rows[0]!.minutes, rows[0]!.halfPoints])
    return [rows[0]!.minutes, rows[0]!.halfPoints]
  }
  expect(await of('month')).toEqual([120, 4])
  expect(await of('lastMonth')).toEqual([90, 3])
  expect(await of('year')).toEqual([240, 7])
})

test('points taken back are no longer earned, given again they are; the hours stand', async () => {
  await serve(world)
  await list(volunteer)
  const earned = async () => {
    await fold()
    const { rows, mine } = await read(volunteer)
    expect(rows).toMatchObject([{ minutes: mine.minutes, halfPoints: mine.halfPoints }])
    return [mine.minutes, mine.halfPoints]
  }
  expect(await earned()).toEqual([120, 4])
  const { entries } = await world.ask(desk, 'lovebank.listMemberStatement', { kind: 'person', ownerId: volunteer })
  const { id } = entries[0]!
  await world.ask(desk, 'lovebank.reverseTransfer', { id, reason: '登记错了人' })
  expect(await earned()).toEqual([120, 0])
  await world.ask(desk, 'lovebank.reverseTransfer', { id: `reverse:${id}`, reason: '没有登记错' })
  expect(await earned()).toEqual([120, 4])
})

test('equal ones share a place; by points the order may be another', async () => {
  await serve(world)
  await list(volunteer)
  const [row] = world.documents('rankings').filter(({ period }) => period === '2026-11')
  world.cloud.insertDocuments('rankings', [
    { ...row!, _id: 'rank-1', personId: 'p1', shownAs: '甲*', minutes: 120, halfPoints: 9 },
    { ...row!, _id: 'rank-2', personId: 'p2', shownAs: '乙*', minutes: 60, halfPoints: 2 },
    { ...row!, _id: 'rank-3', personId: 'p3', communityId: 'b-lanqiao', shownAs: '丙*', minutes: 999, halfPoints: 999 },
  ])
  const places = async (by: 'hours' | 'points') => (await read(volunteer, { by })).rows.map(({ place }) => place)
  expect(await places('hours')).toEqual([1, 1, 3])
  expect((await read(volunteer, { by: 'points' })).rows.map(({ halfPoints }) => halfPoints)).toEqual([9, 4, 2])
  expect((await read(volunteer, { by: 'points' })).mine.place).toBe(2)
  expect(JSON.stringify(await read(volunteer))).not.toContain('丙')
})

test('twenty are shown, places are counted to a thousand, and it costs the same with ten and with three thousand', async () => {
  await serve(world)
  await list(volunteer)
  const cost = async () => {
    world.countRequests()
    const answer = await read(volunteer)
    return { answer, requests: world.countRequests() }
  }
  const few = await cost()
  const [row] = world.documents('rankings').filter(({ period }) => period === '2026-11')
  world.cloud.insertDocuments(
    'rankings',
    Array.from({ length: 3000 }, (_, at) => ({ ...row!, _id: `rank-${at}`, personId: `p${at}`, minutes: 200 + at })),
  )
  const many = await cost()
  expect(many.requests).toBe(few.requests)
  expect(many.answer.rows).toHaveLength(20)
  expect(many.answer.mine).toMatchObject({ place: 1001, isBeyond: true })
})

test('INVALID_INPUT for another period or measure; FORBIDDEN to a newcomer', async () => {
  for (const wrong of [{ period: 'week' }, { by: 'money' }])
    await expectRefused(world, 'INVALID_INPUT', volunteer, name, wrong)
  await expectRefused(world, 'FORBIDDEN', 'newcomer-1', name, {})
})
