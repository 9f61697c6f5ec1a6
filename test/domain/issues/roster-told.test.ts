import { classOf } from '@/shared/domain/issues/classes'
import { defaultCalendar } from '@/shared/domain/issues/calendar'
import { decideMove } from '@/shared/domain/issues/decide-move'
import { defaultIssueRules } from '@/shared/domain/issues/allowed-moves'
import type { Issue } from '@/shared/domain/issues/issue'
import { addProgress, canAddProgress } from '@/shared/domain/issues/progress'
import { isRosterTold, newlyTold, rosterDayToTell, rosterToldOf, tellRoster } from '@/shared/domain/issues/roster-told'
import { canSeeIssue, canSeeReporter } from '@/shared/domain/issues/sight'
import { actorsOf } from '@/shared/domain/issues/actors'
import { noticesFor } from '@/shared/domain/notices/issue-notices'
import type { Member } from '@/shared/domain/organization/roster'
import type { Actor } from '@/shared/kernel/actor'
import type { Role, ScopeKind } from '@/shared/kernel/roles'
import { toInstant } from '@/shared/kernel/time'
import { communityId, communityWorker, issueIn, owner, person, reporter } from './people'

const night = '2026-11-25'
const member = (id: string, role: Role, kind: ScopeKind, scopeId: string): Member => ({
  person: { _id: id, communityId, name: `某${id}`, dutyPhone: '0533-0000001' },
  postings: [{ _id: `${id}-1`, communityId, personId: id, role, scope: { kind, id: scopeId }, from: '2026-01-01' }],
})
const police = member('police', 'areaPolice', 'grid', 'g-1')
const neighbour = member('neighbour', 'gridWorker', 'grid', 'g-1')
const desk = member('desk', 'communityWorker', 'community', communityId)
const away = (one: Member): Member => ({
  ...one,
  person: { ...one.person, leave: { from: night, to: night, standInId: 'x' } },
})
const actorOf = ({ person: { _id }, postings }: Member): Actor =>
  person(_id, ...postings.map(({ role, scope }) => [role, scope.kind, scope.id] as const))
const told = (issue: Issue): string[] => rosterToldOf(issue).map(({ personId }) => personId)
const issue = (changes: Partial<Issue> = {}, classCode = 'fireLane'): Issue => issueIn('dispatched', changes, classCode)

test('only classes that run through the night ask for a roster, and only outside working hours', () => {
  const evening = Date.parse('2026-11-25T15:00:00.000Z')
  const noon = Date.parse('2026-11-25T04:00:00.000Z')
  expect(rosterDayToTell(classOf('fireLane')!, evening, defaultCalendar)).toBe(night)
  expect(rosterDayToTell(classOf('fireLane')!, noon, defaultCalendar)).toBeNull()
  expect(rosterDayToTell(classOf('litter')!, evening, defaultCalendar)).toBeNull()
})

test('the roster is told; whoever owns it, is away, has left or is its subject is not', () => {
  const left: Member = { ...neighbour, postings: neighbour.postings.map((one) => ({ ...one, to: '2026-11-24' })) }
  const own = member(owner.personId, 'gridWorker', 'grid', 'g-6')
  const from = (...roster: Member[]) => told(tellRoster(issue(), night, { roster, dutyPost: [desk] }))
  expect(from(police, neighbour)).toEqual(['police', 'neighbour'])
  expect(from(police, own)).toEqual(['police'])
  expect(from(own)).toEqual([])
  expect(from(police, away(neighbour))).toEqual(['police'])
  expect(from(police, left)).toEqual(['police'])
  expect(
    told(tellRoster(issue({ aboutPersonId: 'police' }), night, { roster: [police, neighbour], dutyPost: [] })),
  ).toEqual(['neighbour'])
})

test('no night is silent: with nobody on the roster to tell, the duty post is', () => {
  const from = (...roster: Member[]) => told(tellRoster(issue(), night, { roster, dutyPost: [desk] }))
  expect(from()).toEqual(['desk'])
  expect(from(away(police))).toEqual(['desk'])
  expect(told(tellRoster(issue({ aboutPersonId: 'police' }), night, { roster: [police], dutyPost: [desk] }))).toEqual([
    'desk',
  ])
  expect(told(tellRoster(issue({ aboutPersonId: 'desk' }), night, { roster: [], dutyPost: [desk] }))).toEqual([])
})

test('telling changes nothing but who was told', () => {
  const before = issue()
  const { rosterTold, ...after } = tellRoster(before, night, { roster: [police], dutyPost: [] })
  expect(after).toEqual(before)
  expect(rosterTold).toMatchObject([{ personId: 'police', role: 'areaPolice', toldAt: before.updatedAt }])
})

