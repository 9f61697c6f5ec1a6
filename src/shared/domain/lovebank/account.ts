import * as z from 'zod'
import { day, id, instant } from '../../kernel/shapes'

/** Points that end on the same day: what of them is free, and what waits to be handed over. */
const lot = z.strictObject({ expiresOn: day, available: z.int().min(0), held: z.int().min(0) })
export type Lot = z.infer<typeof lot>

/** A hold (预扣) that is open: which lots it took. */
const hold = z.strictObject({
  id,
  lots: z.array(z.strictObject({ expiresOn: day, halfPoints: z.int().min(1) })),
})
export type Hold = z.infer<typeof hold>

/**
 * A member's account (积分账户): what the transfers of its chain add up to, kept beside them in the same transaction. Its id says nothing
 * about the person. Every transfer writes it, which is what keeps two at once from spending the same points.
 */
export const accountRecord = z.strictObject({
  _id: id,
  communityId: id,
  available: z.int().min(0),
  held: z.int().min(0),
  owed: z.int().min(0),
  /** By day, the next to end first; at most one for each day of 24 months. */
  lots: z.array(lot),
  holds: z.array(hold),
  /** How many transfers there are, and the hash of the last; the empty text before the first. */
  sequence: z.int().min(0),
  head: z.string(),
  /** When points next end or come into the days of warning; null without points. */
  nextOn: day.nullable(),
  /** Who stopped the account and why, while it is stopped (暂停). */
  suspension: z.strictObject({ at: instant, actorId: id, reason: z.string() }).nullable(),
  openedAt: instant,
})
export type Account = z.infer<typeof accountRecord>

/** Whose an account is. With this document goes the only way from an account to a person, and the salt of its notes. */
export const holderRecord = z.strictObject({
  _id: id,
  communityId: id,
  accountId: id,
  /** family (家庭账户): what children earn with a guardian, for the whole household. */
  kind: z.enum(['person', 'family']),
  /** The person or the household. */
  ownerId: id,
  salt: z.string(),
  openedAt: instant,
})
export type Holder = z.infer<typeof holderRecord>

/** There is one account a person and one a household. */
export const holderIdOf = (kind: Holder['kind'], ownerId: string): string => `holder:${kind}:${ownerId}`

/** An account without a history. */
export const newAccount = (_id: string, communityId: string, openedAt: string): Account => ({
  _id,
  communityId,
  available: 0,
  held: 0,
  owed: 0,
  lots: [],
  holds: [],
  sequence: 0,
  head: '',
  nextOn: null,
  suspension: null,
  openedAt,
})

/** What a member has in all. */
export const balanceOf = ({ available, held }: Pick<Account, 'available' | 'held'>): number => available + held
