import type { issues } from '@/shared/contracts/issues'
import { canAskPhone, sharedPhoneOf } from '@/shared/domain/issues/ask-phone'
import { canSeeIssue } from '@/shared/domain/issues/sight'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'

/** Shows the reporter's number, and in the same transaction writes down who asked and why: nobody reads it off the record. */
export const askPhone: Handler<typeof issues.askPhone> = ({ id, purpose, words }, { actor, now, newId, transact }) =>
  transact(async (tx) => {
    const issue = await tx.issues.get(id)
    if (!issue || !canSeeIssue(issue, actor)) return refuse('NOT_FOUND')
    if (!canAskPhone(issue, actor)) return refuse('FORBIDDEN')
    const shared = sharedPhoneOf(await tx.persons.get(issue.reporterId))
    if (isRefusal(shared)) return shared
    await tx.accessLogs.create({
      _id: newId('phone'),
      communityId: actor.communityId,
      issueId: issue._id,
      issueCode: issue.code,
      personId: actor.personId,
      personName: actor.name,
      capability: 'issues.askPhone',
      fields: ['phone'],
      phone: { ownerId: issue.reporterId, purpose, words: words ?? null },
      at: toInstant(now),
    })
    return shared
  })
