import type { Actor } from '../../kernel/actor'
import { refuse, type Refusal } from '../../kernel/decision'
import { addDays, dayOf, daysBetween } from '../../kernel/time'
import type { IssueState } from '../../kernel/vocabulary'
import type { Issue } from './issue'
import { withJointEntry } from './joint'
import { isLeadOf, isOwnerOf } from './owner'
import { isCommunityWorkerOf } from './sight'
import type { Works } from './works-shape'

/** Works are planned at most this many days ahead, and noted at most so many days after they began. */
const [aheadMax, behindMax] = [365, 1095]

/** Works end with the issue where it came to nothing; what was closed may still get its last photos. */
const states: readonly IssueState[] = ['dispatched', 'handling', 'suspended', 'verifying', 'closed']

/**
 * How many days works took, first and last day both counted: from the 8th to the 25th are 18. Works that still go on are counted to today;
 * those that have not begun took none.
 */
export const worksDaysOf = ({ startOn, endOn }: Pick<Works, 'startOn' | 'endOn'>, today: string): number =>
  Math.max(0, daysBetween(startOn, endOn ?? today) + 1)

/** Null when somebody may note the works now; else why not. Owner, lead and the desk do. */
export const refusalOfWorks = (issue: Issue, actor: Actor): Refusal<'FORBIDDEN' | 'WORKS_NOT_NOW'> | null => {
  if (![isOwnerOf, isLeadOf, isCommunityWorkerOf].some((isOne) => isOne(issue, actor))) return refuse('FORBIDDEN')
  return states.includes(issue.state) ? null : refuse('WORKS_NOT_NOW')
}

/** Whether somebody can mean these days: not years away, and not finished before they began nor after today. */
export const areWorksDaysFit = ({ startOn, endOn }: Works, today: string): boolean =>
  startOn <= addDays(today, aheadMax) &&
  startOn >= addDays(today, -behindMax) &&
  (endOn === null || (endOn >= startOn && endOn <= today))

const wordsOf = (works: Works, today: string): string =>
  [
    works.what,
    works.endOn ? `${works.startOn} 至 ${works.endOn}，历时 ${worksDaysOf(works, today)} 天` : `${works.startOn} 开工`,
    works.areaSquareMeters === null ? null : `面积 ${works.areaSquareMeters} 平方米`,
  ]
    .filter(Boolean)
    .join('，')

/** The issue with its works (整治工程) as they now stand; what was noted before is replaced, and the history keeps it in words. */
export const setWorks = (
  issue: Issue,
  works: Works,
  actor: Actor,
  now: number,
): Issue | Refusal<'FORBIDDEN' | 'WORKS_NOT_NOW' | 'WORKS_DAYS_UNFIT'> => {
  const refused = refusalOfWorks(issue, actor)
  if (refused) return refused
  const today = dayOf(now)
  if (!areWorksDaysFit(works, today)) return refuse('WORKS_DAYS_UNFIT')
  return withJointEntry({ ...issue, works }, { title: '整治工程', text: wordsOf(works, today) }, actor, now)
}
