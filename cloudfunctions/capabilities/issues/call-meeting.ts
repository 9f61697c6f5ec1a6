import type { issues } from '@/shared/contracts/issues'
import { callMeeting as called } from '@/shared/domain/issues/meeting'
import { canSeeIssue } from '@/shared/domain/issues/sight'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { candidateOf, candidatesOf } from './candidate-of'
import { saveMeeting } from './save-meeting'

/** Calls a joint meeting and tells everybody invited; whoever calls it takes the chair. */
export const callMeeting: Handler<typeof issues.callMeeting> = async ({ id, ...asked }, context) => {
  const { actor, now, newId, newSecret, transact, directory } = context
  const [_id, key, secret] = [newId('meeting'), newId('notice'), newSecret()]
  const { rules } = await directory()
  return transact(async (tx) => {
    const issue = await tx.issues.get(id)
    if (!issue || !canSeeIssue(issue, actor)) return refuse('NOT_FOUND')
    const [chair, people] = await Promise.all([
      candidateOf(actor.personId, issue, context),
      candidatesOf(asked.personIds, issue, context),
    ])
    if (!chair) return refuse('FORBIDDEN')
    const given = { ...asked, people, _id, secret, chair: chair.party }
    const decided = called(issue, given, actor, now, rules)
    if (isRefusal(decided)) return decided
    await saveMeeting(tx, { meeting: null, issue }, decided, actor.personId, key)
    return { id: _id, number: decided.meeting.number }
  })
}
