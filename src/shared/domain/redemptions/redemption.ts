import * as z from 'zod'
import { payer, redemptionState } from '../../contracts/redemptions/shapes'
import { refuse, type Refusal } from '../../kernel/decision'
import { fileId, id, instant } from '../../kernel/shapes'
import { dayMs, dayOf, toInstant } from '../../kernel/time'
import type { Account } from '../lovebank/account'
import { capture, hold, release } from '../lovebank/entries'
import { lotsOfHold } from '../lovebank/lots'
import { centreAccount, type Draft } from '../lovebank/transfer'
import type { RedeemRules } from './redeem-rules'
import { oneHeld, type Reward } from './reward'
import { limitLeft, monthOf, oneMore, tallyIdOf, type RewardTally } from './tally'

/** A redemption (兑换): from setting aside to handing over or giving back. */
export const redemptionRecord = z.strictObject({
  _id: id,
  communityId: id,
  rewardId: id,
  centreId: id,
  /** As they were when it was set aside. */
  rewardName: z.string(),
  fileId: fileId.nullable(),
  halfPoints: z.int().min(1),
  payer,
  /** Whose account pays: the person's or the household's. */
  ownerId: id,
  /** Who asked for it. */
  personId: id,
  state: redemptionState,
  releasedFor: z.enum(['cancelled', 'expired']).nullable(),
  heldAt: instant,
  endsAt: instant,
  /** When the hold has to be given back by itself; null once it has ended. */
  dueAt: instant.nullable(),
  /** The codes that are good, by their ids; none before they are shown. */
  codeIds: z.array(id),
  capturedAt: instant.nullable(),
  /** The community's day on which it was handed over, for the clerk's day. */
  capturedOn: z.string().nullable(),
  clerk: z.strictObject({ personId: id, name: z.string() }).nullable(),
  /** Who took it back and why; null while nobody did. */
  returned: z.strictObject({ at: instant, byId: id, reason: z.string(), isBack: z.boolean() }).nullable(),
})
export type Redemption = z.infer<typeof redemptionRecord>

export const holdIdOf = (redemptionId: string): string => `hold:${redemptionId}`
export const captureIdOf = (redemptionId: string): string => `capture:${redemptionId}`
export const releaseIdOf = (redemptionId: string): string => `release:${redemptionId}`

interface Asked {
  id: string
  payer: Redemption['payer']
  ownerId: string
  personId: string
  /** What the member read that it costs. */
  price: number
  now: number
}

/** What setting aside changes, all of it together. */
interface Held {
  reward: Reward
  redemption: Redemption
  tally: RewardTally
  draft: Draft
  isNewlyLow: boolean
}

/** Sets a reward aside for a member: one fewer on offer, points held, the tally one more. */
export const decideRedeem = (
  { reward, account, tally }: { reward: Reward; account: Account | null; tally: RewardTally | null },
  { id: _id, payer: from, ownerId, personId, price, now }: Asked,
  rules: RedeemRules,
):
  | Held
  | Refusal<
      | 'REWARD_NOT_OFFERED'
      | 'REWARD_SOLD_OUT'
      | 'REWARD_PRICE_CHANGED'
      | 'REWARD_LIMIT_REACHED'
      | 'POINTS_TOO_FEW'
      | 'ACCOUNT_SUSPENDED'
    > => {
  const { communityId, centreId } = reward
  if (!reward.isOffered) return refuse('REWARD_NOT_OFFERED')
  if (reward.stock < 1) return refuse('REWARD_SOLD_OUT')
  if (reward.price !== price) return refuse('REWARD_PRICE_CHANGED')
  const month = monthOf(now)
  if (limitLeft(reward.limit, tally, month) === 0) return refuse('REWARD_LIMIT_REACHED')
  if (!account) return refuse('POINTS_TOO_FEW')
  const at = toInstant(now)
  const draft = hold(account, { id: holdIdOf(_id), halfPoints: price, at })
  if ('refused' in draft)
    return draft.refused === 'AMOUNT_INVALID' ? refuse('REWARD_PRICE_CHANGED') : refuse(draft.refused)
  const before = tally ?? {
    _id: tallyIdOf(reward._id, personId),
    communityId,
    rewardId: reward._id,
    personId,
    month,
    inMonth: 0,
    ever: 0,
  }
  const endsAt = toInstant(now + rules.holdDays * dayMs)
  return {
    ...oneHeld(reward, rules),
    tally: oneMore(before, month),
    draft,
    redemption: {
      _id,
      communityId,
      rewardId: reward._id,
      centreId,
      rewardName: reward.name,
      fileId: reward.fileIds[0] ?? null,
      halfPoints: price,
      payer: from,
      ownerId,
      personId,
      state: 'held',
      releasedFor: null,
      heldAt: at,
      endsAt,
      dueAt: endsAt,
      codeIds: [],
      capturedAt: null,
      capturedOn: null,
      clerk: null,
      returned: null,
    },
  }
}

