import { movesFor, permitMove } from '@/shared/domain/issues/allowed-moves'
import { actorsOf } from '@/shared/domain/issues/actors'
import { defaultCalendar } from '@/shared/domain/issues/calendar'
import { decideMove } from '@/shared/domain/issues/decide-move'
import type { Issue } from '@/shared/domain/issues/issue'
import { issueMoves } from '@/shared/domain/issues/moves'
import { isStillInPost } from '@/shared/domain/issues/owner'
import { canAddProgress } from '@/shared/domain/issues/progress'
import { defaultIssueSettings } from '@/shared/domain/issues/settings'
import { isRefusal } from '@/shared/kernel/decision'
import { roles, type Role } from '@/shared/kernel/roles'
import { issueStates } from '@/shared/kernel/vocabulary'
import { communityId, communityWorker, groupLeader, issueIn, morning, owner, partyOf, person, reporter } from './people'

const rules = { calendar: defaultCalendar, settings: defaultIssueSettings, hasOwnerLeft: true }
const next = person('next', ['gridWorker', 'grid', 'g-6'])
const route = {
  owner: partyOf(next, 'gridWorker'),
  reason: '位置在网格内',
  gridId: 'g-7',
  gridName: '第七网格',
  groupId: 'pg-4',
  branchId: 'br-2',
}
const reason = '原负责人已离岗'
const candidate = (actor: typeof owner, role: Role = 'gridWorker') => ({ party: partyOf(actor, role), isPresent: true })

describe('somebody who has left the post they own an issue in', () => {
  const left = [
    ['no post', person('owner')],
    ['the same post elsewhere', person('owner', ['gridWorker', 'grid', 'g-1'])],
    ['the same place in another post', person('owner', ['volunteer', 'grid', 'g-6'])],
    ['a post over another scope of the same id', person('owner', ['gridWorker', 'building', 'g-6'])],
  ] as const

  test.each(left)('with %s has no move, no progress and no part', (_name, actor) => {
    for (const state of issueStates) {
      expect(movesFor(issueIn(state), actor, morning)).toEqual([])
      expect(canAddProgress(issueIn(state), actor)).toBe(false)
      expect(actorsOf(issueIn(state), actor)).toEqual([])
    }
  })

  test('keeps the rights of a reporter, and those of the posts they do hold', () => {
    const own = (state: Issue['state']) => issueIn(state, { reporterId: 'owner' })
    expect(movesFor(own('dispatched'), person('owner'), morning).map(({ move }) => move)).toEqual(['withdraw'])
    const promoted = person('owner', ['communityWorker', 'community', communityId])
    expect(actorsOf(issueIn('handling'), promoted)).toEqual(['communityWorker', 'verifier'])
  })
})

test('whoever got it as a fallback owns it in the post they got it in', () => {
  const desk = { owner: partyOf(communityWorker, 'communityWorker'), leadId: communityWorker.personId }
  expect(actorsOf(issueIn('handling', desk), communityWorker)).toContain('owner')
  const leader = { owner: partyOf(groupLeader, 'groupLeader'), leadId: groupLeader.personId }
  expect(actorsOf(issueIn('handling', leader), groupLeader)).toEqual(['owner', 'lead', 'verifier'])
})

test('a lead and a helper need a post that answers for something', () => {
  const issue = issueIn('handling', { leadId: 'lead', helperIds: ['helper'] })
  const answers = roles.filter((role) => canAddProgress(issue, person('helper', [role, 'grid', 'g-9'])))
  expect(answers).toEqual(roles.filter((role) => !['volunteer', 'resident', 'clerk', 'hub'].includes(role)))
  expect(actorsOf(issue, person('lead', ['officer', 'community', communityId]))).toEqual(['lead'])
  expect(actorsOf(issue, person('lead'))).toEqual([])
})

test('a term counts on its days, and only where role and place are the same', () => {
  const term = { role: 'gridWorker', scope: { kind: 'grid', id: 'g-6' }, from: '2026-01-01', to: '2026-11-24' } as const
  const still = (changes: object, day = '2026-11-24') =>
    isStillInPost(partyOf(owner, 'gridWorker'), [{ ...term, ...changes }], day)
  expect([still({}), still({}, '2026-11-25'), still({ to: undefined }, '2026-11-25')]).toEqual([true, false, true])
  expect([still({ role: 'unitHead' }), still({ scope: { kind: 'grid', id: 'g-1' } })]).toEqual([false, false])
  expect(still({ scope: { kind: 'group', id: 'g-6' } })).toBe(false)
})

describe('what an owner has left', () => {
  const passOn = (input: object, context: object = { route }, mover = communityWorker, issue = issueIn('handling')) =>
    decideMove(issue, 'passOn', { reason, ...input }, mover, morning, { ...rules, ...context })

  test('is the community worker’s to pass on from every state in which an owner could, and nobody else’s', () => {
    for (const state of issueStates) {
      const listed = movesFor(issueIn(state), communityWorker, morning, rules).find(({ move }) => move === 'passOn')
      const isFrom = (issueMoves.passOn.from as readonly string[]).includes(state)
      expect(listed?.needs).toEqual(isFrom ? issueMoves.passOn.ownerLeft.needs : undefined)
    }
    for (const mover of [person('owner'), groupLeader, reporter, next])
      expect(permitMove(issueIn('handling'), 'passOn', mover, morning, rules)).toEqual({ refused: 'FORBIDDEN' })
    expect(permitMove(issueIn('handling'), 'passOn', communityWorker, morning)).toEqual({ refused: 'FORBIDDEN' })
  })

  test('is routed again where nobody is named, counts as nobody’s passing on, and says whose it is now', () => {
    const moved = passOn({}) as Issue
    expect(moved).toMatchObject({ state: 'dispatched', owner: route.owner, leadId: 'next', gridId: 'g-7', passes: 0 })
    expect(moved.contact.personId).toBe('owner')
    expect(moved.timeline.at(-1)!.text).toBe(`转给${next.name}：${reason}`)
  })

  test('goes to whoever is named, who may be the same person in the post they hold now', () => {
    expect(passOn({ personId: 'next' }, { person: candidate(next) })).toMatchObject({ owner: { personId: 'next' } })
    const again = person('owner', ['groupLeader', 'group', 'pg-3'])
    const given = passOn({ personId: 'owner' }, { person: candidate(again, 'groupLeader'), route })
    expect(given).toMatchObject({ owner: { personId: 'owner', role: 'groupLeader' } })
  })

  test('is not passed on without a reason, to nobody, or to somebody unfit', () => {
    expect(passOn({ reason: undefined })).toMatchObject({
      refused: 'ISSUE_MOVE_INCOMPLETE',
      fields: { reason: '请写明转交的理由' },
    })
    expect(passOn({}, { route: null })).toMatchObject({ refused: 'ISSUE_MOVE_INCOMPLETE' })
    expect(passOn({ personId: 'next' }, { person: null, route })).toEqual({ refused: 'ISSUE_PERSON_UNFIT' })
    expect(isRefusal(passOn({ personId: 'owner' }, { person: candidate(owner), hasOwnerLeft: false }))).toBe(true)
  })
})
