import { addDays } from '../../kernel/time'
import type { Account, Hold } from './account'
import { warningDays } from './bank-rules'
import { lotsAfter } from './lots'
import { isMemberPart, movedOf, type Draft, type Transfer } from './transfer'

/** Turns a text into its digest. Rules bring no cryptography; whoever calls them does. */
export type Digest = (text: string) => string

type Sealed = Omit<Transfer, 'hash'>

/** The text that is hashed: every field that means something, in a fixed order, so that equal entries have equal hashes everywhere. */
export const canonicalText = (transfer: Sealed): string =>
  JSON.stringify([
    transfer.previousHash,
    transfer.communityId,
    transfer.accountId,
    transfer.sequence,
    transfer._id,
    transfer.kind,
    transfer.lines.map(({ account, lot, halfPoints }) => [account, lot, halfPoints]),
    transfer.owedChange,
    transfer.refers,
    [transfer.after.available, transfer.after.held, transfer.after.owed],
    transfer.noteDigest,
    transfer.at,
  ])

/** The salted digest of who did something and why; without the salt nobody can try out names or reasons. */
export const noteDigestOf = (
  salt: string,
  {
    actorId,
    title,
    reason,
    subjectId,
  }: { actorId: string; title: string; reason: string | null; subjectId: string | null },
  digest: Digest,
): string => digest(JSON.stringify([salt, actorId, title, reason, subjectId]))

/**
 * The next day on which there is something to do about these lots: points end, or their owner is to be told from a day on. A day that
 * was missed is due at once. null where nothing is free.
 */
export const nextOnOf = (lots: Account['lots'], from: string): string | null =>
  lots
    .filter(({ available }) => available > 0)
    .flatMap(({ expiresOn }) => [
      addDays(expiresOn, 1),
      ...warningDays.map((before) => addDays(expiresOn, -before)).filter((told) => told >= from),
    ])
    .reduce<string | null>((least, one) => (least === null || one < least ? one : least), null)

const holdsAfter = (holds: readonly Hold[], { _id, kind, lines, refers }: Draft): Hold[] => {
  if (kind !== 'hold') return holds.filter(({ id }) => id !== refers || !['capture', 'release'].includes(kind))
  const lots = lines.flatMap(({ account, lot, halfPoints }) =>
    account === 'held' && lot !== null ? [{ expiresOn: lot, halfPoints }] : [],
  )
  return [...holds, { id: _id, lots }]
}

/** What an account's figures are after an entry; what the ledger says of it and nothing that stands beside (`head`, `sequence`). */
export const figuresAfter = (
  account: Account,
  draft: Draft,
): Pick<Account, 'available' | 'held' | 'owed' | 'lots' | 'holds'> => ({
  available: account.available + movedOf(draft, 'available'),
  held: account.held + movedOf(draft, 'held'),
  owed: account.owed + draft.owedChange,
  lots: lotsAfter(
    account.lots,
    draft.lines.filter(({ account: part }) => isMemberPart(part)),
  ),
  holds: holdsAfter(account.holds, draft),
})

/**
 * Enters a draft: the transfer with its place in the chain, and the account as it is then. Both must be written in one transaction, or
 * neither. `today` is the community's day, from which on the next expiry is looked for.
 */
export const entered = (
  account: Account,
  draft: Draft,
  { noteDigest, today, digest }: { noteDigest: string; today: string; digest: Digest },
): { account: Account; transfer: Transfer } => {
  const figures = figuresAfter(account, draft)
  const sealed: Sealed = {
    ...draft,
    communityId: account.communityId,
    accountId: account._id,
    sequence: account.sequence + 1,
    after: { available: figures.available, held: figures.held, owed: figures.owed },
    noteDigest,
    previousHash: account.head,
  }
  const hash = digest(canonicalText(sealed))
  return {
    transfer: { ...sealed, hash },
    account: { ...account, ...figures, sequence: sealed.sequence, head: hash, nextOn: nextOnOf(figures.lots, today) },
  }
}
