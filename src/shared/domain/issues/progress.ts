import type { Actor } from '../../kernel/actor'
import { refuse, type Refusal } from '../../kernel/decision'
import { toInstant } from '../../kernel/time'
import type { Issue } from './issue'
import { isRosterTold, rosterToldOf } from './roster-told'
import { isHelperOf, isLeadOf, isOwnerOf } from './owner'

const isHandling = (issue: Issue, actor: Actor): boolean =>
  actor.communityId === issue.communityId &&
  [isOwnerOf, isLeadOf, isHelperOf].some((isAtWork) => isAtWork(issue, actor))

/** At night whoever is on duty may be there before the owner: they note what they found even when nobody has started. */
const isWatching = (issue: Issue, actor: Actor): boolean => isRosterTold(issue, actor) && issue.state === 'dispatched'

/** Owner, lead, helpers and the night's roster report progress, once somebody has started: before that there is none. */
export const canAddProgress = (issue: Issue, actor: Actor): boolean =>
  isWatching(issue, actor) || ((isHandling(issue, actor) || isRosterTold(issue, actor)) && issue.state === 'handling')

/** The issue with one more line of progress; its state does not change. */
export const addProgress = (
  issue: Issue,
  { text, fileIds }: { text: string; fileIds: readonly string[] },
  actor: Actor,
  now: number,
): Issue | Refusal<'FORBIDDEN' | 'ISSUE_NOT_IN_PROGRESS'> => {
  if (!isHandling(issue, actor) && !isRosterTold(issue, actor)) return refuse('FORBIDDEN')
  if (!canAddProgress(issue, actor)) return refuse('ISSUE_NOT_IN_PROGRESS')
  const at = toInstant(now)
  const party = isOwnerOf(issue, actor)
    ? issue.owner
    : rosterToldOf(issue).find(({ personId }) => personId === actor.personId)
  const role = party?.role ?? actor.postings[0]?.role ?? null
  const entry: Issue['timeline'][number] = {
    at,
    kind: 'progress',
    move: null,
    from: null,
    to: null,
    actor: { personId: actor.personId, name: actor.name, role },
    text,
    fileIds: [...fileIds],
  }
  return { ...issue, updatedAt: at, timeline: [...issue.timeline, entry] }
}
