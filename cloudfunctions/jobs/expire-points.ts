import type { Account, Holder } from '@/shared/domain/lovebank/account'
import { nextOnOf } from '@/shared/domain/lovebank/chain'
import { expire } from '@/shared/domain/lovebank/entries'
import { expiredNotice, expiryWarnings } from '@/shared/domain/lovebank/point-notices'
import type { Notice } from '@/shared/domain/notices/notice'
import { addDays, dayOf, toInstant } from '@/shared/kernel/time'
import { postTransfer } from '../runtime/ledger'
import { batchSize, type Job, type JobContext } from './job'

/** Who is told of an account: its owner, or everybody of the household. */
const toldOf = async ({ kind, ownerId, communityId }: Holder, { store }: JobContext): Promise<string[]> => {
  if (kind === 'person') return [ownerId]
  const members = await store.persons.list({ where: { communityId, householdId: ownerId }, limit: 20 })
  return members.map(({ _id }) => _id)
}

const expireOne = async ({ _id: accountId }: Account, holder: Holder, context: JobContext): Promise<number> => {
  const { store, now } = context
  const recipients = await toldOf(holder, context)
  const at = toInstant(now)
  const today = dayOf(now)
  return store.transact(async (tx) => {
    const account = await tx.accounts.get(accountId)
    if (!account || account.nextOn === null || account.nextOn > today) return 0
    const draft = expire(account, { at })
    // Points that came back today to a lot that had ended, after it was seen to, end with the next day: there is one expiry a day.
    if (draft && (await tx.transfers.get(draft._id))) return 0
    const tell = async (notices: (recipientId: string) => readonly Notice[]): Promise<void> => {
      for (const recipientId of recipients)
        for (const notice of notices(recipientId))
          if (!(await tx.notices.get(notice._id))) await tx.notices.create(notice)
    }
    await tell((recipientId) => expiryWarnings(account, { recipientId, today, at }))
    const note = { actorId: 'system', title: '积分到期', reason: null, subjectId: null }
    const next = draft ? (await postTransfer(tx, { holder, account }, draft, note)).account : account
    const { communityId } = account
    if (draft) {
      const halfPoints = account.available - next.available
      await tell((recipientId) => [expiredNotice(draft, accountId, halfPoints, { communityId, recipientId })])
    }
    // What is told or ended today is done; the account is looked at again on the next such day.
    await tx.accounts.put({ ...next, nextOn: nextOnOf(next.lots, addDays(today, 1)) })
    return 1
  })
}

/** Ends points whose last day has passed, and tells their owners 60, 30 and 7 days ahead, each once; a day missed is made up for. */
export const expirePoints: Job = async (context) => {
  const { store, now } = context
  let done = 0
  for (;;) {
    const due = await store.accounts.list({
      where: { nextOn: { before: addDays(dayOf(now), 1) } },
      orderBy: [['nextOn', 'asc']],
      limit: batchSize,
    })
    const accountIds = due.map(({ _id }) => _id)
    const holders = await store.holders.list({ where: { accountId: { in: accountIds } }, limit: batchSize })
    let moved = 0
    for (const account of due) {
      const holder = holders.find((one) => one.accountId === account._id)
      if (holder) moved += await expireOne(account, holder, context)
    }
    done += moved
    if (due.length < batchSize || moved === 0) return { done }
  }
}
