import type { Actor } from '../../kernel/actor'
import { refuse, type Refusal } from '../../kernel/decision'
import { toInstant, wallClock } from '../../kernel/time'
import type { IssueState } from '../../kernel/vocabulary'
import type { IssueRules } from './allowed-moves'
import type { Calendar } from './calendar'
import { extendClock } from './clock'
import { limitOf } from './issue-limit'
import type { Issue, IssueEntry } from './issue'
import { minutesOf } from './limit'
import { isOwnerOf } from './owner'
import { withNewSet, withReminders } from './reminders'
import { canSeeIssue, isCommunityWorkerOf, isGroupLeaderOf } from './sight'
import { addMinutesOf, addWorkingMinutes, minutesOfBetween } from './working-time'

/** The most an extension adds, as a share of the limit. */
export const extensionShareMax = 0.5
/** What a page offers at one tap. */
const offeredShares = [0.25, extensionShareMax]

const askingStates: readonly IssueState[] = ['dispatched', 'handling']
/** An answer is still of use while somebody works on it or waits; a result that was brought needs no more time. */
const decidingStates: readonly IssueState[] = ['reported', 'dispatched', 'handling', 'suspended', 'returned']

/** The extension asked in the clock that runs now; one of an earlier clock is history. */
export const currentExtension = ({ extension, clock }: Issue): NonNullable<Issue['extension']> | null =>
  extension?.clockStartedAt === clock.startedAt ? extension : null

type AskRefusal =
  | 'FORBIDDEN'
  | 'ISSUE_EXTENSION_ASKED'
  | 'ISSUE_EXTENSION_TOO_LATE'
  | 'ISSUE_EXTENSION_NOT_NOW'
  | 'ISSUE_EXTENSION_RANGE'

const askRefusalOf = (issue: Issue, actor: Actor, now: number): AskRefusal | null => {
  if (!isOwnerOf(issue, actor)) return 'FORBIDDEN'
  if (currentExtension(issue)) return 'ISSUE_EXTENSION_ASKED'
  if (!askingStates.includes(issue.state)) return 'ISSUE_EXTENSION_NOT_NOW'
  return now >= Date.parse(issue.clock.dueAt) ? 'ISSUE_EXTENSION_TOO_LATE' : null
}

/** Until when an extension may be asked for, the last of them the latest; nothing for those who may not ask now. */
export const extensionChoices = (issue: Issue, actor: Actor, now: number, calendar: Calendar): string[] => {
  if (askRefusalOf(issue, actor, now)) return []
  const limit = limitOf(issue)
  return offeredShares.map((share) =>
    toInstant(addMinutesOf(limit, issue.clock.dueAt, minutesOf(limit) * share, calendar)),
  )
}

const entryOf = (
  kind: IssueEntry['kind'],
  text: string | null,
  actor: { personId: string; name: string; role: NonNullable<IssueEntry['actor']>['role'] },
  at: string,
): IssueEntry => ({ at, kind, move: null, from: null, to: null, actor, text, fileIds: [] })

const untilWords = (until: string): string => wallClock(until).format('M 月 D 日 HH:mm')

/**
 * The issue with an extension asked for: by its owner, once in a clock, before the limit has passed, for at most half the limit
 * more. Its clock runs on until somebody else has agreed.
 */
