import { auditLedger } from '@cloud/runtime/audit-ledger'
import type { Collection, Store } from '@cloud/store/store'
import type { Account } from '@/shared/domain/lovebank/account'
import { LedgerSums } from '@/shared/domain/lovebank/audit'
import type { TransferKind } from '@/shared/domain/lovebank/transfer'
import type { Redemption } from '@/shared/domain/redemptions/redemption'
import { shelfOf, type Reward } from '@/shared/domain/redemptions/reward'
import { monthOf } from '@/shared/domain/redemptions/tally'
import { shelf } from './bank-town'

export const equal = (what: string, found: unknown, expected: unknown): void => {
  if (found !== expected) throw new Error(`${what}: ${String(found)}, and not ${String(expected)}`)
}
export const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)

export const checkParts = ({ _id, available, held, owed, lots, holds }: Account): void => {
  if (available < 0 || held < 0 || owed < 0) throw new Error(`${_id} is below zero`)
  equal(`free in the lots of ${_id}`, sumOf(lots.map((lot) => lot.available)), available)
  equal(`held in the lots of ${_id}`, sumOf(lots.map((lot) => lot.held)), held)
  equal(`held by the holds of ${_id}`, sumOf(holds.flatMap((hold) => hold.lots.map((lot) => lot.halfPoints))), held)
}

/**
 * One look at everybody's points and at the shelf as they are at one moment, in the middle of everything: what is set aside on the shelf is
 * what the accounts hold for it, and nothing is below zero.
 */
export const lookOnce = async (store: Store): Promise<void> => {
  const ids = (await store.accounts.list({ where: {}, limit: 100 })).map(({ _id }) => _id)
  await store.transact(async (tx) => {
    const waiting = new Map<string, number>()
    for (const id of ids) {
      const account = await tx.accounts.get(id)
      if (!account) throw new Error(`${id} has gone`)
      checkParts(account)
      for (const { id: holdId, lots } of account.holds) {
        const redemption = await tx.redemptions.get(holdId.slice('hold:'.length))
        equal(`the state behind ${holdId}`, redemption?.state, 'held')
        equal(`the price behind ${holdId}`, sumOf(lots.map((lot) => lot.halfPoints)), redemption?.halfPoints)
        waiting.set(redemption!.rewardId, (waiting.get(redemption!.rewardId) ?? 0) + 1)
      }
    }
    for (const { _id } of shelf) {
      const reward = await tx.rewards.get(_id)
      if (!reward || reward.stock < 0 || reward.held < 0) throw new Error(`${_id} is below zero`)
      // Whoever opened an account since the ids were read is not among them, so there may be more on the shelf than was seen.
      const seen = waiting.get(_id) ?? 0
      if (seen > reward.held) throw new Error(`${seen} held of ${_id}, and ${reward.held} set aside`)
      if (ids.length === accountsMax) equal(`set aside of ${_id}`, reward.held, seen)
    }
  })
}
/** Six members and a family. */
const accountsMax = 7

const everything = async <T extends { _id: string }>(collection: Pick<Collection<T>, 'list'>): Promise<T[]> => {
  const all: T[] = []
  for (;;) {
    const after = all.at(-1)?._id ?? ''
    const page = await collection.list({ where: { _id: { after } }, orderBy: [['_id', 'asc']], limit: 1000 })
    all.push(...page)
    if (page.length < 1000) return all
  }
}

const isLive = ({ state }: Redemption): boolean => state === 'held' || state === 'captured'

const checkShelf = async (store: Store, redemptions: readonly Redemption[]): Promise<void> => {
  const rewards = await everything(store.rewards)
  const counts = await everything(store.stockCounts)
  const tallies = await everything(store.rewardTallies)
  for (const reward of rewards) {
    const own = redemptions.filter(({ rewardId }) => rewardId === reward._id)
    const came = sumOf(counts.filter((one) => one.rewardId === reward._id).map((one) => one.after - one.before))
    equal(`set aside of ${reward._id}`, reward.held, own.filter(({ state }) => state === 'held').length)
    equal(`on the shelf of ${reward._id}`, shelfOf(reward), came - own.filter((one) => one.capturedAt !== null).length)
    if (reward.stock < 0) throw new Error(`${reward._id} is below zero`)
    for (const personId of new Set(own.map((one) => one.personId)))
      checkLimit(
        reward,
        personId,
        own.filter((one) => one.personId === personId && isLive(one)),
        tallies,
      )
  }
}

const checkLimit = (
  { _id, limit }: Reward,
  personId: string,
  live: readonly Redemption[],
  tallies: readonly { rewardId: string; personId: string; ever: number }[],
): void => {
  const tally = tallies.find((one) => one.rewardId === _id && one.personId === personId)
  equal(`the tally of ${personId} for ${_id}`, tally?.ever, live.length)
  if (!limit) return
  const months = new Map<string, number>()
  for (const { heldAt } of live) {
    const month = limit.per === 'ever' ? 'ever' : monthOf(heldAt)
    months.set(month, (months.get(month) ?? 0) + 1)
  }
  for (const [month, had] of months)
    if (had > limit.count) throw new Error(`${personId} had ${had} of ${_id} in ${month}, and may have ${limit.count}`)
}

/** How many transfers of each kind a ledger has, and its redemptions by state. */
export interface Found {
  readonly kinds: ReadonlyMap<TransferKind, number>
  readonly redemptions: number
  readonly transfers: number
}

/**
 * Looks through all of it, once nothing is on its way: every account is what its transfers say and all together what the system accounts
 * say; the shelf is what was put there less what was taken; and every redemption has its transfers, one each. Throws what is wrong.
 */
export const lookAtAll = async (store: Store): Promise<Found> => {
  const report = await auditLedger(store, new LedgerSums())
  if (report.broken) throw new Error(JSON.stringify(report.broken))
  equal('given out and not come back', report.sums.outstanding(), report.balances)
  for (const account of await everything(store.accounts)) checkParts(account)
  const redemptions = await everything(store.redemptions)
  await checkShelf(store, redemptions)
  const kinds = new Map([...report.sums.byKind].map(([kind, { transfers }]) => [kind, transfers]))
  const inState = (...states: Redemption['state'][]) => redemptions.filter(({ state }) => states.includes(state)).length
  equal('holds', kinds.get('hold') ?? 0, redemptions.length)
  equal('captures', kinds.get('capture') ?? 0, inState('captured', 'returned'))
  equal('releases', kinds.get('release') ?? 0, inState('released'))
  return { kinds, redemptions: redemptions.length, transfers: sumOf([...kinds.values()]) }
}

/** What must have come to be since an earlier look, from what was answered with yes: each once, and nothing else. */
export const checkApplied = (before: Found, after: Found, done: ReadonlyMap<string, number>): void => {
  const more = (kind: TransferKind) => (after.kinds.get(kind) ?? 0) - (before.kinds.get(kind) ?? 0)
  const said = (...names: string[]) => sumOf(names.map((name) => done.get(name) ?? 0))
  equal('new awards', more('award'), said('award'))
  equal('new corrections', more('adjust'), said('lovebank.adjustPoints'))
  equal('new redemptions', after.redemptions - before.redemptions, said('redemptions.redeemReward'))
  equal('new captures', more('capture'), said('redemptions.captureRedemption'))
  equal('new reversals', more('reverse'), said('redemptions.returnRedemption', 'lovebank.reverseTransfer'))
}
