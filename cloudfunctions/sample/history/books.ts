import type { Session } from '@/shared/domain/activities/records'
import { holderIdOf, newAccount, type Account, type Holder } from '@/shared/domain/lovebank/account'
import { bankRules } from '@/shared/domain/lovebank/bank-rules'
import { entered, noteDigestOf, type Digest } from '@/shared/domain/lovebank/chain'
import { award } from '@/shared/domain/lovebank/entries'
import { issuerAccount, type Draft, type Transfer, type TransferNote } from '@/shared/domain/lovebank/transfer'
import { dayOf, toInstant } from '@/shared/kernel/time'
import { idsBy } from './activities'
import { ruled } from './stage'

/** What somebody is to be given for a session, by whom and when (epoch ms). */
export interface Award {
  readonly kind: Holder['kind']
  readonly ownerId: string
  /** Who brought the children a family is given points for. */
  readonly guardianId?: string
  readonly halfPoints: number
  readonly session: Pick<Session, '_id' | 'title'>
  readonly actorId: string
  readonly at: number
}

type Note = Pick<TransferNote, 'actorId' | 'title' | 'reason' | 'subjectId'>

/** The love bank of a sample, entered by the rules of the ledger, so that every chain in it verifies. */
export const booksOf = (communityId: string, digest: Digest) => {
  const { awardIdOf } = idsBy(digest)
  const holders = new Map<string, Holder>()
  const accounts = new Map<string, Account>()
  const transfers = new Map<string, Transfer>()
  const transferNotes: TransferNote[] = []

  const accountOf = (kind: Holder['kind'], ownerId: string, at: number): Account => {
    const _id = holderIdOf(kind, ownerId)
    const held = holders.get(_id)
    if (held) return accounts.get(held.accountId)!
    const accountId = `account-${digest(`${communityId} ${_id}`).slice(0, 24)}`
    const openedAt = toInstant(at)
    const salt = digest(`salt ${_id}`).slice(0, 32)
    holders.set(_id, { _id, communityId, accountId, kind, ownerId, salt, openedAt })
    accounts.set(accountId, newAccount(accountId, communityId, openedAt))
    return accounts.get(accountId)!
  }
  const post = (kind: Holder['kind'], ownerId: string, draft: Draft, note: Note): Transfer => {
    const account = accountOf(kind, ownerId, Date.parse(draft.at))
    const { salt } = holders.get(holderIdOf(kind, ownerId))!
    const noteDigest = noteDigestOf(salt, note, digest)
    const next = entered(account, draft, { noteDigest, today: dayOf(draft.at), digest })
    accounts.set(account._id, next.account)
    transfers.set(draft._id, next.transfer)
    transferNotes.push({ _id: draft._id, accountId: account._id, communityId, ...note })
    return next.transfer
  }
  /** Points for what was done in a session; those of one member in the order of time. */
  const give = ({ kind, ownerId, guardianId, halfPoints, session, actorId, at }: Award) => {
    const account = accountOf(kind, ownerId, at)
    const id = awardIdOf(session._id, account._id, guardianId && accountOf('person', guardianId, at)._id)
    const what = { id, halfPoints, issuer: issuerAccount(communityId), at: toInstant(at) }
    const note = { actorId, title: session.title, reason: null, subjectId: session._id }
    post(kind, ownerId, ruled(award(account, what, bankRules)), note)
  }
  return {
    accountOf,
    post,
    give,
    holders: () => [...holders.values()],
    transfer: (id: string): Transfer | undefined => transfers.get(id),
    documents: () => ({
      holders: [...holders.values()],
      accounts: [...accounts.values()],
      transfers: [...transfers.values()],
      transferNotes: [...transferNotes],
    }),
  }
}
export type Books = ReturnType<typeof booksOf>
