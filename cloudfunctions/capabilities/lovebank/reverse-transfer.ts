import type { lovebank } from '@/shared/contracts/lovebank'
import { activityIds } from '@/shared/domain/activities/ids'
import { accountView } from '@/shared/domain/lovebank/account-view'
import { bankRulesOf } from '@/shared/domain/lovebank/bank-rules'
import { isOfRedemption, reversalIdOf, reverse } from '@/shared/domain/lovebank/entries'
import { movedOf, type Transfer } from '@/shared/domain/lovebank/transfer'
import { reversedNotice } from '@/shared/domain/lovebank/point-notices'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { digest } from '../../runtime/hash'
import { postTransfer } from '../../runtime/ledger'
import type { Transaction } from '../../store/store'
import { isOwn, ownerOf } from './owner-of'

const { awardIdOf, participationIdOf } = activityIds(digest)

/** What is taken back of an award, or given again, is no longer, or again, what the session has earned: rankings and figures follow. */
const correctEarned = async (
  tx: Transaction,
  { ownerId, accountId }: { ownerId: string; accountId: string },
  sessionId: string,
  transfer: Transfer,
): Promise<void> => {
  if (!transfer._id.endsWith(`:${awardIdOf(sessionId, accountId)}`)) return
  const served = await tx.participations.get(participationIdOf(sessionId, ownerId))
  if (!served?.awarded) return
  const person = served.awarded.person + movedOf(transfer, 'available') - transfer.owedChange
  await tx.participations.put({ ...served, awarded: { ...served.awarded, person } })
}

/** Takes a transfer back, once. What is no longer there is owed, and comes off later awards. */
export const reverseTransfer: Handler<typeof lovebank.reverseTransfer> = async ({ id, reason }, context) => {
  const { actor, now, store, transact, directory } = context
  const { communityId } = actor
  const original = await store.transfers.get(id)
  if (original?.communityId !== communityId) return refuse('NOT_FOUND')
  if (isOfRedemption(original)) return refuse('TRANSFER_OF_REDEMPTION')
  const [holder] = await store.holders.list({ where: { accountId: original.accountId }, limit: 1 })
  const owner = holder && (await ownerOf(holder, context))
  // Whoever has left has no points any more that could be taken.
  if (!holder || !owner) return refuse('TRANSFER_NOT_REVERSIBLE')
  if (isOwn(holder, actor)) return refuse('OWN_ACCOUNT')
  const rules = bankRulesOf((await directory()).rules.settings)
  return transact(async (tx) => {
    const account = await tx.accounts.get(original.accountId)
    if (!account) return refuse('NOT_FOUND')
    if (await tx.transfers.get(reversalIdOf(id))) return refuse('TRANSFER_ALREADY_REVERSED')
    const draft = reverse(account, { original, at: toInstant(now) }, rules)
    if (isRefusal(draft)) return draft
    const words = await tx.transferNotes.get(id)
    const title = `冲正：${words?.title ?? '一笔积分'}`
    const note = { actorId: actor.personId, title, reason, subjectId: words?.subjectId ?? null }
    const next = await postTransfer(tx, { holder, account }, draft, note)
    if (words?.subjectId && holder.kind === 'person') await correctEarned(tx, holder, words.subjectId, next.transfer)
    for (const recipientId of owner.personIds)
      await tx.notices.create(reversedNotice(next.transfer, { communityId, recipientId, title, reason }))
    return { account: accountView(holder.kind, next.account) }
  })
}
