import type { Actor } from '../../kernel/actor'
import { refuse, type Refusal } from '../../kernel/decision'
import type { Role } from '../../kernel/roles'
import { stepNames, type Step } from '../../kernel/steps'
import { dayMs, toInstant } from '../../kernel/time'
import type { IssueMove, IssueState } from '../../kernel/vocabulary'
import type { IssueRules } from './allowed-moves'
import type { Issue } from './issue'
import { isAtWorkOn } from './joint-acts'
import { withJointEntry, type Shareout } from './joint'
import type { MoveRole } from './moves'
import { isContactOf, isLeadOf, isOwnerOf } from './owner'
import { canSeeIssue, isCommunityWorkerOf, isGroupLeaderOf } from './sight'
import { withNewSet, withReminders } from './reminders'
import { clockHours } from './limit'
import type { IssueSettings } from './settings'
import { settlementDays } from './settlement'
import type { TakenStep } from './steps-record'
import { amberShare } from './working-time'

/** A way of working through a kind of issue: named steps beside the states, taken one after the other. */
interface StepRule {
  readonly step: Step
  /** States in which it may be taken; the first step is the report itself and is never taken by hand. */
  readonly from: readonly IssueState[]
  readonly by: 'team' | 'checker'
  /** Taken again and again, until the next one is. */
  readonly repeats?: boolean
}

const atWork: readonly IssueState[] = ['dispatched', 'handling']
const afterwards: readonly IssueState[] = ['verifying', 'closed']

/** The step tables (步骤表) by kind: 排查→受理→调解→协议→履行→回访, and 发现→整改→复查. Data beside the one state machine. */
export const procedures = {
  dispute: [
    { step: 'found', from: [], by: 'team' },
    { step: 'accepted', from: atWork, by: 'team' },
    { step: 'mediated', from: ['handling'], by: 'team', repeats: true },
    { step: 'agreed', from: ['handling'], by: 'team' },
    { step: 'fulfilled', from: ['handling'], by: 'team' },
    { step: 'calledBack', from: [...afterwards, 'handling'], by: 'team' },
  ],
  hazard: [
    { step: 'found', from: [], by: 'team' },
    { step: 'mended', from: atWork, by: 'team', repeats: true },
    { step: 'rechecked', from: afterwards, by: 'checker' },
  ],
} as const satisfies Record<string, readonly StepRule[]>
export type ProcedureKind = keyof typeof procedures

/** Which classes go which way: quarrels (矛盾纠纷), and what may hurt somebody (隐患). */
const kinds: Readonly<Record<string, ProcedureKind>> = {
  dispute: 'dispute',
  fireLane: 'hazard',
  charging: 'hazard',
  fallingObject: 'hazard',
}

/** The procedure of a class, or null for the many that have none. */
export const procedureOf = (classCode: string): ProcedureKind | null =>
  Object.hasOwn(kinds, classCode) ? kinds[classCode]! : null
export const isDispute = ({ classCode }: Pick<Issue, 'classCode'>): boolean => procedureOf(classCode) === 'dispute'

const rulesOf = (kind: ProcedureKind): readonly StepRule[] => procedures[kind]

/** What has been taken so far; the report itself is the first step (排查, 发现). */
export const stepsOf = (issue: Issue): readonly TakenStep[] => {
  const { reporterId, reporterName, createdAt } = issue
  const found = { step: 'found' as const, at: createdAt, personId: reporterId, name: reporterName, text: null }
  return procedureOf(issue.classCode) ? [found, ...(issue.steps ?? [])] : []
}

const outsideRoles: readonly Role[] = ['officer', 'areaPolice', 'propertyManager', 'localUnit']

/** Those who deal with a dispute and may know whom it is between; a department that only helps sees its own fields. */
export const isHandlingTeam = (issue: Issue, actor: Actor): boolean =>
  actor.communityId === issue.communityId &&
  (isOwnerOf(issue, actor) ||
    isLeadOf(issue, actor) ||
    isContactOf(issue, actor) ||
    (isAtWorkOn(issue, actor) && actor.postings.every(({ role }) => !outsideRoles.includes(role))))

const plays = (issue: Issue, by: StepRule['by'], actor: Actor): boolean => {
  if (by === 'team') return isHandlingTeam(issue, actor)
  const mender = (issue.steps ?? []).filter(({ step }) => step === 'mended').at(-1)
  const mayCheck = isCommunityWorkerOf(issue, actor) || isGroupLeaderOf(issue, actor)
  return mayCheck && actor.personId !== mender?.personId && actor.personId !== issue.fixerId
}

/** The steps that may come after what was taken last: the next one, and the same again where it repeats; from the start in what was reopened. */
const stepsAhead = (issue: Issue): readonly StepRule[] => {
  const kind = procedureOf(issue.classCode)
  if (!kind) return []
  const rules = rulesOf(kind)
  const last = stepsOf(issue).at(-1)?.step
  const isOver = last === rules.at(-1)?.step && issue.state === 'handling'
  const at = isOver ? 0 : rules.findIndex(({ step }) => step === last)
  return rules.filter((rule, index) => index === at + 1 || (index === at && rule.repeats))
}