export const askExtension = (
  issue: Issue,
  { reason, until }: { reason: string; until: string },
  actor: Actor,
  now: number,
  { calendar, settings }: IssueRules,
): Issue | Refusal<AskRefusal> => {
  const refused = askRefusalOf(issue, actor, now)
  if (refused) return refuse(refused)
  const limit = limitOf(issue)
  const extraMinutes = minutesOfBetween(limit, issue.clock.dueAt, until, calendar)
  if (extraMinutes <= 0 || extraMinutes > minutesOf(limit) * extensionShareMax) return refuse('ISSUE_EXTENSION_RANGE')
  const at = toInstant(now)
  const { personId, name } = actor
  const text = `申请延期到 ${untilWords(until)}：${reason}`
  const asked: Issue = {
    ...issue,
    updatedAt: at,
    extension: {
      clockStartedAt: issue.clock.startedAt,
      askedAt: at,
      askedBy: personId,
      askedByName: name,
      reason,
      until,
      extraMinutes,
      decideBy: toInstant(addWorkingMinutes(calendar, now, settings.extensionDecideHours * 60)),
      decision: null,
    },
    timeline: [...issue.timeline, entryOf('extensionAsked', text, { personId, name, role: issue.owner.role }, at)],
  }
  return withReminders(issue, asked, calendar)
}

type DecideRefusal =
  | 'FORBIDDEN'
  | 'ISSUE_EXTENSION_NOT_ASKED'
  | 'ISSUE_EXTENSION_DECIDED'
  | 'ISSUE_EXTENSION_LAPSED'
  | 'ISSUE_MOVE_INCOMPLETE'

/** The post in which somebody may decide: the leader of the issue's group or a community worker, never its owner or who asked. */
const deciderPost = (issue: Issue, actor: Actor) => {
  const isParty = actor.personId === issue.owner.personId || actor.personId === currentExtension(issue)?.askedBy
  if (isParty || !canSeeIssue(issue, actor)) return null
  if (isCommunityWorkerOf(issue, actor)) return 'communityWorker' as const
  return isGroupLeaderOf(issue, actor) ? ('groupLeader' as const) : null
}

const decideRefusalOf = (issue: Issue, actor: Actor): DecideRefusal | null => {
  if (!deciderPost(issue, actor)) return 'FORBIDDEN'
  const asked = currentExtension(issue)
  if (!asked) return 'ISSUE_EXTENSION_NOT_ASKED'
  if (asked.decision) return 'ISSUE_EXTENSION_DECIDED'
  return decidingStates.includes(issue.state) ? null : 'ISSUE_EXTENSION_LAPSED'
}

/** Whether somebody has an extension to decide now. */
export const canDecideExtension = (issue: Issue, actor: Actor): boolean => decideRefusalOf(issue, actor) === null

/** The issue with its extension decided. Agreed, the limit and its reminders move by as much as was asked; refused, the reason is told. */
export const decideExtension = (
  issue: Issue,
  { agree, reason }: { agree: boolean; reason?: string | undefined },
  actor: Actor,
  now: number,
  { calendar }: IssueRules,
): Issue | Refusal<DecideRefusal> => {
  const refused = decideRefusalOf(issue, actor)
  const [asked, post] = [currentExtension(issue), deciderPost(issue, actor)]
  if (refused || !asked || !post) return refuse(refused ?? 'FORBIDDEN')
  if (!agree && !reason) return refuse('ISSUE_MOVE_INCOMPLETE', { reason: '请写明不同意的理由' })
  const at = toInstant(now)
  const { personId, name } = actor
  const clock = agree ? extendClock(issue.clock, limitOf(issue), asked.extraMinutes, now, calendar) : issue.clock
  const isStill = clock.pausedAt !== null
  const outcome = agree
    ? isStill
      ? '同意延期，恢复后按延长的时限计时'
      : `同意延期到 ${untilWords(clock.dueAt)}`
    : '不同意延期'
  const decided: Issue = {
    ...issue,
    updatedAt: at,
    clock,
    extension: {
      ...asked,
      decision: { agreed: agree, reason: reason ?? null, at, by: personId, byName: name, role: post },
    },
    timeline: [
      ...issue.timeline,
      entryOf(
        agree ? 'extensionAgreed' : 'extensionRefused',
        [outcome, reason].filter(Boolean).join('：'),
        { personId, name, role: post },
        at,
      ),
    ],
  }
  return agree ? withNewSet(decided, now, calendar) : withReminders(issue, decided, calendar)
}
