import fc from 'fast-check'
import { issueClasses } from '@/shared/domain/issues/classes'
import { canSeeIssue } from '@/shared/domain/issues/sight'
import { permitMove, defaultIssueRules } from '@/shared/domain/issues/allowed-moves'
import { actorsOf } from '@/shared/domain/issues/actors'
import { decideMove } from '@/shared/domain/issues/decide-move'
import { verifierOf, type Staff } from '@/shared/domain/issues/escalation'
import { briefOf } from '@/shared/domain/issues/view'
import { isDrawnForCheck } from '@/shared/domain/issues/issue-code'
import type { Issue } from '@/shared/domain/issues/issue'
import type { Actor } from '@/shared/kernel/actor'
import { isRefusal } from '@/shared/kernel/decision'
import { dayMs, toInstant } from '@/shared/kernel/time'
import {
  administrator,
  communityId,
  communityWorker,
  groupLeader,
  issueIn,
  morning,
  owner,
  person,
  reporter,
} from './people'

const secretary = person('secretary', ['branchSecretary', 'branch', 'br-1'])
const colleague = person('desk-2', ['communityWorker', 'community', communityId])
/** When the reporter has said nothing for as long as they are waited for. */
const afterSilence = morning + 7 * dayMs
const everybody = [communityWorker, colleague, groupLeader, secretary, administrator]

const staffOf = (...people: Actor[]): Staff => ({
  community: { _id: communityId, dutyPersonIds: ['desk', 'desk-2'] },
  day: '2026-11-25',
  holders: people.flatMap(({ personId, name, postings }) =>
    postings.map(({ role, scope }, at) => ({
      posting: { _id: `${personId}-${at}`, communityId, personId, role, scope, from: '2026-01-01' },
      person: { _id: personId, communityId, name },
    })),
  ),
})
/** Whoever has no other part in it reads that it is not theirs. */
const refused = { refused: expect.stringMatching(/^(ISSUE_FIXER_CANNOT_VERIFY|FORBIDDEN)$/) as string }
const asked = (issue: Issue, ...people: Actor[]) => verifierOf(issue, staffOf(...people))?.personId ?? null
const verifying = (changes: Partial<Issue> = {}, classCode?: string) => issueIn('verifying', changes, classCode)

describe('fixer and checker differ', () => {
  test('who brought the result may not check it, whatever else they are: lead, owner, reporter, desk', () => {
    for (const mover of [...everybody, reporter])
      for (const move of ['confirm', 'reject'] as const)
        expect([mover.personId, permitMove(verifying({ fixerId: mover.personId }), move, mover, morning)]).toEqual([
          mover.personId,
          refused,
        ])
  })

  test('nor may who helped; but a reporter who helped still says whether it is solved', () => {
    for (const mover of everybody) {
      const issue = verifying({ helperIds: [mover.personId] })
      expect(permitMove(issue, 'confirm', mover, morning)).toEqual(refused)
      expect(actorsOf(issue, mover)).not.toContain('verifier')
    }
    expect(permitMove(verifying({ helperIds: ['reporter'] }), 'confirm', reporter, morning)).toBe('reporter')
  })

  test('everybody who may be asked may check, in the post they are asked in', () => {
    const drawn = verifying({ isSampled: true })
    for (const mover of everybody) expect(permitMove(drawn, 'confirm', mover, morning)).toBe('verifier')
    const closed = decideMove(drawn, 'confirm', {}, secretary, morning, defaultIssueRules)
    expect(isRefusal(closed) ? closed : closed.timeline.at(-1)!.actor).toMatchObject({ role: 'branchSecretary' })
  })
})