/** The steps somebody may take now. */
export const stepsFor = (issue: Issue, actor: Actor): Step[] =>
  canSeeIssue(issue, actor)
    ? stepsAhead(issue)
        .filter(({ from, by }) => from.includes(issue.state) && plays(issue, by, actor))
        .map(({ step }) => step)
    : []

/** A dispute is found by looking (排查), a hazard by seeing it (发现). */
const nameOf = (step: Step, kind: ProcedureKind): string =>
  step === 'found' && kind === 'dispute' ? '排查' : stepNames[step]

/** How far it has come, as somebody sees it; null for a class without steps. */
export const procedureDetailOf = (issue: Issue, actor: Actor) => {
  const kind = procedureOf(issue.classCode)
  if (!kind) return null
  const name = (step: Step) => ({ step, name: nameOf(step, kind) })
  return {
    kind,
    taken: stepsOf(issue).map(({ step, at, name: byName, text }) => ({
      ...name(step),
      at,
      byName: step === 'found' ? null : byName,
      text,
    })),
    all: rulesOf(kind).map(({ step }) => nameOf(step, kind)),
    next: stepsFor(issue, actor).map(name),
  }
}

/** A dispute once taken up is settled within thirty days of its report; a clock that stands still is left alone. */
const settlementClock = ({ clock, createdAt }: Issue): Issue['clock'] => {
  if (clock.pausedAt !== null) return { ...clock, limit: clockHours(settlementDays * 24) }
  const reported = Date.parse(createdAt)
  const whole = settlementDays * dayMs
  return {
    ...clock,
    dueAt: toInstant(reported + whole),
    amberAt: toInstant(reported + whole * amberShare),
    limit: clockHours(settlementDays * 24),
  }
}

/** By when a hazard has to be looked at again: days after it was mended; never once it was. */
const recheckByOf = (step: Step, now: number, { hazardRecheckDays }: IssueSettings): string | null =>
  step === 'mended' ? toInstant(now + hazardRecheckDays * dayMs) : null

/**
 * A result that says so is the mending (整改) of a hazard: what was brought with it is not asked for twice. A check by somebody else
 * is its re-check (复查).
 */
export const stepsWith = (
  issue: Issue,
  { move, part, text }: { move: IssueMove; part: MoveRole; text: string | null },
  actor: Pick<Actor, 'personId' | 'name'> | null,
  now: number,
  { settings }: Pick<IssueRules, 'settings'>,
): Pick<Issue, 'steps' | 'recheckBy'> => {
  if (!actor || procedureOf(issue.classCode) !== 'hazard') return {}
  const isMended = (move === 'submit' || move === 'solveOnSpot') && text !== null
  const isChecked = move === 'confirm' && part === 'verifier'
  if (!isMended && !isChecked) return {}
  const { personId, name } = actor
  const step: Step = isMended ? 'mended' : 'rechecked'
  return {
    steps: [...(issue.steps ?? []), { step, at: toInstant(now), personId, name, text }].slice(-stepsMax),
    recheckBy: recheckByOf(step, now, settings),
  }
}

/** The most steps one issue keeps; mediating more often than this is no longer mediating. */
export const stepsMax = 40

/** The issue with one more step, in words and perhaps photos. Its state stays; an accepted dispute has its thirty days from here on. */
export const takeStep = (
  issue: Issue,
  { step, text, fileIds }: { step: Step; text: string; fileIds: readonly string[] },
  actor: Actor,
  now: number,
  { calendar, settings }: IssueRules,
): Shareout | Refusal<'FORBIDDEN' | 'STEP_NOT_NEXT' | 'STEP_NOT_NOW' | 'STEPS_FULL'> => {
  const kind = procedureOf(issue.classCode)
  const rule = kind && rulesOf(kind).find((one) => one.step === step)
  if (!rule || !plays(issue, rule.by, actor)) return refuse('FORBIDDEN')
  if (!stepsAhead(issue).includes(rule)) return refuse('STEP_NOT_NEXT')
  if (!rule.from.includes(issue.state)) return refuse('STEP_NOT_NOW')
  if ((issue.steps ?? []).length >= stepsMax) return refuse('STEPS_FULL')
  const taken: TakenStep = { step, at: toInstant(now), personId: actor.personId, name: actor.name, text }
  const withStep: Issue = {
    ...issue,
    steps: [...(issue.steps ?? []), taken],
    ...(kind === 'hazard' ? { recheckBy: recheckByOf(step, now, settings) } : {}),
  }
  const stepped =
    step === 'accepted'
      ? withNewSet({ ...withStep, clock: settlementClock(issue), extension: null }, now, calendar)
      : withReminders(issue, withStep, calendar)
  return {
    issue: withJointEntry(stepped, { title: nameOf(step, kind), text, fileIds }, actor, now),
    told: new Map([[issue.owner.personId, `这件事完成了“${nameOf(step, kind)}”这一步。`]]),
  }
}
