import type { Actor } from '../../kernel/actor'
import { refuse, type Refusal } from '../../kernel/decision'
import { dayMs, toInstant } from '../../kernel/time'
import type { FollowUp } from './follow-up-shape'
import type { Issue } from './issue'

/** Days after closing on which the reporter is asked once more (还好吗): long enough for a mend that does not hold to show. */
export const followUpDays = 28

/** The instant at which an issue closed then is asked about. */
export const followUpAt = (closedAt: string): number => Date.parse(closedAt) + followUpDays * dayMs

const isReporter = (issue: Issue, { communityId, personId }: Actor): boolean =>
  communityId === issue.communityId && issue.reporterId === personId

/** Whether the second question is open for this actor now: to the reporter, of what has stayed closed, once. */
export const canAnswerFollowUp = (issue: Issue, actor: Actor, now: number): boolean =>
  isReporter(issue, actor) &&
  issue.state === 'closed' &&
  issue.closedAt !== null &&
  now >= followUpAt(issue.closedAt) &&
  !issue.followUp

const words: Record<FollowUp['answer'], string> = {
  lasting: '还好，没有再坏',
  brokeAgain: '又坏了',
}

/** The issue with the answer. It stays closed: what broke again after so long is a new report that names this one. */
export const answerFollowUp = (
  issue: Issue,
  answer: FollowUp['answer'],
  actor: Actor,
  now: number,
): Issue | Refusal<'FORBIDDEN' | 'FOLLOW_UP_ANSWERED' | 'FOLLOW_UP_NOT_ASKED'> => {
  if (!isReporter(issue, actor)) return refuse('FORBIDDEN')
  if (issue.followUp) return refuse('FOLLOW_UP_ANSWERED')
  if (!canAnswerFollowUp(issue, actor, now)) return refuse('FOLLOW_UP_NOT_ASKED')
  const at = toInstant(now)
  return {
    ...issue,
    followUp: { answer, at },
    updatedAt: at,
    timeline: [
      ...issue.timeline,
      {
        at,
        kind: 'followUp',
        move: null,
        from: null,
        to: null,
        actor: { personId: actor.personId, name: actor.name, role: null },
        text: words[answer],
        fileIds: [],
      },
    ],
  }
}