describe('the reporter is asked first', () => {
  const submittedAt = toInstant(morning)
  const early = { refused: 'ISSUE_REPORTER_ASKED_FIRST' }

  test('for seven days nobody else says that it is solved, while anybody who may check can say that it is not', () => {
    const waiting = verifying({ submittedAt })
    for (const mover of everybody) {
      expect(permitMove(waiting, 'confirm', mover, morning + 7 * dayMs - 1)).toEqual(early)
      expect(permitMove(waiting, 'reject', mover, morning)).toBe('verifier')
      expect(permitMove(waiting, 'confirm', mover, morning + 7 * dayMs)).toBe('verifier')
    }
    expect(permitMove(waiting, 'confirm', reporter, morning)).toBe('reporter')
    // Lists of what is to be checked say until when.
    const until = (issue: Issue, now: number) => briefOf(issue, colleague, now).reporterUntil
    expect(until(waiting, morning)).toBe(toInstant(morning + 7 * dayMs))
    expect(until(waiting, morning + 7 * dayMs)).toBeNull()
    expect(until({ ...waiting, isSampled: true }, morning)).toBeNull()
    expect(until(issueIn('handling'), morning)).toBeNull()
  })

  test('nobody is waited for behind another system, nor where it may hurt somebody until it is looked at again', () => {
    const recheckBy = toInstant(morning + 3 * dayMs)
    for (const changes of [{ source: 'import' as const }, { recheckBy }])
      expect(permitMove(verifying({ submittedAt, ...changes }), 'confirm', colleague, morning)).toBe('verifier')
  })
})

describe('who is asked to check', () => {
  test('the duty post first, then up the ladder, one rung after the other', () => {
    expect(asked(verifying(), ...everybody)).toBe('desk')
    for (let rung = 0; rung < everybody.length; rung++)
      expect(asked(verifying(), ...everybody.slice(rung))).toBe(everybody[rung]!.personId)
    expect(asked(verifying())).toBeNull()
  })

  test('the only one on duty who brought it, helped, reported it or is whom it is about is passed over', () => {
    const out: Partial<Issue>[] = [
      { fixerId: 'desk' },
      { helperIds: ['desk'] },
      { reporterId: 'desk' },
      { aboutPersonId: 'desk' },
    ]
    for (const changes of out) expect(asked(verifying(changes), communityWorker, groupLeader)).toBe('leader')
  })

  test('an owner who did not bring it may be asked; private classes stay with the community workers', () => {
    const ownedByDesk = verifying({ owner: { ...verifying().owner, personId: 'desk' } })
    expect(asked(ownedByDesk, communityWorker)).toBe('desk')
    expect(asked(verifying({}, 'dispute'), groupLeader, secretary, administrator)).toBeNull()
    expect(asked(verifying({}, 'dispute'), administrator, colleague)).toBe('desk-2')
  })

  test('whoever is asked is never refused', () => {
    for (const fixerId of [...everybody.map(({ personId }) => personId), owner.personId]) {
      const issue = verifying({ fixerId })
      const id = asked(issue, ...everybody)
      const mover = everybody.find(({ personId }) => personId === id)!
      expect(permitMove(issue, 'confirm', mover, afterSilence)).toBe('verifier')
    }
  })
})

