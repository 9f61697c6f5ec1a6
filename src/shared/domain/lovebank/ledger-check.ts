import * as z from 'zod'
import { day, id, instant } from '../../kernel/shapes'
import { LedgerSums } from './audit'
import { transferKinds } from './transfer'

/** One look through a community's whole ledger (账目核对), begun every night and gone on with until it is done. */
export const ledgerCheckRecord = z.object({
  _id: id,
  communityId: id,
  day,
  /** sound (相符) · broken (有差异): it has stopped at the first thing that is wrong and mends nothing. */
  state: z.enum(['running', 'sound', 'broken']),
  /** The last account it has looked through, in the order of their ids. */
  afterAccountId: z.string(),
  accounts: z.int(),
  /** What the accounts say their members have, half points. */
  balances: z.int(),
  byKind: z.array(z.object({ kind: z.enum(transferKinds), transfers: z.int(), halfPoints: z.int() })),
  byAccount: z.array(z.object({ account: z.string(), halfPoints: z.int() })),
  /** One digest over the heads of all accounts: who keeps it can tell later that nothing before was changed. */
  head: z.string(),
  /** What is wrong, for people; null while nothing is. */
  problem: z.string().nullable(),
  at: instant,
})
export type LedgerCheck = z.infer<typeof ledgerCheckRecord>

export const ledgerCheckIdOf = (communityId: string, day: string): string => `ledger:${communityId}:${day}`

/** A look that has not begun. */
export const newLedgerCheck = (communityId: string, onDay: string, at: string): LedgerCheck => ({
  _id: ledgerCheckIdOf(communityId, onDay),
  communityId,
  day: onDay,
  state: 'running',
  afterAccountId: '',
  accounts: 0,
  balances: 0,
  byKind: [],
  byAccount: [],
  head: '',
  problem: null,
  at,
})

/** The sums a look has come to, to go on with. */
export const sumsOf = ({ byKind, byAccount }: LedgerCheck): LedgerSums => {
  const sums = new LedgerSums()
  for (const { kind, ...sum } of byKind) sums.byKind.set(kind, { ...sum })
  for (const { account, halfPoints } of byAccount) sums.byAccount.set(account, halfPoints)
  return sums
}

/** The sums as they are kept. */
export const keptSums = (sums: LedgerSums): Pick<LedgerCheck, 'byKind' | 'byAccount'> => ({
  byKind: [...sums.byKind].map(([kind, sum]) => ({ kind, ...sum })),
  byAccount: [...sums.byAccount].map(([account, halfPoints]) => ({ account, halfPoints })),
})

/** What a ledger comes to: issued + adjusted − captured − expired = outstanding, in half points. */
export interface Totals {
  readonly issued: number
  readonly adjusted: number
  readonly captured: number
  readonly expired: number
  readonly outstanding: number
}

/** The totals of a look, by the accounts of the system. */
export const totalsOf = ({ byAccount }: Pick<LedgerCheck, 'byAccount'>): Totals => {
  const sum = (of: (account: string) => boolean) =>
    byAccount.reduce((total, { account, halfPoints }) => total + (of(account) ? halfPoints : 0), 0)
  const issued = 0 - sum((account) => account.startsWith('issuer:'))
  const adjusted = 0 - sum((account) => account === 'adjusted')
  const captured = sum((account) => account.startsWith('centre:'))
  const expired = sum((account) => account === 'expired')
  return { issued, adjusted, captured, expired, outstanding: issued + adjusted - captured - expired }
}

/** What came and went between a look and the one before. */
export const changeBetween = (before: Totals, after: Totals): Totals => ({
  issued: after.issued - before.issued,
  adjusted: after.adjusted - before.adjusted,
  captured: after.captured - before.captured,
  expired: after.expired - before.expired,
  outstanding: after.outstanding,
})
