import { isRefusal, refuse, type Refusal } from '../../kernel/decision'
import { addDays, dayMs, dayOf, toInstant } from '../../kernel/time'
import { issueResultNames, type IssueMove, type IssueState } from '../../kernel/vocabulary'
import { postFor, type Mover } from './actors'
import { permitMove, targetOf, type PermitRefusal } from './allowed-moves'
import { effects, type Made, type MoveContext } from './effects'
import { missingIn, needsOf, showsNothingNew, type MoveInput } from './evidence'
import type { Issue, IssueEntry } from './issue'
import { mayBeOne } from './merging'
import { isTerminal } from './moves'
import { isFit } from './owner'
import { stepsWith } from './procedure'
import { withPublicity } from './publicity'
import { withReminders } from './reminders'
import { withAnswer } from './supervision'

export type MoveRefusal =
  | PermitRefusal
  | 'ISSUE_MOVE_INCOMPLETE'
  | 'ISSUE_MERGE_CIRCLE'
  | 'ISSUE_PARENT_CLOSED'
  | 'ISSUE_MERGE_PRIVATE'
  | 'ISSUE_PERSON_UNFIT'
  | 'ISSUE_UNTIL_OUT_OF_RANGE'
  | 'FILE_SHOWN_BEFORE'

/** What nobody works on any more takes nothing in; so what is merged takes nothing in, and a ring can never close. */
const parentsClosed: readonly IssueState[] = ['declined', 'withdrawn', 'merged']

/** Whether the people, issues and days an input names will do. */
const unfitIn = (issue: Issue, input: MoveInput, now: number, made: Made): Refusal<MoveRefusal> | null => {
  const { person, parent, above, route, settings, hasOwnerLeft } = made.context
  const needs = needsOf(made.move)
  const isRoutedAgain = input.personId === undefined && !needsOf(made.move, hasOwnerLeft).includes('personId')
  if (needs.includes('personId') && isRoutedAgain) {
    if (!route) return refuse('ISSUE_MOVE_INCOMPLETE', { personId: '请选择由谁来负责' })
  } else if (needs.includes('personId')) {
    const isSame = made.move === 'passOn' && input.personId === issue.owner.personId && !hasOwnerLeft
    const isSubject = input.personId === issue.aboutPersonId
    if (isSame || isSubject || !isFit(person, input.personId ?? '')) return refuse('ISSUE_PERSON_UNFIT')
  }
  if (needs.includes('parentId')) {
    if (input.parentId === issue._id) return refuse('ISSUE_MERGE_CIRCLE')
    if (!parent || parent._id !== input.parentId) {
      return refuse('ISSUE_MOVE_INCOMPLETE', { parentId: '没有找到要合并到的事项' })
    }
    if (above?.includes(issue._id)) return refuse('ISSUE_MERGE_CIRCLE')
    if (parentsClosed.includes(parent.state)) return refuse('ISSUE_PARENT_CLOSED')
    if (!mayBeOne(issue, parent)) return refuse('ISSUE_MERGE_PRIVATE')
  }
  if (needs.includes('until')) {
    const today = dayOf(now)
    const until = input.until ?? ''
    const latest = addDays(today, settings.suspendDaysMax)
    if (until <= today || until > latest)
      return refuse('ISSUE_UNTIL_OUT_OF_RANGE', { until: `请选明天到 ${latest} 之间的日子` })
  }
  return null
}

const resultWords = ({ result, sentence }: MoveInput): string | null =>
  result ? `${issueResultNames[result]}：${sentence}` : null

const solvedWords = ({ result, sentence }: MoveInput): string | null =>
  (result === 'resolved' || result === 'partly') && sentence ? sentence : null

/** What the community still has to decide because departments sent it back stays to be decided while the work goes on. */
const decisionKept = (
  { bounces = 0, decisionDueAt }: Issue,
  move: IssueMove,
  { settings }: MoveContext,
): string | null =>
  bounces >= settings.passesMax && ['start', 'suspend', 'resume'].includes(move) ? decisionDueAt : null

/** The words of a step as the timeline keeps them. */
const wordsOf = ({ move, input, context, part }: Made): string | null => {
  const given = input.reason ?? input.sentence ?? null
  switch (move) {
    case 'dispatch':
      return part === 'router' ? (context.route?.reason ?? null) : given
    case 'decline':
      return `${input.reason?.replace(/[。.！!；;，,]+$/, '')}。可以找：${input.turnTo}`
    case 'passOn':
      return `转给${(context.person?.party ?? context.route?.owner)?.name}：${input.reason}`
    case 'suspend':
      return `${input.reason}（挂起至 ${input.until}）`
    case 'merge':
      return [context.parent?.code && `合并到 ${context.parent.code}`, given].filter(Boolean).join('：') || null
    case 'submit':
      return (
        [resultWords(input), input.reason && `还有承诺没有完成：${input.reason}`].filter(Boolean).join('。') || null
      )
    case 'solveOnSpot':
      return resultWords(input) ?? given
    default:
      return given
  }
}

const entryOf = (made: Made, mover: Mover, to: IssueState): IssueEntry => ({
  at: toInstant(made.now),
  kind: 'move',
  move: made.move,
  from: made.issue.state,
  to,
  actor:
    typeof mover === 'string'
      ? null
      : { personId: mover.personId, name: mover.name, role: postFor(made.part, made.issue, mover) },
  text: wordsOf(made),
  fileIds: [...(made.move === 'solveOnSpot' ? (made.input.beforeFileIds ?? []) : []), ...(made.input.fileIds ?? [])],
})

/**
 * The issue after a move, or why it may not be made. Decides only: the caller has found the issue, checked that the mover
 * may see it, and looked up whom and what the input names. The timeline grows by exactly one entry.
 */
export const decideMove = (
  issue: Issue,
  move: IssueMove,
  input: MoveInput,
  mover: Mover,
  now: number,
  context: MoveContext,
): Issue | Refusal<MoveRefusal> => {
  const part = permitMove(issue, move, mover, now, context)
  if (isRefusal(part)) return part
  const made: Made = {
    issue,
    move,
    input,
    now,
    context,
    part,
    actorId: typeof mover === 'string' ? null : mover.personId,
  }
  if (part === 'router') {
    if (!context.route) return refuse('ISSUE_PERSON_UNFIT')
  } else {
    const missing = missingIn(issue, move, input, context.hasOwnerLeft)
    if (missing) return refuse('ISSUE_MOVE_INCOMPLETE', missing)
    if (showsNothingNew(issue, move, input)) return refuse('FILE_SHOWN_BEFORE')
    const unfit = unfitIn(issue, input, now, made)
    if (unfit) return unfit
  }
  const to = targetOf(issue, move, context.settings)
  const at = toInstant(now)
  const moved = withPublicity({
    ...issue,
    decisionDueAt: decisionKept(issue, move, context),
    ...effects[move](made),
    ...(to === 'closed' ? { closedAt: at, reopenUntil: toInstant(now + context.settings.reopenDays * dayMs) } : {}),
    ...(move === 'solveOnSpot' ? { isSampled: to === 'verifying' } : {}),
    ...stepsWith(
      issue,
      { move, part, text: solvedWords(input) },
      typeof mover === 'string' ? null : mover,
      now,
      context,
    ),
    state: to,
    isOpen: !isTerminal(to),
    updatedAt: at,
    timeline: [...issue.timeline, entryOf(made, mover, to)],
  })
  const isAnswer = part === 'owner' || part === 'lead'
  return withReminders(issue, isAnswer ? withAnswer(moved, now, context) : moved, context.calendar)
}
