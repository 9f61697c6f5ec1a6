import { createHash } from 'node:crypto'
import { newAccount, type Account } from '@/shared/domain/lovebank/account'
import { bankDefaults, bankRulesOf } from '@/shared/domain/lovebank/bank-rules'
import { entered } from '@/shared/domain/lovebank/chain'
import * as entries from '@/shared/domain/lovebank/entries'
import type { Draft, Transfer } from '@/shared/domain/lovebank/transfer'
import { redeemRules } from '@/shared/domain/redemptions/redeem-rules'
import {
  captureIdOf,
  decideCapture,
  decideRedeem,
  decideRelease,
  isDue,
  released,
  type Redemption,
} from '@/shared/domain/redemptions/redemption'
import type * as shelves from '@/shared/domain/redemptions/reward'
import { monthOf, oneLess, tallyIdOf, type RewardTally } from '@/shared/domain/redemptions/tally'
import { isRefusal, type Refusal } from '@/shared/kernel/decision'
import { dayOf, toInstant } from '@/shared/kernel/time'
import type { ModelTransaction } from './model-store'

/** What the love bank keeps, as far as points and goods go. */
export type Bank = {
  accounts: Account
  transfers: Transfer
  rewards: shelves.Reward
  redemptions: Redemption
  tallies: RewardTally
  /** What was answered, by the id it was asked under. */
  requests: { readonly _id: string; readonly answer: string }
  /** A count of the shelf. */
  counts: { readonly _id: string; readonly rewardId: string; readonly counted: number }
}

/** A transaction under way: between any two of its steps others may do theirs. It answers an id, or throws a refusal. */
export type Steps = Generator<void, string, void>
export type Tx = ModelTransaction<Bank>
export class Refused extends Error {}

/** Lots that soon end and a balance that is soon full, so that all of it happens. */
export const rules = bankRulesOf({ ...bankDefaults, balanceMax: 60, lotMonths: 2 })
export const digest = (text: string): string => createHash('sha256').update(text).digest('hex')
export const communityId = 'c-1'

/** The rules of the shelf, so that a test can put a wrong one in the place of one. */
export type ShelfRules = Pick<typeof shelves, 'oneHeld' | 'oneReleased' | 'oneCaptured' | 'oneReturned' | 'counted'>

const allowed = <T>(answer: T): Exclude<T, Refusal> => {
  if (isRefusal(answer)) throw new Refused(answer.refused)
  return answer as Exclude<T, Refusal>
}
const found = <T>(document: T | null): T => {
  if (document === null) throw new Refused('NOT_FOUND')
  return document
}

const accountOf = (tx: Tx, who: string, now: number): Account =>
  tx.get('accounts', `account-${who}`) ?? newAccount(`account-${who}`, communityId, toInstant(now))

function* post(tx: Tx, account: Account, draft: Draft, now: number): Generator<void, void, void> {
  const next = entered(account, draft, { noteDigest: 'n', today: dayOf(now), digest })
  tx.put('accounts', next.account)
  yield
  tx.create('transfers', next.transfer)
  yield
}

