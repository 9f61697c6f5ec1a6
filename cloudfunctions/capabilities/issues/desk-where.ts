import type { DeskFilter } from '@/shared/contracts/issues/desk-shapes'
import type { IssueSettings } from '@/shared/domain/issues/settings'
import { workedOnStates } from '@/shared/domain/issues/reminders'
import type { Issue } from '@/shared/domain/issues/issue'
import { answerByOf } from '@/shared/domain/issues/supervision'
import { classesIn } from '@/shared/domain/issues/staff-groups'
import { issueClasses } from '@/shared/domain/issues/classes'
import { holds, type Actor } from '@/shared/kernel/actor'
import type { DeskPart } from '@/shared/kernel/desk-parts'
import { dayMs, startOfDay, toInstant } from '@/shared/kernel/time'
import { issueStates } from '@/shared/kernel/vocabulary'
import type { Where } from '../../store/store'
import { watchedBy } from './watched'

/** Any instant is after this. */
const someInstant = { after: '' }
const beingDecided = { in: ['reported', 'dispatched', 'handling', 'suspended', 'returned'] }

/**
 * What waits in each part. Every condition names the community and a state, or being open and the fact that makes it wait: for each of
 * these there is an index, so that nobody looks through the closed issues, nor through all the open ones.
 */
const partWhere = (part: DeskPart, actor: Actor, now: number, { passesMax }: IssueSettings): Where => {
  const often = { after: passesMax - 1 }
  const sentOn = { not: 'reported' }
  switch (part) {
    // The router sends every report on at once: what is only reported came back by an appeal or was completed.
    case 'undispatched':
      return { state: 'reported' }
    case 'undecided':
      return { isOpen: true, state: sentOn, passes: often, decisionDueAt: someInstant }
    case 'sentBack':
      return { isOpen: true, state: sentOn, bounces: often, decisionDueAt: someInstant }
    case 'extension':
      return { isOpen: true, state: beingDecided, 'extension.askedAt': someInstant, 'extension.decision': null }
    case 'verify':
      return { state: 'verifying', fixerId: { not: actor.personId } }
    case 'unchecked':
      return { isOpen: true, isToReview: true }
    case 'overdue':
      return { state: { in: workedOnStates }, 'clock.dueAt': { before: toInstant(now + 1) } }
    case 'supervised':
      return { isSupervised: true, isOpen: true }
  }
}

/** Only community workers decide about words and photos that were held back. */
const mayDecide = (part: DeskPart, actor: Actor): boolean => part !== 'unchecked' || holds(actor, ['communityWorker'])

const publicCodes: readonly string[] = issueClasses.filter(({ isPrivate }) => !isPrivate).map(({ code }) => code)

/** The classes of a group that the actor may see. */
const codesOf = (group: NonNullable<DeskFilter['group']>, actor: Actor): readonly string[] =>
  classesIn(group).filter((code) => holds(actor, ['communityWorker']) || publicCodes.includes(code))

/**
 * The condition behind a filter, for a count, a list and an export alike, so that their totals are one. Whatever the actor may not see
 * is left out by it: private classes, and complaints about themselves. null for whoever has no desk.
 */
export const deskWhere = (filter: DeskFilter, actor: Actor, now: number, settings: IssueSettings): Where | null => {
  const watched = watchedBy(actor)
  if (!watched || (filter.part && !mayDecide(filter.part, actor))) return null
  const { part, from, to, gridId, group, state } = filter
  const days: Where =
    from && to
      ? { createdAt: { after: toInstant(startOfDay(from) - 1), before: toInstant(startOfDay(to) + dayMs) } }
      : {}
  // A book is read state by state, so that a rare one is found where it stands among all the closed ones.
  const states: Where = state ? { state } : { state: { in: issueStates } }
  return {
    ...watched,
    ...(part ? partWhere(part, actor, now, settings) : { ...days, ...states }),
    ...(gridId === undefined ? {} : { gridId }),
    ...(group ? { classCode: { in: codesOf(group, actor) } } : {}),
    aboutPersonId: { not: actor.personId },
  }
}

/** The parts an actor has, in the order of the screen. */
export const partsOf = (parts: readonly DeskPart[], actor: Actor): DeskPart[] =>
  parts.filter((part) => mayDecide(part, actor))

/** How a list is ordered, and what an issue has at the field of the order. */
interface DeskOrder {
  readonly field: string
  readonly direction: 'asc' | 'desc'
  readonly keyOf: (issue: Issue) => string
}

/** By what a filter's list is ordered: what waits, the most pressing first; a book, the newest first. */
export const orderOf = ({ part }: DeskFilter): DeskOrder => {
  if (part === undefined) return { field: 'createdAt', direction: 'desc', keyOf: (issue) => issue.createdAt }
  if (part === 'supervised') return { field: 'supervision.answerBy', direction: 'asc', keyOf: answerByOf }
  return { field: 'clock.dueAt', direction: 'asc', keyOf: (issue) => issue.clock.dueAt }
}
