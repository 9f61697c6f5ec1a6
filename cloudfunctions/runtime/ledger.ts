import { createHash } from 'node:crypto'
import { holderIdOf, newAccount, type Account, type Holder } from '@/shared/domain/lovebank/account'
import { entered, noteDigestOf } from '@/shared/domain/lovebank/chain'
import type { Draft, Transfer, TransferNote } from '@/shared/domain/lovebank/transfer'
import { dayOf, toInstant } from '@/shared/kernel/time'
import type { Transaction } from '../store/store'

/** The digest of the ledger: SHA-256 in hexadecimal. */
export const ledgerDigest = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A member of the love bank: whose it is, and what they have; `isNew` while nothing of it has been written. */
export interface Member {
  readonly holder: Holder
  readonly account: Account
  readonly isNew?: boolean
}

type Owner = Pick<Holder, 'kind' | 'ownerId'>

/** Somebody's account, or null where they have none yet. Two requests, one where there is none. */
export const findMember = async (tx: Transaction, { kind, ownerId }: Owner): Promise<Member | null> => {
  const holder = await tx.holders.get(holderIdOf(kind, ownerId))
  if (!holder) return null
  const account = await tx.accounts.get(holder.accountId)
  if (!account) throw new Error(`the account ${holder.accountId} is missing`)
  return { holder, account }
}

/** Somebody's account, or the one they would have: whoever has none yet gets it with what is first written of it. */
export const memberOf = async (
  tx: Transaction,
  { kind, ownerId, communityId }: Owner & { communityId: string },
  fresh: { accountId: string; salt: string; now: number },
): Promise<Member> => {
  const found = await findMember(tx, { kind, ownerId })
  if (found) return found
  const openedAt = toInstant(fresh.now)
  const { accountId, salt } = fresh
  const holder: Holder = { _id: holderIdOf(kind, ownerId), communityId, accountId, kind, ownerId, salt, openedAt }
  return { holder, account: newAccount(accountId, communityId, openedAt), isNew: true }
}

/** Writes what a member's account has become, and opens it where it is new. */
export const putAccount = async (tx: Transaction, { holder, isNew }: Member, account: Account): Promise<void> => {
  if (isNew) await tx.holders.create(holder)
  await tx.accounts.put(account)
}

/** What a person reads about a transfer, and who made it. */
export type Note = Pick<TransferNote, 'actorId' | 'title' | 'reason' | 'subjectId'>

/** Enters a draft into the member's chain: account, transfer and note, in the transaction at hand. Three requests. */
export const postTransfer = async (
  tx: Transaction,
  member: Member,
  draft: Draft,
  note: Note,
): Promise<{ account: Account; transfer: Transfer }> => {
  const { account } = member
  const next = entered(account, draft, {
    noteDigest: noteDigestOf(member.holder.salt, note, ledgerDigest),
    today: dayOf(draft.at),
    digest: ledgerDigest,
  })
  await putAccount(tx, member, next.account)
  await tx.transfers.create(next.transfer)
  await tx.transferNotes.create({ _id: draft._id, accountId: account._id, communityId: account.communityId, ...note })
  return next
}