describe('whatever the class, the staff and who had a hand in it', () => {
  const crowd = [
    ...everybody,
    owner,
    person('hub', ['hub', 'community', communityId]),
    person('other-leader', ['groupLeader', 'group', 'pg-9']),
    person('officer', ['officer', 'community', communityId]),
    person('two-posts', ['groupLeader', 'group', 'pg-3'], ['communityWorker', 'community', communityId]),
  ]
  const some = fc.subarray(crowd)
  const oneOf = fc.constantFrom(...crowd.map(({ personId }) => personId))
  const steps = ['accepted', 'mediated', 'agreed', 'fulfilled', 'mended'] as const

  test('whoever is asked may see it, had no hand in it, and may decide; and somebody is, while anybody may', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...issueClasses.map(({ code }) => code)),
        some,
        fc.record({
          fixerId: oneOf,
          helperIds: fc.uniqueArray(oneOf, { maxLength: 4 }),
          aboutPersonId: fc.option(oneOf),
          reporterId: fc.oneof(oneOf, fc.constant('reporter')),
          steps: fc.array(
            fc.tuple(fc.constantFrom(...steps), oneOf).map(([step, personId]) => ({
              step,
              personId,
              name: '某',
              text: null,
              at: '2026-11-25T02:00:00.000Z',
            })),
            { maxLength: 3 },
          ),
        }),
        fc.subarray(crowd.map(({ personId }) => personId)),
        (classCode, people, changes, away) => {
          const issue = verifying(changes, classCode)
          const staff = staffOf(...people)
          const id = verifierOf(
            { ...issue },
            {
              ...staff,
              holders: staff.holders.map(({ posting, person: one }) => ({
                posting,
                person: away.includes(one._id)
                  ? { ...one, leave: { from: '2026-11-20', to: '2026-11-30', standInId: 'owner' } }
                  : one,
              })),
            },
          )?.personId
          const worked = changes.steps.filter(({ step }) => step !== 'accepted').map(({ personId }) => personId)
          const hands = [changes.fixerId, ...changes.helperIds, ...worked]
          const fit = people.filter(
            (one) =>
              permitMove(issue, 'confirm', one, afterSilence) === 'verifier' &&
              one.personId !== changes.reporterId &&
              one.personId !== changes.aboutPersonId,
          )
          if (id === undefined) return fit.length === 0
          const asker = people.find(({ personId }) => personId === id)!
          expect(hands).not.toContain(id)
          expect(canSeeIssue(issue, asker)).toBe(true)
          return fit.includes(asker)
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('when everybody is away it waits for the first of them, and is not lost', () => {
    const staff = staffOf(communityWorker)
    const leave = { from: '2026-11-20', to: '2026-11-30', standInId: 'leader' }
    const holders = staff.holders.map(({ posting, person: one }) => ({ posting, person: { ...one, leave } }))
    expect(verifierOf(verifying({}, 'dispute'), { ...staff, holders })?.personId).toBe('desk')
  })

  test('who mediated a dispute has a hand in it, who took it up has none', () => {
    const taken = (step: 'accepted' | 'mediated') =>
      verifying(
        { steps: [{ step, personId: 'desk', name: '某', text: null, at: '2026-11-25T02:00:00.000Z' }] },
        'dispute',
      )
    expect(asked(taken('mediated'), communityWorker, colleague)).toBe('desk-2')
    expect(asked(taken('accepted'), communityWorker, colleague)).toBe('desk')
  })
})

test('of 100,000 ids a tenth is drawn for a check, within three standard errors (±0.3 %), and the same ones again', () => {
  const ids = Array.from({ length: 100_000 }, (_, at) => `issue-${(at * 2654435761).toString(16)}`)
  const draw = () => ids.filter((id) => isDrawnForCheck(id, 10))
  const drawn = draw()
  expect(Math.abs(drawn.length / ids.length - 0.1)).toBeLessThanOrEqual(0.003)
  expect(draw()).toEqual(drawn)
})

test('a photo shown as a result that did not hold is not accepted again, neither after sending back nor after reopening', () => {
  const words = { result: 'resolved', sentence: '已修好' } as const
  const photo = (digest: string) => ({ ...words, fileIds: ['cloud://b.x/p.jpg'], digests: [digest] })
  const made = (issue: Issue, move: Parameters<typeof decideMove>[1], input: object, mover: Actor): Issue => {
    const next = decideMove(issue, move, input, mover, morning, defaultIssueRules)
    if (isRefusal(next)) throw new Error(next.refused)
    return next
  }
  const first = made(issueIn('handling'), 'submit', photo('a'), owner)
  const back = made(first, 'reject', { reason: '还漏' }, reporter)
  expect(decideMove(back, 'submit', photo('a'), owner, morning, defaultIssueRules)).toEqual({
    refused: 'FILE_SHOWN_BEFORE',
  })
  const second = made(back, 'submit', photo('b'), owner)
  const reopened = made(made(second, 'confirm', {}, reporter), 'reopen', {}, reporter)
  for (const digest of ['a', 'b'])
    expect(decideMove(reopened, 'submit', photo(digest), owner, morning, defaultIssueRules)).toEqual({
      refused: 'FILE_SHOWN_BEFORE',
    })
  expect(made(reopened, 'submit', photo('c'), owner).state).toBe('verifying')
})