/** A redemption whose time has run out, though nobody has come to give it back yet. */
export const isDue = ({ dueAt }: Pick<Redemption, 'dueAt'>, now: number): boolean =>
  dueAt !== null && Date.parse(dueAt) <= now

/** Can still be shown, cancelled and fetched. */
export const isHeld = (redemption: Pick<Redemption, 'state' | 'dueAt'>, now: number): boolean =>
  redemption.state === 'held' && !isDue(redemption, now)

/** Handed over: the draft that takes the held points, and the redemption as it is then. */
export const decideCapture = (
  account: Account,
  redemption: Redemption,
  clerk: { personId: string; name: string },
  now: number,
): { draft: Draft; redemption: Redemption } | Refusal<'HOLD_NOT_OPEN'> => {
  const at = toInstant(now)
  const { _id, centreId } = redemption
  const what = { id: captureIdOf(_id), holdId: holdIdOf(_id), centre: centreAccount(centreId), at }
  const draft = capture(account, what)
  if ('refused' in draft) return draft
  return {
    draft,
    redemption: { ...redemption, state: 'captured', dueAt: null, capturedAt: at, capturedOn: dayOf(now), clerk },
  }
}

/** What gives the held points back. */
export const decideRelease = (account: Account, { _id }: Redemption, now: number): Draft | Refusal<'HOLD_NOT_OPEN'> =>
  release(account, { id: releaseIdOf(_id), holdId: holdIdOf(_id), at: toInstant(now) })

/** A redemption after it was given back, by the member or by time. */
export const released = (redemption: Redemption, releasedFor: NonNullable<Redemption['releasedFor']>): Redemption => ({
  ...redemption,
  state: 'released',
  releasedFor,
  dueAt: null,
  codeIds: [],
})

/** Lots of half points by their last day. */
type Ending = { expiresOn: string; halfPoints: number }[]

/** Of what would be held, that which ends while it waits, so that giving it back on the last day would not bring it back. */
export const endingWithin = (account: Account, halfPoints: number, now: number, rules: RedeemRules): Ending => {
  const draft = hold({ ...account, suspension: null }, { id: 'preview', halfPoints, at: toInstant(now) })
  if ('refused' in draft) return []
  return draft.lines.flatMap(({ account: part, lot, halfPoints: moved }) =>
    part === 'held' && lot !== null && lot <= dayOf(now + rules.holdDays * dayMs)
      ? [{ expiresOn: lot, halfPoints: moved }]
      : [],
  )
}

/** Of what is held, that which ends before the hold does. */
export const endingInHold = (account: Account | null, { _id, endsAt }: Pick<Redemption, '_id' | 'endsAt'>): Ending => {
  const lots = account ? (lotsOfHold(account, holdIdOf(_id)) ?? []) : []
  return lots.filter(({ expiresOn }) => expiresOn <= dayOf(endsAt)).map((lot) => ({ ...lot }))
}

/** Who asked for it has left: what was handed out stays in the books of the centre, without them. */
export const redemptionWithout = (redemption: Redemption, strangerId: string): Redemption => ({
  ...redemption,
  personId: strangerId,
  ...(redemption.payer === 'person' ? { ownerId: strangerId } : {}),
})
