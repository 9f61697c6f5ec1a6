import { canSeeDoor, canSeeEntryActor, canSeeIssue, canSeeReporter } from '@/shared/domain/issues/sight'
import type { Actor } from '@/shared/kernel/actor'
import { roles, scopeKinds, type Role } from '@/shared/kernel/roles'
import { classOf, issueClasses } from '@/shared/domain/issues/classes'
import {
  administrator,
  communityId,
  communityWorker,
  followerOf,
  groupLeader,
  issueIn,
  owner,
  partyOf,
  person,
  reporter,
  stranger,
} from './people'

const secretary = person('secretary', ['branchSecretary', 'branch', 'br-1'])
const gridWorker = person('grid-worker', ['gridWorker', 'grid', 'g-6'])
const buildingHead = person('head', ['buildingHead', 'building', 'b-3'])
const unitHead = person('unit-head', ['unitHead', 'unit', 'b-3-u-1'])
const firm = person('firm', ['propertyManager', 'estate', 'e-1'])
const police = person('police', ['areaPolice', 'grid', 'g-6'])
const localUnit = person('shop', ['localUnit', 'grid', 'g-6'])
const officer = person('officer', ['officer', 'community', communityId])

/** Named in the issue, in posts that would not show it to them otherwise. */
const first = person('first', ['gridWorker', 'grid', 'g-9'])
const named: [string, Actor][] = [
  ['reporter', reporter],
  ['owner', owner],
  ['contact', first],
  ['lead', person('lead', ['gridWorker', 'grid', 'g-9'])],
  ['helper', person('helper', ['gridWorker', 'grid', 'g-9'])],
  ['community worker', communityWorker],
]
const team: [string, Actor][] = [
  ['administrator', administrator],
  ['branch secretary', secretary],
  ['grid worker', gridWorker],
  ['group leader', groupLeader],
  ['group leader by grid', person('leader-2', ['groupLeader', 'grid', 'g-6'])],
]
const heads: [string, Actor][] = [
  ['building head', buildingHead],
  ['unit head', unitHead],
]
const nobody: [string, Actor][] = [
  ['neighbour', person('neighbour')],
  ['worker of another grid', stranger],
  ['head of another building', person('head-2', ['buildingHead', 'building', 'b-4'])],
  ['head of another unit', person('head-3', ['unitHead', 'unit', 'b-3-u-2'])],
  ['secretary of another branch', person('secretary-2', ['branchSecretary', 'branch', 'br-2'])],
  ['secretary of no branch', person('secretary-3', ['branchSecretary', 'community', communityId])],
  ['leader of another group', person('leader-3', ['groupLeader', 'group', 'pg-1'])],
  ['property manager', firm],
  ['police officer', police],
  ['local unit', localUnit],
  ['officer', officer],
  ['volunteer', person('volunteer', ['volunteer', 'grid', 'g-6'])],
  ['clerk', person('clerk', ['clerk', 'community', communityId])],
  ['community worker of another community', person('far', ['communityWorker', 'community', 'c-2'])],
]

const facts = { contact: partyOf(first, 'gridWorker'), leadId: 'lead', helperIds: ['helper'] }

describe.each(issueClasses.map(({ code }) => code))('%s', (code) => {
  const issue = issueIn('handling', facts, code)
  const { isPrivate, isPublic } = classOf(code)!
  test.each(named)('%s sees it', (_name, actor) => expect(canSeeIssue(issue, actor)).toBe(true))
  test.each(team)('%s sees it unless it is private', (_name, actor) =>
    expect(canSeeIssue(issue, actor)).toBe(!isPrivate),
  )
  test.each(heads)('%s sees it where it is public', (_name, actor) => expect(canSeeIssue(issue, actor)).toBe(isPublic))
  test.each(nobody)('%s does not see it', (_name, actor) => expect(canSeeIssue(issue, actor)).toBe(false))
})

