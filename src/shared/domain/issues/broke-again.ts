import type { Actor } from '../../kernel/actor'
import { refuse, type Refusal } from '../../kernel/decision'
import { toInstant } from '../../kernel/time'
import type { Issue, IssueEntry } from './issue'
import { canSeeIssue, canSeeReporter } from './sight'

/** The most later reports one issue remembers; what broke more often than this is known to break. */
export const followedByMax = 20

const entryOf = (text: string, issueId: string, now: number): IssueEntry => ({
  at: toInstant(now),
  kind: 'follows',
  move: null,
  from: null,
  to: null,
  // Who reported either is said where it may be, never by the line that joins the two.
  actor: null,
  text,
  fileIds: [],
  issueId,
})

/** The closed issue that a new report may name as what broke again (又坏了): one its reporter sees. */
export const followedOf = (found: Issue | null, actor: Actor): Issue | Refusal<'ISSUE_FOLLOWED_UNKNOWN'> =>
  found && found.state === 'closed' && canSeeIssue(found, actor) ? found : refuse('ISSUE_FOLLOWED_UNKNOWN')

/** A fresh issue that says what it follows, in the line after its report. */
export const following = (fresh: Issue, { _id, code }: Pick<Issue, '_id' | 'code'>, now: number): Issue => ({
  ...fresh,
  followsId: _id,
  timeline: [fresh.timeline[0]!, entryOf(`${code} 那件事又坏了`, _id, now), ...fresh.timeline.slice(1)],
})

/** The closed issue with the report that follows it. It stays closed, and counts as unchanged: nothing was done about it. */
export const followedBy = (closed: Issue, { _id, code }: Pick<Issue, '_id' | 'code'>, now: number): Issue =>
  closed.followedByIds?.includes(_id)
    ? closed
    : {
        ...closed,
        followedByIds: [...(closed.followedByIds ?? []), _id].slice(-followedByMax),
        timeline: [...closed.timeline, entryOf(`又坏了，另报为 ${code}`, _id, now)],
      }

/** The ids of what an issue is joined with: what it follows, and what follows it. */
export const joinedWith = ({ followsId, followedByIds = [] }: Issue): string[] => [
  ...(followsId ? [followsId] : []),
  ...followedByIds,
]

/**
 * Whether somebody may know that two reports belong together: only who sees both, and, where either is unnamed, who may know its reporter,
 * so that a named one never gives away an unnamed one.
 */
export const canSeeBoth = (one: Issue, other: Issue, viewer: Actor): boolean =>
  [one, other].every((issue) => canSeeIssue(issue, viewer) && (!issue.isUnnamed || canSeeReporter(issue, viewer)))
