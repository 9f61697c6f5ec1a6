import type { lovebank } from '@/shared/contracts/lovebank'
import { accountView } from '@/shared/domain/lovebank/account-view'
import { suspensionNotice } from '@/shared/domain/lovebank/point-notices'
import { refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { memberOf, putAccount } from '../../runtime/ledger'
import { isOwn, ownerOf } from './owner-of'

/** Stops an account, or lets it go on; nobody decides about their own. Saying the same again changes and tells nothing. */
export const setSuspension: Handler<typeof lovebank.setSuspension> = async (input, context) => {
  const { actor, now, newId, newSecret, transact } = context
  const { isSuspended, reason, ...owner } = input
  const found = await ownerOf(owner, context)
  if (!found) return refuse('NOT_FOUND')
  if (isOwn(owner, actor)) return refuse('OWN_ACCOUNT')
  const { communityId } = actor
  return transact(async (tx) => {
    const fresh = { accountId: newId('account'), salt: newSecret(), now }
    const member = await memberOf(tx, { ...owner, communityId }, fresh)
    const { account } = member
    if ((account.suspension !== null) === isSuspended) return { account: accountView(owner.kind, account) }
    const suspension = isSuspended ? { at: toInstant(now), actorId: actor.personId, reason } : null
    const changed = { ...account, suspension }
    await putAccount(tx, member, changed)
    for (const recipientId of found.personIds)
      await tx.notices.create(
        suspensionNotice({
          id: newId(`suspension-${recipientId}`),
          communityId,
          recipientId,
          isSuspended,
          reason,
          now,
        }),
      )
    return { account: accountView(owner.kind, changed) }
  })
}
