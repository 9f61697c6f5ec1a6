import type { Actor } from '../../kernel/actor'
import { refuse, type Refusal } from '../../kernel/decision'
import { toInstant } from '../../kernel/time'
import type { Issue } from './issue'
import { isHelperOf, isLeadOf, isOwnerOf } from './owner'

const isHandling = (issue: Issue, actor: Actor): boolean =>
  actor.communityId === issue.communityId &&
  [isOwnerOf, isLeadOf, isHelperOf].some((isAtWork) => isAtWork(issue, actor))

/** Owner, lead and helpers report progress, once somebody has started: before that there is none. */
export const canAddProgress = (issue: Issue, actor: Actor): boolean =>
  isHandling(issue, actor) && issue.state === 'handling'

/** The issue with one more line of progress; its state does not change. */
export const addProgress = (
  issue: Issue,
  { text, fileIds }: { text: string; fileIds: readonly string[] },
  actor: Actor,
  now: number,
): Issue | Refusal<'FORBIDDEN' | 'ISSUE_NOT_IN_PROGRESS'> => {
  if (!isHandling(issue, actor)) return refuse('FORBIDDEN')
  if (issue.state !== 'handling') return refuse('ISSUE_NOT_IN_PROGRESS')
  const at = toInstant(now)
  const role = isOwnerOf(issue, actor) ? issue.owner.role : (actor.postings[0]?.role ?? null)
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