test('no post whatever, in a scope the issue is not in, shows an issue', () => {
  for (const role of roles) {
    for (const kind of scopeKinds)
      expect(canSeeIssue(issueIn('handling'), person('x', [role, kind, 'elsewhere']))).toBe(false)
  }
})

test('an issue without grid, group or building is nobody’s by an empty scope', () => {
  const place = { ...issueIn('handling').place, buildingId: null, unitId: null }
  const issue = issueIn('handling', { gridId: null, groupId: null, branchId: null, place })
  for (const [, actor] of [...heads, ...team.slice(1)]) expect(canSeeIssue(issue, actor)).toBe(false)
})

test('across communities nothing is seen, by whoever has the same id', () => {
  for (const [, actor] of [...named, ...team]) {
    expect(canSeeIssue(issueIn('handling', facts), { ...actor, communityId: 'c-2' })).toBe(false)
    expect(canSeeReporter(issueIn('handling', facts), { ...actor, communityId: 'c-2' })).toBe(false)
  }
})

test('a class nobody offers any more is seen as a private one', () => {
  const issue = issueIn('handling', { classCode: 'gone' })
  expect(
    [gridWorker, buildingHead, secretary, owner, communityWorker].map((actor) => canSeeIssue(issue, actor)),
  ).toEqual([false, false, false, true, true])
})

describe('the reporter', () => {
  test.each([...named.slice(0, 3), ...team, ...heads])('is known to %s', (_name, actor) =>
    expect(canSeeReporter(issueIn('handling', facts), actor)).toBe(true),
  )

  test.each(nobody)('is not known to %s', (_name, actor) =>
    expect(canSeeReporter(issueIn('handling'), actor)).toBe(false),
  )

  test.each<[Role, Actor]>([
    ['propertyManager', firm],
    ['areaPolice', police],
    ['localUnit', localUnit],
    ['officer', officer],
  ])('is not known to a %s who owns, first had, leads or helps', (role, actor) => {
    const party = partyOf(actor, role)
    for (const part of [
      { owner: party },
      { owner: party, contact: party, leadId: actor.personId },
      { contact: party },
      { leadId: actor.personId },
      { helperIds: [actor.personId] },
    ]) {
      const issue = issueIn('handling', part)
      expect(canSeeIssue(issue, actor)).toBe(true)
      expect(canSeeReporter(issue, actor)).toBe(false)
    }
  })

  test('is known to an outside owner who also holds an inside post for this very place', () => {
    const both = person('firm', ['propertyManager', 'estate', 'e-1'], ['unitHead', 'unit', 'b-3-u-1'])
    expect(canSeeReporter(issueIn('handling', { owner: partyOf(both, 'propertyManager') }), both)).toBe(true)
    const elsewhere = person('firm', ['propertyManager', 'estate', 'e-1'], ['unitHead', 'unit', 'b-9-u-1'])
    for (const part of [{ owner: partyOf(elsewhere, 'propertyManager') }, { helperIds: ['firm'] }]) {
      expect(canSeeReporter(issueIn('handling', part), elsewhere)).toBe(false)
    }
  })

  test('who stays unnamed is known to the desk and to themself only', () => {
    const issue = issueIn('handling', { ...facts, isUnnamed: true })
    const knowing = [...named, ...team, ...heads, ...nobody].filter(([, actor]) => canSeeReporter(issue, actor))
    expect(knowing.map(([name]) => name)).toEqual(['reporter', 'community worker', 'administrator'])
  })

  test('hides in the timeline too, while steps taken in a post do not', () => {
    const issue = issueIn('handling', { owner: partyOf(firm, 'propertyManager') })
    const own = { ...issue.timeline[0]! }
    const inPost = {
      ...own,
      kind: 'move' as const,
      actor: { personId: 'reporter', name: '某', role: 'gridWorker' as const },
    }
    const others = { ...own, actor: { personId: 'desk', name: '某', role: null } }
    const system = { ...own, actor: null }
    expect([own, inPost, others, system].map((entry) => canSeeEntryActor(issue, entry, firm))).toEqual([
      false,
      true,
      true,
      true,
    ])
    expect(canSeeEntryActor(issue, own, gridWorker)).toBe(true)
    expect(canSeeEntryActor(issue, { ...inPost, kind: 'reported' }, firm)).toBe(false)
  })
})

