import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { newAccount, type Account } from '@/shared/domain/lovebank/account'
import { AccountAudit } from '@/shared/domain/lovebank/audit'
import { bankRules } from '@/shared/domain/lovebank/bank-rules'
import { entered } from '@/shared/domain/lovebank/chain'
import { award, reverse } from '@/shared/domain/lovebank/entries'
import type { Draft, Transfer } from '@/shared/domain/lovebank/transfer'
import { redeemRules } from '@/shared/domain/redemptions/redeem-rules'
import {
  captureIdOf,
  decideCapture,
  decideRedeem,
  decideRelease,
  endingWithin,
  released,
  type Redemption,
} from '@/shared/domain/redemptions/redemption'
import {
  counted,
  oneCaptured,
  oneReleased,
  oneReturned,
  rewardRecord,
  shelfOf,
  type Reward,
} from '@/shared/domain/redemptions/reward'
import { monthOf, oneLess, type RewardTally } from '@/shared/domain/redemptions/tally'
import { isRefusal } from '@/shared/kernel/decision'
import { dayMs, dayOf, toInstant } from '@/shared/kernel/time'

const digest = (text: string) => createHash('sha256').update(text).digest('hex')
const start = Date.parse('2026-11-25T01:00:00.000Z')
const seed = Number(process.env.SEED ?? 20261127)
const people = ['p-1', 'p-2', 'p-3']

const shelf: Reward = {
  _id: 'reward-1',
  communityId: 'c-1',
  centreId: 'centre-1',
  name: '洗衣液',
  words: '一瓶',
  price: 3,
  fileIds: [],
  limit: { count: 3, per: 'month' },
  isOffered: true,
  stock: 4,
  held: 0,
  fullStock: 4,
  isWarned: false,
  createdAt: toInstant(start),
}

type Step =
  | { do: 'redeem'; who: number }
  | { do: 'release' | 'capture'; which: number }
  | { do: 'return'; which: number; isBack: boolean }
  | { do: 'count'; more: number }
  | { do: 'wait'; days: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('redeem' as const), who: fc.nat(2) }) },
  fc.record({ do: fc.constantFrom('release' as const, 'capture' as const), which: fc.nat(30) }),
  fc.record({ do: fc.constant('return' as const), which: fc.nat(30), isBack: fc.boolean() }),
  fc.record({ do: fc.constant('count' as const), more: fc.integer({ min: -3, max: 4 }) }),
  fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 20 }) }),
)

/** A centre with one reward and three members, by the rules alone. */
class Centre {
  reward = shelf
  now = start
  readonly accounts = new Map<string, Account>()
  readonly chains = new Map<string, Transfer[]>()
  readonly tallies = new Map<string, RewardTally>()
  readonly redemptions: Redemption[] = []
  /** What stands on the shelf, counted by hand. */
  standing = shelf.stock
  private made = 0

  constructor() {
    for (const who of people) {
      this.accounts.set(who, newAccount(`account-${who}`, 'c-1', toInstant(start)))
      this.chains.set(who, [])
      const what = { id: `award:${who}`, halfPoints: 24, issuer: 'issuer:c-1', at: toInstant(start) }
      this.post(who, award(this.accounts.get(who)!, what, bankRules))
    }
  }

  private post(who: string, draft: Draft | { refused: string }): void {
    if ('refused' in draft) throw new Error(draft.refused)
    const next = entered(this.accounts.get(who)!, draft, { noteDigest: 'n', today: dayOf(this.now), digest })
    this.accounts.set(who, next.account)
    this.chains.get(who)!.push(next.transfer)
  }

  private put(next: Redemption): void {
    this.redemptions[this.redemptions.findIndex(({ _id }) => _id === next._id)] = next
  }

  private less({ personId, heldAt }: Redemption): void {
    this.tallies.set(personId, oneLess(this.tallies.get(personId)!, monthOf(heldAt)))
  }

  run(one: Step): void {
    const { now } = this
    if (one.do === 'wait') this.now += one.days * dayMs
    else if (one.do === 'redeem') this.redeem(people[one.who]!)
    else if (one.do === 'count') {
      const next = counted(this.reward, Math.max(0, this.standing + one.more), redeemRules)
      if (isRefusal(next)) return
      this.reward = next
      this.standing = Math.max(0, this.standing + one.more)
    } else {
      const chosen = this.redemptions[one.which % Math.max(1, this.redemptions.length)]
      if (!chosen) return
      const account = this.accounts.get(chosen.ownerId)!
      if (one.do === 'release' && chosen.state === 'held') {
        this.post(chosen.ownerId, decideRelease(account, chosen, now))
        this.put(released(chosen, 'cancelled'))
        this.less(chosen)
        this.reward = oneReleased(this.reward)
      }
      if (one.do === 'capture' && chosen.state === 'held') {
        const captured = decideCapture(account, chosen, { personId: 'clerk-1', name: '小周' }, now)
        if (isRefusal(captured)) throw new Error(captured.refused)
        this.post(chosen.ownerId, captured.draft)
        this.put(captured.redemption)
        this.reward = oneCaptured(this.reward)
        this.standing -= 1
      }
      if (one.do === 'return' && chosen.state === 'captured') {
        const original = this.chains.get(chosen.ownerId)!.find(({ _id }) => _id === captureIdOf(chosen._id))!
        const draft = reverse(account, { original, at: toInstant(now) }, bankRules)
        if (isRefusal(draft)) return
        this.post(chosen.ownerId, draft)
        this.put({ ...chosen, state: 'returned' })
        this.less(chosen)
        if (!one.isBack) return
        this.reward = oneReturned(this.reward)
        this.standing += 1
      }
    }
  }

