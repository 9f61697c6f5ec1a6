import * as z from 'zod'
import { day, id, instant } from '../../kernel/shapes'

/** What a transfer is for (记账种类). */
export const transferKinds = ['award', 'hold', 'capture', 'release', 'reverse', 'expire', 'adjust'] as const
export type TransferKind = (typeof transferKinds)[number]

/** More half points than any amount of a community; far below where integers stop being exact. */
export const halfPointsMax = 1_000_000_000

/**
 * Where points come from and go to. `available` and `held` are the two parts of the member account the transfer belongs to; all others
 * are accounts of the system, which are summed and never stored: who issued, which centre took them, and where they end.
 */
export const ledgerAccount = z
  .string()
  .regex(/^(available|held|expired|adjusted|(issuer|centre):[A-Za-z0-9][A-Za-z0-9_-]{0,59})$/, '科目格式不正确')

export const isMemberPart = (account: string): account is 'available' | 'held' =>
  account === 'available' || account === 'held'

/** The account of whoever gives points away: a community, or one of its groups (发放方). */
export const issuerAccount = (issuerId: string): string => `issuer:${issuerId}`
/** The account of the service centre that takes points for what it hands out (兑换点). */
export const centreAccount = (centreId: string): string => `centre:${centreId}`

/** One side of a transfer. The parts of a member say which lot (批次) they mean, by the last day on which it counts. */
const line = z
  .strictObject({
    account: ledgerAccount,
    lot: day.nullable(),
    halfPoints: z
      .int()
      .min(-halfPointsMax)
      .max(halfPointsMax)
      .refine((amount) => amount !== 0),
  })
  .refine(({ account, lot }) => isMemberPart(account) === (lot !== null), 'only a member has lots')
export type Line = z.infer<typeof line>

/**
 * One entry of the ledger (记账). Nothing ever changes or deletes it. Its id comes from what it is for, so that the same thing earns or
 * costs once; its hash covers all of it and the hash before, so that nothing of a member's history can be changed, left out or put
 * elsewhere without everything after it being wrong.
 */
export const transferRecord = z
  .strictObject({
    _id: id,
    communityId: id,
    accountId: id,
    /** Counts the transfers of the account from 1, without gaps. */
    sequence: z.int().min(1),
    kind: z.enum(transferKinds),
    lines: z.array(line).max(1500),
    /** What the member has come to owe by it, or, negative, has paid back; in half points. */
    owedChange: z.int(),
    /** The transfer it ends or takes back; null for one that stands for itself. */
    refers: id.nullable(),
    /** What the member has after it. */
    after: z.strictObject({ available: z.int().min(0), held: z.int().min(0), owed: z.int().min(0) }),
    /** Salted digest of who did it and why; the words stand in a note that may go when the member leaves. */
    noteDigest: z.string(),
    at: instant,
    previousHash: z.string(),
    hash: z.string(),
  })
  .refine(({ lines }) => lines.reduce((sum, { halfPoints }) => sum + halfPoints, 0) === 0, 'lines sum to zero')
  .refine(({ lines, owedChange }) => lines.length > 0 || owedChange !== 0, 'a transfer moves something')
export type Transfer = z.infer<typeof transferRecord>

/** Who did it, and why, in words; beside the ledger, so that somebody can leave and the chain still holds. */
export const transferNoteRecord = z.strictObject({
  _id: id,
  accountId: id,
  communityId: id,
  actorId: id,
  /** What a person reads on the statement: the activity, the reward. */
  title: z.string(),
  reason: z.string().nullable(),
  /** The check-in, redemption or other record behind it. */
  subjectId: id.nullable(),
})
export type TransferNote = z.infer<typeof transferNoteRecord>

/** What a decision wants to be entered, before it has a place in a chain. */
export type Draft = Pick<Transfer, '_id' | 'kind' | 'lines' | 'owedChange' | 'refers' | 'at'>

/** How much of an account a transfer moves; of one lot or of all. */
export const movedOf = ({ lines }: Pick<Transfer, 'lines'>, account: string, lot?: string): number =>
  lines.reduce(
    (sum, one) => sum + (one.account === account && (lot === undefined || one.lot === lot) ? one.halfPoints : 0),
    0,
  )