/** What the capabilities do in their transactions, by the same rules and in the same order, with a pause wherever they wait for the database. */
export const movesBy = (shelf: ShelfRules) => ({
  *give(tx: Tx, { id, who, halfPoints }: { id: string; who: string; halfPoints: number }, now: number): Steps {
    const account = accountOf(tx, who, now)
    yield
    const what = { id: `award:${id}`, halfPoints, issuer: 'issuer:c-1', at: toInstant(now) }
    yield* post(tx, account, allowed(entries.award(account, what, rules)), now)
    return what.id
  },

  *adjust(tx: Tx, { id, who, halfPoints }: { id: string; who: string; halfPoints: number }, now: number): Steps {
    const account = accountOf(tx, who, now)
    yield
    const what = { id: `adjust:${id}`, halfPoints, at: toInstant(now) }
    yield* post(tx, account, allowed(entries.adjust(account, what, rules)), now)
    return what.id
  },

  *reverse(tx: Tx, { transferId }: { transferId: string }, now: number): Steps {
    const original = found(tx.get('transfers', transferId))
    yield
    const account = found(tx.get('accounts', original.accountId))
    yield
    if (tx.get('transfers', entries.reversalIdOf(transferId))) throw new Refused('TRANSFER_ALREADY_REVERSED')
    yield
    yield* post(tx, account, allowed(entries.reverse(account, { original, at: toInstant(now) }, rules)), now)
    return transferId
  },

  *expirePoints(tx: Tx, { who }: { who: string }, now: number): Steps {
    const account = accountOf(tx, who, now)
    yield
    const draft = entries.expire(account, { at: toInstant(now) })
    if (!draft || tx.get('transfers', draft._id)) throw new Refused('NOTHING_TO_DO')
    yield* post(tx, account, draft, now)
    return draft._id
  },

  *redeem(tx: Tx, { id, who, rewardId }: { id: string; who: string; rewardId: string }, now: number): Steps {
    const reward = found(tx.get('rewards', rewardId))
    if (reward.stock < 1) throw new Refused('REWARD_SOLD_OUT')
    yield
    tx.put('rewards', shelf.oneHeld(reward, redeemRules).reward)
    yield
    const tally = tx.get('tallies', tallyIdOf(rewardId, who))
    yield
    const account = accountOf(tx, who, now)
    yield
    const asked = { id: `redemption-${id}`, payer: 'person', ownerId: who, personId: who, price: reward.price } as const
    const held = allowed(decideRedeem({ reward, account, tally }, { ...asked, now }, redeemRules))
    yield* post(tx, account, held.draft, now)
    tx.put('tallies', held.tally)
    yield
    tx.create('redemptions', held.redemption)
    return held.redemption._id
  },

  *capture(tx: Tx, { id }: { id: string }, now: number): Steps {
    const redemption = found(tx.get('redemptions', id))
    yield
    if (redemption.state !== 'held' || isDue(redemption, now)) throw new Refused('REDEMPTION_ENDED')
    const account = accountOf(tx, redemption.ownerId, now)
    yield
    const captured = allowed(decideCapture(account, redemption, { personId: 'clerk-1', name: '小周' }, now))
    tx.put('redemptions', captured.redemption)
    yield
    const reward = found(tx.get('rewards', redemption.rewardId))
    yield
    tx.put('rewards', shelf.oneCaptured(reward))
    yield
    yield* post(tx, account, captured.draft, now)
    return id
  },

  /** By the member, or, once it is due, by time. */
  *release(tx: Tx, { id, why }: { id: string; why: 'cancelled' | 'expired' }, now: number): Steps {
    const redemption = found(tx.get('redemptions', id))
    yield
    if (redemption.state !== 'held' || (why === 'expired' && !isDue(redemption, now)))
      throw new Refused('REDEMPTION_NOT_HELD')
    const { rewardId, personId, ownerId, heldAt } = redemption
    const reward = found(tx.get('rewards', rewardId))
    yield
    tx.put('rewards', shelf.oneReleased(reward))
    yield
    const tally = found(tx.get('tallies', tallyIdOf(rewardId, personId)))
    yield
    tx.put('tallies', oneLess(tally, monthOf(heldAt)))
    yield
    const account = accountOf(tx, ownerId, now)
    yield
    yield* post(tx, account, allowed(decideRelease(account, redemption, now)), now)
    tx.put('redemptions', released(redemption, why))
    return id
  },

  *giveBack(tx: Tx, { id, isBack }: { id: string; isBack: boolean }, now: number): Steps {
    const redemption = found(tx.get('redemptions', id))
    yield
    if (redemption.state !== 'captured') throw new Refused('REDEMPTION_NOT_CAPTURED')
    const original = found(tx.get('transfers', captureIdOf(id)))
    yield
    const account = accountOf(tx, redemption.ownerId, now)
    yield
    const at = toInstant(now)
    const draft = allowed(entries.reverse(account, { original, at }, rules))
    tx.put('redemptions', { ...redemption, state: 'returned', returned: { at, byId: 'clerk-1', reason: '坏', isBack } })
    yield
    yield* post(tx, account, draft, now)
    const tally = found(tx.get('tallies', tallyIdOf(redemption.rewardId, redemption.personId)))
    yield
    tx.put('tallies', oneLess(tally, monthOf(redemption.heldAt)))
    yield
    const reward = isBack ? tx.get('rewards', redemption.rewardId) : null
    yield
    if (reward) tx.put('rewards', shelf.oneReturned(reward))
    return id
  },

  *count(tx: Tx, { id, rewardId, counted }: { id: string; rewardId: string; counted: number }): Steps {
    const reward = found(tx.get('rewards', rewardId))
    yield
    tx.put('rewards', allowed(shelf.counted(reward, counted, redeemRules)))
    yield
    tx.create('counts', { _id: `count-${id}`, rewardId, counted })
    return id
  },
})
export type Moves = ReturnType<typeof movesBy>