  private redeem(who: string): void {
    const account = this.accounts.get(who)!
    const asked = { id: `redemption-${this.made++}`, payer: 'person', ownerId: who, personId: who } as const
    const tally = this.tallies.get(who) ?? null
    const held = decideRedeem(
      { reward: this.reward, account, tally },
      { ...asked, price: 3, now: this.now },
      redeemRules,
    )
    if (isRefusal(held)) return
    this.post(who, held.draft)
    this.reward = held.reward
    this.tallies.set(who, held.tally)
    this.redemptions.push(held.redemption)
  }

  check(): void {
    rewardRecord.parse(this.reward)
    const held = this.redemptions.filter(({ state }) => state === 'held')
    expect(this.reward.held).toBe(held.length)
    expect(shelfOf(this.reward)).toBe(this.standing)
    for (const who of people) {
      const account = this.accounts.get(who)!
      const mine = this.redemptions.filter(({ ownerId }) => ownerId === who)
      expect(account.held).toBe(3 * mine.filter(({ state }) => state === 'held').length)
      const live = mine.filter(({ state }) => state === 'held' || state === 'captured')
      expect(account.available + account.held + 3 * live.filter(({ state }) => state === 'captured').length).toBe(24)
      expect(this.tallies.get(who)?.ever ?? 0).toBe(live.length)
      const inMonth = live.filter(({ heldAt }) => monthOf(heldAt) === monthOf(this.now)).length
      expect(inMonth).toBeLessThanOrEqual(3)
    }
  }
}

test('through any sequence the shelf holds what is on offer and set aside, nobody passes the limit, and every chain verifies', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 50, size: 'max' }), (steps) => {
      const centre = new Centre()
      for (const one of steps) {
        centre.run(one)
        centre.check()
      }
      for (const who of people) {
        const account = centre.accounts.get(who)!
        const audit = new AccountAudit(account._id, 'c-1', digest)
        expect(
          centre.chains
            .get(who)!
            .map((transfer) => audit.take(transfer))
            .filter(Boolean),
        ).toEqual([])
        expect(audit.finish(account)).toBeNull()
      }
    }),
    { seed, numRuns: Number(process.env.RUNS ?? 500) },
  )
})

test('a planted bug, a release that forgets the shelf, is told of', () => {
  const centre = new Centre()
  centre.run({ do: 'redeem', who: 0 })
  const { reward } = centre
  centre.run({ do: 'release', which: 0 })
  expect(() => centre.check()).not.toThrow()
  centre.reward = reward
  expect(() => centre.check()).toThrow()
})

test('what ends within the days of a hold is named before, to the half point, and nothing else', () => {
  const give = (account: Account, day: number): Account => {
    const at = toInstant(start + day * dayMs)
    const draft = award(account, { id: `award:${day}`, halfPoints: 2, issuer: 'issuer:c-1', at }, bankRules)
    if (isRefusal(draft)) throw new Error(draft.refused)
    return entered(account, draft, { noteDigest: 'n', today: dayOf(at), digest }).account
  }
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(40), { minLength: 1, maxLength: 6 }),
      fc.nat(60),
      fc.integer({ min: 1, max: 12 }),
      (days, later, halfPoints) => {
        const sorted = [...days].sort((a, b) => a - b)
        const account = sorted.reduce(give, newAccount('account-1', 'c-1', toInstant(start)))
        const now = Date.parse('2028-11-20T01:00:00.000Z') + later * dayMs
        const last = dayOf(now + 7 * dayMs)
        const ending = endingWithin(account, halfPoints, now, redeemRules)
        const fresh = account.lots.filter(({ expiresOn }) => expiresOn >= dayOf(now))
        if (fresh.reduce((sum, { available }) => sum + available, 0) < halfPoints) return expect(ending).toEqual([])
        let left = halfPoints
        const expected = fresh.flatMap(({ expiresOn, available }) => {
          const taken = Math.min(left, available)
          left -= taken
          return taken > 0 && expiresOn <= last ? [{ expiresOn, halfPoints: taken }] : []
        })
        return expect(ending).toEqual(expected)
      },
    ),
    { seed },
  )
})
