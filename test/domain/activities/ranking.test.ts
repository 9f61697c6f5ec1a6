import {
  chosen,
  periodOf,
  periodsOf,
  placesOf,
  shownName,
  type RankingChoice,
} from '@/shared/domain/activities/ranking'

const now = Date.parse('2026-11-26T03:00:00.000Z')
const who = { _id: 'choice-1', communityId: 'c1', personId: 'p1' }
const on = { isListed: true, shows: 'masked' as const, isAdult: true }

test('nobody is listed who has not said that they are of age; going needs nothing', () => {
  expect(chosen(null, who, { ...on, isAdult: false }, now)).toEqual({ refused: 'ADULTS_ONLY' })
  expect(chosen(null, who, { ...on, isListed: false, isAdult: false }, now)).toMatchObject({
    isListed: false,
    before: [],
  })
})

test('what was said before stays on record, the last twenty answers', () => {
  let choice: RankingChoice | null = null
  for (let at = 0; at < 25; at++) {
    const next = chosen(choice, who, { ...on, isListed: at % 2 === 0 }, now + at)
    if ('refused' in next) throw new Error(next.refused)
    choice = next
  }
  expect(choice).toMatchObject({ isListed: true, at: new Date(now + 24).toISOString() })
  expect(choice!.before).toHaveLength(20)
  expect(choice!.before.at(-1)).toEqual({ isListed: false, shows: 'masked', at: new Date(now + 23).toISOString() })
})

test('months and years are those of the community, over the end of a year too', () => {
  expect(periodOf('month', now)).toEqual({
    key: '2026-11',
    atLeast: '2026-10-31T16:00:00.000Z',
    before: '2026-11-30T16:00:00.000Z',
  })
  const newYear = Date.parse('2026-12-31T16:00:00.000Z')
  expect(periodsOf(newYear)).toEqual([
    { key: '2027-01', atLeast: '2026-12-31T16:00:00.000Z', before: '2027-01-31T16:00:00.000Z' },
    { key: '2026-12', atLeast: '2026-11-30T16:00:00.000Z', before: '2026-12-31T16:00:00.000Z' },
    { key: '2027', atLeast: '2026-12-31T16:00:00.000Z', before: '2027-12-31T16:00:00.000Z' },
  ])
  expect(periodOf('month', newYear - 1).key).toBe('2026-12')
})

test('equal ones share the first of their places, and the next comes after all of them', () => {
  expect(placesOf([9, 7, 7, 7, 3])).toEqual([1, 2, 2, 2, 5])
  expect(placesOf([])).toEqual([])
})

test('a name is covered unless its owner wants it whole', () => {
  expect([shownName('王春霞', 'masked'), shownName('王春霞', 'name'), shownName('王', 'masked')]).toEqual([
    '王*霞',
    '王春霞',
    '*',
  ])
})