describe('whoever reported what was merged into an issue', () => {
  const merged = issueIn('handling', { followers: [followerOf('neighbour')] })

  test('sees it and never its reporter, whatever posts they hold elsewhere', () => {
    for (const actor of [person('neighbour'), person('neighbour', ['gridWorker', 'grid', 'g-1'])]) {
      expect(canSeeIssue(merged, actor)).toBe(true)
      expect(canSeeReporter(merged, actor)).toBe(false)
    }
  })

  test('does not see a private one', () => {
    expect(canSeeIssue({ ...merged, classCode: 'dispute' }, person('neighbour'))).toBe(false)
  })
})

describe('a complaint about somebody', () => {
  const complaint = { ...issueIn('dispatched'), classCode: 'complaint' }

  test('is not there for them, whatever posts they hold', () => {
    expect(canSeeIssue(complaint, communityWorker)).toBe(true)
    expect(canSeeIssue({ ...complaint, aboutPersonId: communityWorker.personId }, communityWorker)).toBe(false)
  })
  test('stays there for whoever reported it', () => {
    expect(canSeeIssue({ ...complaint, aboutPersonId: reporter.personId }, reporter)).toBe(true)
  })
})

describe('the door', () => {
  test.each(roles)(
    'is told to an owner who is a %s exactly when that is a post of the grid, unnamed or not',
    (role) => {
      const isInside = !['propertyManager', 'areaPolice', 'localUnit', 'officer'].includes(role)
      const mayOwn = !['resident', 'volunteer', 'hub', 'clerk'].includes(role)
      const someone = person('someone', [role, 'estate', 'elsewhere'])
      for (const isUnnamed of [false, true]) {
        const issue = issueIn('handling', { owner: partyOf(someone, role), isUnnamed })
        if (mayOwn) expect(canSeeDoor(issue, someone)).toBe(isInside)
      }
    },
  )

  test('is told to whoever may know the reporter, and to no helper, neighbour or stranger of an unnamed report', () => {
    const cast = [...named, ...team, ...heads, ...nobody].map(([, actor]) => actor)
    for (const isUnnamed of [false, true]) {
      const issue = issueIn('handling', { ...facts, isUnnamed, followers: [followerOf('neighbour')] })
      for (const actor of cast.filter(({ personId }) => personId !== 'owner'))
        expect(canSeeDoor(issue, actor)).toBe(canSeeReporter(issue, actor))
    }
    expect(canSeeDoor(issueIn('handling', { isUnnamed: true }), owner)).toBe(true)
  })
})

describe('whoever has left the post they were named in', () => {
  const issue = issueIn('handling', facts)
  const left = ['owner', 'first', 'lead', 'helper']

  test('sees nothing of the issue any more, with no post or with another one elsewhere', () => {
    for (const personId of left.filter((id) => id === 'owner' || id === 'first'))
      for (const posts of [[], [['volunteer', 'grid', 'g-6']], [['gridWorker', 'grid', 'g-1']]] as const)
        expect(canSeeIssue(issue, person(personId, ...posts))).toBe(false)
    for (const personId of left) {
      expect(canSeeIssue(issue, person(personId))).toBe(false)
      expect(canSeeDoor(issue, person(personId))).toBe(false)
    }
  })

  test('keeps what they reported themselves', () => {
    for (const personId of left) expect(canSeeIssue({ ...issue, reporterId: personId }, person(personId))).toBe(true)
  })

  test('sees it again in any other post that does', () => {
    expect(canSeeIssue(issue, person('owner', ['communityWorker', 'community', communityId]))).toBe(true)
  })
})
