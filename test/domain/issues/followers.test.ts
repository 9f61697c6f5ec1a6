import fc from 'fast-check'
import {
  canJoin,
  followersMax,
  followersOf,
  hasJoined,
  join,
  joinedCountOf,
  joinedThrough,
  leave,
  mergedInto,
  withChild,
  withoutChild,
} from '@/shared/domain/issues/followers'
import type { Issue } from '@/shared/domain/issues/issue'
import { isRefusal } from '@/shared/kernel/decision'
import { followerOf, issueIn, morning, person } from './people'

const someone = (personId: string, householdId?: string) => ({ ...person(personId), householdId })
const open = (changes: Partial<Issue> = {}) => issueIn('handling', { isPublic: true, ...changes })
const joinedBy = (issue: Issue, ...people: ReturnType<typeof someone>[]): Issue =>
  people.reduce((next, one) => {
    const joined = join(next, one, morning)
    if (isRefusal(joined)) throw new Error(JSON.stringify(joined))
    return joined
  }, issue)

describe('joining', () => {
  test('counts a household once, and somebody without one for themself', () => {
    const issue = joinedBy(open(), someone('a', 'h-1'), someone('b', 'h-1'), someone('c', 'h-2'), someone('d'))
    expect(joinedCountOf(issue)).toBe(3)
    expect(followersOf(issue)).toEqual(['a', 'b', 'c', 'd'])
    expect(joinedCountOf(leave(issue, 'a'))).toBe(3)
    expect(joinedCountOf(leave(leave(issue, 'a'), 'b'))).toBe(2)
  })

  test('twice is once', () => {
    const once = joinedBy(open(), someone('a'))
    expect(join(once, someone('a'), morning + 1)).toBe(once)
  })

  test('the household of the reporter is theirs already, whoever of it joins', () => {
    const issue = open({ reporterHouseholdId: 'h-1' })
    expect(joinedCountOf(joinedBy(issue, someone('spouse', 'h-1')))).toBe(0)
  })

  test('their own, what has ended, and one that can remember no more are refused', () => {
    expect(join(open(), someone('reporter'), morning)).toMatchObject({ refused: 'ISSUE_JOIN_OWN' })
    for (const state of ['closed', 'declined', 'merged', 'withdrawn'] as const)
      expect(join(issueIn(state), someone('a'), morning)).toMatchObject({ refused: 'ISSUE_JOIN_ENDED' })
    const full = open({ followers: Array.from({ length: followersMax }, (_, at) => followerOf(`p-${at}`)) })
    expect(join(full, someone('a'), morning)).toMatchObject({ refused: 'ISSUE_JOIN_FULL' })
  })

  test('the button is there exactly where joining would do something to what residents may see', () => {
    expect(canJoin(open(), someone('a'))).toBe(true)
    expect(canJoin(open({ isPublic: false }), someone('a'))).toBe(false)
    expect(canJoin(open(), someone('reporter'))).toBe(false)
    expect(canJoin(joinedBy(open(), someone('a')), someone('a'))).toBe(false)
    expect(canJoin(issueIn('closed', { isPublic: true }), someone('a'))).toBe(false)
  })
})

describe('a merge', () => {
  const child = joinedBy(open({ _id: 'child', reporterId: 'b', reporterHouseholdId: 'h-2' }), someone('c', 'h-3'))

  test('brings the reporter and everybody who followed, and undoing it takes exactly them away again', () => {
    const parent = joinedBy(open(), someone('a', 'h-1'))
    const merged = withChild(parent, child)
    expect(followersOf(merged)).toEqual(['a', 'b', 'c'])
    expect(joinedCountOf(merged)).toBe(3)
    expect(mergedInto(merged)).toEqual(['child'])
    expect(withoutChild(merged, child)).toEqual(parent)
  })

  test('a household that joined both counts once, and stays when the merge is undone', () => {
    const merged = withChild(joinedBy(open(), someone('c', 'h-3')), child)
    expect(joinedCountOf(merged)).toBe(2)
    expect(joinedThrough(merged, 'c')).toEqual(['i-1', 'child'])
    expect(joinedCountOf(withoutChild(merged, child))).toBe(1)
  })

  test('leaving takes away what was joined, and never a report that was merged', () => {
    const merged = withChild(open(), child)
    expect(followersOf(leave(merged, 'c'))).toEqual(['b'])
    expect(followersOf(leave(merged, 'b'))).toEqual(['b', 'c'])
    expect(hasJoined(merged, 'b')).toBe(false)
  })

  test('who reported twice stays while one of theirs is still merged', () => {
    const [one, two] = ['one', 'two'].map((_id) => open({ _id, reporterId: 'a' })) as [Issue, Issue]
    const twice = withChild(withChild(open(), one), two)
    expect(followersOf(withoutChild(twice, one))).toEqual(['a'])
    expect(followersOf(withoutChild(withoutChild(twice, one), two))).toEqual([])
  })

  test('no more are remembered than the bound, and whoever is not remembered leaves nobody else out', () => {
    const many = Array.from({ length: followersMax + 5 }, (_, at) => open({ _id: `i-${at}`, reporterId: `p-${at}` }))
    const full = many.reduce(withChild, open())
    expect(full.followers).toHaveLength(followersMax)
    expect(withoutChild(full, many.at(-1)!).followers).toEqual(full.followers)
  })

  test('any order of merges undone in any order leaves nothing behind', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
        fc.integer({ min: 1, max: 3 }),
        (order, people) => {
          const children = order.map((at) => open({ _id: `i-${at}`, reporterId: `p-${at % people}` }))
          const merged = children.reduce(withChild, open())
          const undone = [...children].sort((a, b) => (a._id < b._id ? -1 : 1)).reduce(withoutChild, merged)
          expect(undone.followers).toEqual([])
        },
      ),
    )
  })
})
