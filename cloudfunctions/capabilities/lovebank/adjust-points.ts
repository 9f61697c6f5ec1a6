import type { lovebank } from '@/shared/contracts/lovebank'
import { accountView } from '@/shared/domain/lovebank/account-view'
import { bankRulesOf } from '@/shared/domain/lovebank/bank-rules'
import { adjust } from '@/shared/domain/lovebank/entries'
import { adjustedNotice } from '@/shared/domain/lovebank/point-notices'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { memberOf, postTransfer } from '../../runtime/ledger'
import { isOwn, ownerOf } from './owner-of'

/** Adds to or takes from an account by hand. Nobody corrects their own, and the owner is told why. */
export const adjustPoints: Handler<typeof lovebank.adjustPoints> = async (input, context) => {
  const { actor, now, newId, newSecret, transact, directory } = context
  const { halfPoints, reason, ...owner } = input
  const found = await ownerOf(owner, context)
  if (!found) return refuse('NOT_FOUND')
  if (isOwn(owner, actor)) return refuse('OWN_ACCOUNT')
  const { communityId } = actor
  const rules = bankRulesOf((await directory()).rules.settings)
  return transact(async (tx) => {
    const fresh = { accountId: newId('account'), salt: newSecret(), now }
    const member = await memberOf(tx, { ...owner, communityId }, fresh)
    const draft = adjust(member.account, { id: newId('adjust'), halfPoints, at: toInstant(now) }, rules)
    if (isRefusal(draft)) return draft
    const note = { actorId: actor.personId, title: '积分更正', reason, subjectId: null }
    const { account } = await postTransfer(tx, member, draft, note)
    for (const recipientId of found.personIds)
      await tx.notices.create(adjustedNotice(draft, { communityId, recipientId, halfPoints, reason }))
    return { account: accountView(owner.kind, account) }
  })
}