describe.each(['fireLane', 'fraud'])('whoever was told of %s', (classCode) => {
  const known = tellRoster(issue({}, classCode), night, { roster: [police, neighbour], dutyPost: [] })

  test('sees it, without the name of its reporter, and plays no part in it', () => {
    for (const one of [police, neighbour].map(actorOf)) {
      expect(canSeeIssue(known, one)).toBe(true)
      expect(canSeeIssue(issue({}, classCode), one)).toBe(false)
      expect(canSeeReporter(known, one)).toBe(false)
      expect(actorsOf(known, one)).toEqual([])
    }
  })
  test('learns the name where another post gives it', () => {
    expect(canSeeReporter(known, communityWorker)).toBe(true)
    const desked = tellRoster(known, night, { roster: [desk], dutyPost: [] })
    expect(canSeeReporter(desked, communityWorker)).toBe(true)
  })
  test('no longer sees it without the post they were told in, in another community, or as its subject', () => {
    const one = actorOf(police)
    for (const post of [
      ['volunteer', 'grid', 'g-1'],
      ['areaPolice', 'grid', 'g-2'],
    ] as const) {
      const moved = person('police', post)
      expect(canSeeIssue(known, moved)).toBe(false)
      expect(canAddProgress(known, moved)).toBe(false)
    }
    expect(isRosterTold(known, { ...one, postings: [] })).toBe(false)
    expect(canSeeIssue(known, { ...one, postings: [] })).toBe(false)
    expect(canSeeIssue(known, { ...one, communityId: 'c-2' })).toBe(false)
    expect(canSeeIssue({ ...known, aboutPersonId: 'police' }, one)).toBe(false)
  })
})

test('a post in the grid gives no name in a private class that it gives no sight of', () => {
  const leader = member('leader', 'groupLeader', 'group', 'pg-3')
  const known = tellRoster(issue({ groupId: 'pg-3' }, 'fraud'), night, { roster: [leader], dutyPost: [] })
  expect(canSeeIssue(known, actorOf(leader))).toBe(true)
  expect(canSeeReporter(known, actorOf(leader))).toBe(false)
  const open = tellRoster(issue({ groupId: 'pg-3' }), night, { roster: [leader], dutyPost: [] })
  expect(canSeeReporter(open, actorOf(leader))).toBe(true)
})

test('progress is noted in the post of the night, before anybody started and while it is handled, never later', () => {
  const known = tellRoster(issue(), night, { roster: [police], dutyPost: [] })
  const one = actorOf(police)
  const now = Date.parse(known.createdAt) + 60_000
  const note = { text: '已到现场', fileIds: [] }
  for (const state of ['dispatched', 'handling'] as const)
    expect(addProgress({ ...known, state }, note, one, now)).toMatchObject({
      state,
      owner: known.owner,
      timeline: [{}, {}, { kind: 'progress', actor: { personId: 'police', role: 'areaPolice' } }],
    })
  for (const state of ['verifying', 'closed', 'suspended', 'reported'] as const) {
    expect(canAddProgress({ ...known, state }, one)).toBe(false)
    expect(addProgress({ ...known, state }, note, one, now)).toEqual({ refused: 'ISSUE_NOT_IN_PROGRESS' })
  }
  expect(canAddProgress(known, owner)).toBe(false)
  expect(addProgress(issue(), note, one, now)).toEqual({ refused: 'FORBIDDEN' })
})

test('one message to each who was told, once, and none of it says who reported', () => {
  const known = tellRoster(issue({}, 'fraud'), night, { roster: [police, neighbour], dutyPost: [] })
  const notices = noticesFor(null, known, known.timeline.at(-1)!, reporter.personId)
  expect(notices.map(({ recipientId }) => recipientId).sort()).toEqual(
    ['neighbour', 'owner', 'police', 'reporter'].sort(),
  )
  const { title, text } = notices.find(({ recipientId }) => recipientId === 'police')!
  expect(`${title}${text}`).not.toContain(reporter.name)
  expect(title).toMatch(/^事项 · /)
  expect(text).toContain('值班')
  const started = decideMove(known, 'start', {}, owner, Date.parse(known.createdAt), defaultIssueRules) as Issue
  expect(
    noticesFor(known, started, started.timeline.at(-1)!, owner.personId)
      .map((one) => one.recipientId)
      .sort(),
  ).toEqual(['owner', 'reporter'])
})

test('told again when it comes back another night, and those of the earlier night stay', () => {
  const first = tellRoster(issue(), night, { roster: [police], dutyPost: [] })
  const updatedAt = toInstant(Date.parse(first.updatedAt) + 86_400_000)
  const again = tellRoster({ ...first, updatedAt }, '2026-11-26', { roster: [police, neighbour], dutyPost: [] })
  expect(told(again)).toEqual(['police', 'neighbour'])
  expect(newlyTold(first, again).map(({ personId }) => personId)).toEqual(['police', 'neighbour'])
  const other = tellRoster({ ...first, updatedAt }, '2026-11-26', { roster: [neighbour], dutyPost: [] })
  expect(told(other)).toEqual(['police', 'neighbour'])
  expect(newlyTold(first, other).map(({ personId }) => personId)).toEqual(['neighbour'])
})
