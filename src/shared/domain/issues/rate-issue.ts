import type { Actor } from '../../kernel/actor'
import { refuse, type Refusal } from '../../kernel/decision'
import { toInstant } from '../../kernel/time'
import type { Issue } from './issue'

const isReporter = (issue: Issue, { communityId, personId }: Actor): boolean =>
  communityId === issue.communityId && issue.reporterId === personId

/** The reporter rates what is closed, once; reopening does not give a second rating. */
export const canRate = (issue: Issue, actor: Actor): boolean =>
  isReporter(issue, actor) && issue.state === 'closed' && issue.rating === null

/** The issue with its rating (评价). */
export const rateIssue = (
  issue: Issue,
  { stars, tags, text }: { stars: number; tags: readonly string[]; text?: string | undefined },
  actor: Actor,
  now: number,
): Issue | Refusal<'FORBIDDEN' | 'ISSUE_NOT_CLOSED' | 'ISSUE_ALREADY_RATED'> => {
  if (!isReporter(issue, actor)) return refuse('FORBIDDEN')
  if (issue.rating !== null) return refuse('ISSUE_ALREADY_RATED')
  if (issue.state !== 'closed') return refuse('ISSUE_NOT_CLOSED')
  const at = toInstant(now)
  const entry: Issue['timeline'][number] = {
    at,
    kind: 'rating',
    move: null,
    from: null,
    to: null,
    actor: { personId: actor.personId, name: actor.name, role: null },
    text: `${stars} 星${text ? `：${text}` : ''}`,
    fileIds: [],
  }
  return {
    ...issue,
    rating: { stars, tags: [...new Set(tags)], text: text ?? null, at },
    updatedAt: at,
    timeline: [...issue.timeline, entry],
  }
}
