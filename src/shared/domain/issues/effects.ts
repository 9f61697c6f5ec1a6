import { dayMs, toInstant } from '../../kernel/time'
import type { IssueMove } from '../../kernel/vocabulary'
import type { IssueRules } from './allowed-moves'
import { pauseClock, resumeClock, startClock, stopClock } from './clock'
import { limitOf, nextLimitOf } from './issue-limit'
import type { MoveInput } from './evidence'
import type { Issue } from './issue'
import { workingDayMinutes } from './limit'
import type { MoveRole } from './moves'
import { givenTo, routedTo, type Candidate, type NewRoute } from './owner'
import { supervisedByRule } from './supervision'
import { addWorkingMinutes } from './working-time'

/** The issue another is merged into. */
export type MergeParent = Pick<Issue, '_id' | 'code' | 'state' | 'classCode'>

/** What a decision reads beside the issue: the rules, and what the input's ids turned out to be. */
export interface MoveContext extends IssueRules {
  /** Whom `personId` names; null or absent when there is no such person. */
  readonly person?: Candidate | null | undefined
  /** The issue `parentId` names. */
  readonly parent?: MergeParent | null | undefined
  /** What that has been merged into, and so on to the top: where the issue stands among them, merging would close a circle. */
  readonly above?: readonly string[] | undefined
  /** The router's answer: for its own dispatch, and where an issue goes again because its owner has left the post. */
  readonly route?: NewRoute | null | undefined
}

/** A move that has been allowed, with everything it brings. */
export interface Made {
  readonly issue: Issue
  readonly move: IssueMove
  readonly input: MoveInput
  readonly now: number
  readonly context: MoveContext
  readonly part: MoveRole
  readonly actorId: string | null
}

const resumed = ({ issue, now, context }: Made) => resumeClock(issue.clock, limitOf(issue), now, context.calendar)
/** A clock that begins anew, and with it the right to one extension: what was asked of the clock before is history. */
const restarted = ({ issue, now, context }: Made): Pick<Issue, 'clock' | 'extension'> => ({
  clock: startClock(nextLimitOf(issue, context.settings), now, context.calendar),
  extension: null,
})

/** By when the desk has to send on what came back to it (派单时限); an issue that is on somebody's hands waits for nobody. */
const dispatchDue = ({ now, context: { calendar, settings } }: Made): Pick<Issue, 'decisionDueAt'> => ({
  decisionDueAt: toInstant(addWorkingMinutes(calendar, now, settings.dispatchHours * 60)),
})

/** A result brought: what became of it, in whose words, shown by which photos. */
const brought = ({ issue, input, now, actorId, context }: Made): Partial<Issue> => ({
  result: input.result ?? null,
  sentence: input.sentence ?? null,
  resultFileIds: [...(input.fileIds ?? [])],
  ...(input.digests?.length ? { shownDigests: [...(issue.shownDigests ?? []), ...input.digests] } : {}),
  fixerId: actorId,
  submittedAt: toInstant(now),
  silentUntil: toInstant(now + context.settings.verifyDays * dayMs),
})

/** A result that did not hold; it stays readable in the timeline. */
const withoutResult: Partial<Issue> = {
  result: null,
  sentence: null,
  resultFileIds: [],
  fixerId: null,
  submittedAt: null,
}

/** Whom somebody chose, and why they did. */
const named = (issue: Issue, { reason }: MoveInput, { party }: Candidate): Partial<Issue> => ({
  ...givenTo(issue, party),
  routeReason: reason ?? issue.routeReason,
})

/**
 * To whom it was said, or where the router sends what its owner has left. The reason kept is the new owner’s: why the one before
 * them got it stays in the timeline. Once the community has decided, the count of passings starts anew.
 */
const passedOn = ({ issue, input, now, context, part }: Made): Partial<Issue> => {
  const { calendar, settings, person, route } = context
  const passes = part === 'owner' ? issue.passes + 1 : 0
  const isLast = part === 'owner' && passes >= settings.passesMax
  return {
    ...(person ? named(issue, input, person) : route ? routedTo(issue, route) : {}),
    passes,
    decisionDueAt: isLast ? toInstant(addWorkingMinutes(calendar, now, settings.decideHours * 60)) : null,
  }
}

const dispatched = ({ issue, input, context, part }: Made): Partial<Issue> => {
  if (part === 'router') return context.route ? routedTo(issue, context.route) : {}
  return context.person ? { ...named(issue, input, context.person), passes: 0 } : {}
}

const reopened = (made: Made): Partial<Issue> => {
  const { issue, now, context } = made
  const reopens = issue.reopens + 1
  const isSupervised = issue.isSupervised || reopens > context.settings.reopensMax
  return {
    ...(context.route ? routedTo(issue, context.route) : {}),
    ...withoutResult,
    reopens,
    isSupervised,
    ...(isSupervised ? { supervision: issue.supervision ?? supervisedByRule(now, context) } : {}),
    isSampled: false,
    ...(issue.followUp ? { followUp: null } : {}),
    closedAt: null,
    ...restarted(made),
  }
}

/** What each move changes beside the state, the timeline and `updatedAt`, which every move changes alike. */
export const effects: Record<IssueMove, (made: Made) => Partial<Issue>> = {
  dispatch: dispatched,
  return: ({ issue, now, context: { calendar, settings } }) => ({
    clock: pauseClock(issue.clock, now, null),
    returnedAt: toInstant(now),
    silentUntil: toInstant(addWorkingMinutes(calendar, now, settings.returnedDays * workingDayMinutes)),
  }),
  resubmit: (made) => ({
    ...dispatchDue(made),
    clock: resumed(made),
    returnedAt: null,
    fileIds: [...made.issue.fileIds, ...(made.input.fileIds ?? [])],
    beforeDigests: [...made.issue.beforeDigests, ...(made.input.digests ?? [])],
  }),
  decline: () => ({}),
  appeal: (made) => ({ ...dispatchDue(made), appeals: made.issue.appeals + 1, ...restarted(made) }),
  merge: ({ issue, input }) => ({ mergedInto: { issueId: input.parentId ?? issue._id, from: issue.state } }),
  unmerge: (made) => ({
    ...(made.issue.mergedInto?.from === 'reported' ? dispatchDue(made) : {}),
    mergedInto: null,
  }),
  withdraw: ({ issue }) => ({ clock: stopClock(issue.clock) }),
  passOn: passedOn,
  start: () => ({}),
  submit: brought,
  solveOnSpot: (made) => ({
    ...brought(made),
    fileIds: [...made.issue.fileIds, ...(made.input.beforeFileIds ?? [])],
    beforeDigests: [...made.issue.beforeDigests, ...(made.input.beforeDigests ?? [])],
  }),
  suspend: ({ issue, input, now }) => ({ clock: pauseClock(issue.clock, now, input.until ?? null) }),
  resume: (made) => ({ clock: resumed(made) }),
  confirm: () => ({}),
  reject: () => withoutResult,
  reopen: reopened,
}
