import type { issues } from '@/shared/contracts/issues'
import { addCommitment as withCommitment } from '@/shared/domain/issues/commitment'
import { canSeeIssue } from '@/shared/domain/issues/sight'
import { changedOf } from '@/shared/domain/issues/view'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { candidateOf } from './candidate-of'
import { saveShareout } from './share-out'

/** Writes down what somebody promises for an issue and by when; they are told, and see the issue from then on. */
export const addCommitment: Handler<typeof issues.addCommitment> = async (input, context) => {
  const { actor, now, newId, transact, directory } = context
  const [_id, key] = [newId('commitment'), newId('notice')]
  const { id, what, personId, dueOn, meetingId = null } = input
  const { rules } = await directory()
  return transact(async (tx) => {
    const issue = await tx.issues.get(id)
    if (!issue || !canSeeIssue(issue, actor)) return refuse('NOT_FOUND')
    if (meetingId && (await tx.meetings.get(meetingId))?.issueId !== id) return refuse('NOT_FOUND')
    const person = await candidateOf(personId, issue, context)
    const given = { _id, what, personId, person, dueOn, meetingId }
    const promised = withCommitment(issue, given, actor, now, rules)
    if (isRefusal(promised)) return promised
    await tx.commitments.create(promised.commitment)
    await saveShareout(tx, issue, promised, actor.personId, key)
    return changedOf(promised.issue, actor, now, rules)
  })
}
