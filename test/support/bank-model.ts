import { AccountAudit } from '@/shared/domain/lovebank/audit'
import type { Account } from '@/shared/domain/lovebank/account'
import { isMemberPart, type Transfer } from '@/shared/domain/lovebank/transfer'
import type { Redemption } from '@/shared/domain/redemptions/redemption'
import * as shelves from '@/shared/domain/redemptions/reward'
import { monthOf } from '@/shared/domain/redemptions/tally'
import { minuteMs, toInstant } from '@/shared/kernel/time'
import { checkParts, equal, sumOf } from './bank-checks'
import { communityId, digest, movesBy, Refused, type Bank, type Moves, type ShelfRules, type Steps } from './bank-moves'
import { Conflict, ModelStore, type Change, type ModelTransaction } from './model-store'

const begin = Date.parse('2026-01-31T01:00:00.000Z')
const lanes = 8
const members = [1, 2, 3, 4, 5, 6].map((n) => `p-${n}`)
const shelf = [
  { _id: 'soap', price: 2, stock: 12, limit: null },
  { _id: 'towel', price: 5, stock: 6, limit: { count: 2, per: 'month' } },
  { _id: 'rice', price: 9, stock: 4, limit: { count: 30, per: 'ever' } },
] as const

/** What may be broken on purpose, to see it told of. */
export interface Bugs {
  /** Transactions that do not mind each other. */
  readonly isBlind?: boolean
  /** An id that is asked again is done again. */
  readonly forgetsIds?: boolean
  /** A dead function leaves half of what it was writing. */
  readonly leavesHalves?: boolean
  readonly shelf?: Partial<ShelfRules>
}

interface Asked {
  readonly id: string
  readonly kind: keyof Moves
  readonly steps: (moves: Moves, tx: ModelTransaction<Bank>, now: number) => Steps
}

/** Someone who asks for one thing after another. */
class Lane {
  asked: Asked | null = null
  tx: ModelTransaction<Bank> | null = null
  steps: Steps | null = null
  /** Turns it sits out after a conflict. */
  waits = 0
}

/**
 * The love bank without a wire: eight clients at once, each step of each transaction at its own moment, drawn by the seed; functions that
 * die in the middle, answers that are lost, a database that goes down. After every commit the whole of it is held against what was counted by
 * hand. The same seed is the same run to the byte.
 */
export class BankModel {
  answered = 0
  refused = 0
  died = 0
  conflicts = 0
  private now = begin
  private serial = 0
  private isEnding = false
  private readonly store: ModelStore<Bank>
  private readonly moves: Moves
  private readonly crowd = Array.from({ length: lanes }, () => new Lane())
  private readonly dead: { tx: ModelTransaction<Bank>; turns: number }[] = []
  private balances = 0
  private outside = 0
  private readonly held = new Map<string, number>()
  private readonly standing = new Map<string, number>()
  private readonly had = new Map<string, number>()
  private readonly yes = new Set<string>()
  /** What clients know of: what is set aside, what was handed over, what was given by hand. */
  private readonly knownHeld: string[] = []
  private readonly knownCaptured: string[] = []
  private readonly knownTransfers: string[] = []

  constructor(
    private readonly random: () => number,
    private readonly bugs: Bugs = {},
  ) {
    this.moves = movesBy({ ...shelves, ...bugs.shelf })
    this.store = new ModelStore<Bank>((changes) => this.look(changes), bugs.isBlind)
    const tx = this.store.begin()
    for (const one of shelf) {
      this.standing.set(one._id, one.stock)
      const words = { centreId: 'centre-1', name: one._id, words: '', fileIds: [], isOffered: true }
      const counts = { held: 0, fullStock: one.stock, isWarned: false, createdAt: toInstant(begin) }
      tx.put('rewards', { ...one, ...words, ...counts, communityId })
    }
    tx.commit()
  }

  /** Has so many things asked and answered. */
  run(operations: number): void {
    while (this.answered < operations) this.turn()
    this.isEnding = true
    while (this.crowd.some(({ asked }) => asked)) this.turn()
    this.finish()
  }

  private pick<T>(some: readonly T[]): T | undefined {
    return some[Math.floor(this.random() * some.length)]
  }

  private turn(): void {
    const dice = this.random()
    if (dice < 0.0002) return this.crash()
    for (let at = this.dead.length - 1; at >= 0; at--)
      if (this.dead[at]!.turns-- === 0) this.dead.splice(at, 1)[0]!.tx.drop()
    const lane = this.pick(this.crowd)!
    if (dice < 0.003) return this.kill(lane)
    if (lane.waits > 0) {
      lane.waits--
      return
    }
    if (this.isEnding && !lane.asked) return
    lane.asked ??= this.anything()
    this.advance(lane)
  }

  /** One step of one transaction, the first or the last of it included. */
  private advance(lane: Lane): void {
    const { id, steps } = lane.asked!
    try {
      if (!lane.tx || !lane.steps) {
        lane.tx = this.store.begin()
        const before = lane.tx.get('requests', id)
        if (before && !this.bugs.forgetsIds) return this.end(lane, before.answer)
        lane.steps = steps(this.moves, lane.tx, this.now)
      }
      const next = lane.steps.next()
      if (!next.done) return
      if (!this.bugs.forgetsIds) lane.tx.create('requests', { _id: id, answer: next.value })
      lane.tx.commit()
      // The answer may be lost on its way: then it is asked again, under the same id.
      if (this.random() < 0.02) return this.forget(lane)
      this.end(lane, next.value)
    } catch (error) {
      lane.tx?.drop()
      this.forget(lane)
      if (error instanceof Conflict) {
        this.conflicts++
        lane.waits = Math.floor(this.random() * 12)
      } else if (error instanceof Refused) {
        this.refused++
        this.end(lane, null)
      } else throw error
    }
  }

  private forget(lane: Lane): void {
    lane.tx = null
    lane.steps = null
  }

  private end(lane: Lane, answer: string | null): void {
    this.forget(lane)
    this.answered++
    this.now += 40 * minuteMs
    if (answer !== null) this.learn(lane.asked!, answer)
    lane.asked = null
  }

  private learn({ id, kind }: Asked, answer: string): void {
    this.yes.add(id)
    const forget = (known: string[]) => known.splice(0, known.length, ...known.filter((one) => one !== answer))
    if (kind === 'redeem') this.knownHeld.push(answer)
    if (kind === 'capture' || kind === 'release') forget(this.knownHeld)
    if (kind === 'capture') this.knownCaptured.push(answer)
    if (kind === 'giveBack') forget(this.knownCaptured)
    if (kind === 'give' || kind === 'adjust') this.knownTransfers.push(answer)
  }

  /** A function dies; what it had locked stays so until the database gives it up. */
  private kill(lane: Lane): void {
    if (!lane.tx) return
    this.died++
    if (this.bugs.leavesHalves) lane.tx.commit()
    else this.dead.push({ tx: lane.tx, turns: 60 })
    this.forget(lane)
  }

  /** The database goes down and comes back with what was committed. */
  private crash(): void {
    this.died++
    for (const lane of this.crowd) {
      lane.tx?.drop()
      this.forget(lane)
    }
    for (const { tx } of this.dead.splice(0)) tx.drop()
  }

  private anything(): Asked {
    const id = String(this.serial++)
    const who = this.pick(members)!
    const halfPoints = 1 + Math.floor(this.random() * 12)
    const held = this.pick(this.knownHeld) ?? 'none'
    const captured = this.pick(this.knownCaptured.slice(-10)) ?? 'none'
    const transferId = this.pick(this.knownTransfers.slice(-40)) ?? 'none'
    const rewardId = this.pick(shelf)!._id
    const dice = this.random()
    const ask = (kind: keyof Moves, steps: Asked['steps']): Asked => ({ id, kind, steps })
    if (dice < 0.3) return ask('give', (moves, tx, now) => moves.give(tx, { id, who, halfPoints }, now))
    if (dice < 0.55) return ask('redeem', (moves, tx, now) => moves.redeem(tx, { id, who, rewardId }, now))
    if (dice < 0.68) return ask('capture', (moves, tx, now) => moves.capture(tx, { id: held }, now))
    if (dice < 0.78) {
      const why = dice < 0.73 ? 'cancelled' : 'expired'
      return ask('release', (moves, tx, now) => moves.release(tx, { id: held, why }, now))
    }
    if (dice < 0.84) {
      const isBack = this.random() < 0.7
      return ask('giveBack', (moves, tx, now) => moves.giveBack(tx, { id: captured, isBack }, now))
    }
    if (dice < 0.88) return ask('reverse', (moves, tx, now) => moves.reverse(tx, { transferId }, now))
    if (dice < 0.92) {
      const signed = this.random() < 0.5 ? halfPoints : -halfPoints
      return ask('adjust', (moves, tx, now) => moves.adjust(tx, { id, who, halfPoints: signed }, now))
    }
    if (dice < 0.97) {
      const counted = 4 + Math.floor(this.random() * 14)
      return ask('count', (moves, tx) => moves.count(tx, { id, rewardId, counted }))
    }
    return ask('expirePoints', (moves, tx, now) => moves.expirePoints(tx, { who }, now))
  }

  /** What a commit must leave behind: every sum right, nothing below zero, and the shelf what was counted by hand. */
  private look(changes: readonly Change<Bank>[]): void {
    const of = <N extends keyof Bank>(name: N) =>
      changes.filter((one): one is Extract<Change<Bank>, { name: N }> => one.name === name)
    for (const { before, after } of of('accounts')) this.lookAtAccount(before, after)
    for (const { after } of of('transfers')) this.outside += this.outsideOf(after)
    equal('given out and not come back', -this.outside, this.balances)
    for (const { after } of of('counts')) this.standing.set(after.rewardId, after.counted)
    for (const { before, after } of of('redemptions')) this.lookAtRedemption(before, after)
    for (const { after } of of('rewards')) {
      if (after.stock < 0 || after.held < 0) throw new Error(`${after._id} is below zero`)
      equal(`set aside of ${after._id}`, after.held, this.held.get(after._id) ?? 0)
      equal(`on the shelf of ${after._id}`, shelves.shelfOf(after), this.standing.get(after._id))
    }
    for (const { after } of of('tallies')) {
      equal(after._id, after.ever, this.had.get(`${after.rewardId} ${after.personId} ever`) ?? 0)
      const limit = shelf.find(({ _id }) => _id === after.rewardId)!.limit
      const span = limit?.per === 'ever' ? 'ever' : after.month
      const had = this.had.get(`${after.rewardId} ${after.personId} ${span}`) ?? 0
      if (limit && had > limit.count) throw new Error(`${after._id} had ${had} in ${span}`)
    }
  }

  private lookAtAccount(before: Account | null, after: Account): void {
    checkParts(after)
    this.balances += after.available + after.held - (before ? before.available + before.held : 0)
  }

  private outsideOf({ lines }: Transfer): number {
    return sumOf(lines.filter(({ account }) => !isMemberPart(account)).map(({ halfPoints }) => halfPoints))
  }

  private lookAtRedemption(before: Redemption | null, after: Redemption): void {
    const more = (map: Map<string, number>, key: string, by: number) => map.set(key, (map.get(key) ?? 0) + by)
    const isIn = (one: Redemption | null, ...states: Redemption['state'][]) =>
      Number(!!one && states.includes(one.state))
    const { rewardId, personId, heldAt } = after
    more(this.held, rewardId, isIn(after, 'held') - isIn(before, 'held'))
    const live = isIn(after, 'held', 'captured') - isIn(before, 'held', 'captured')
    for (const span of ['ever', monthOf(heldAt)]) more(this.had, `${rewardId} ${personId} ${span}`, live)
    more(this.standing, rewardId, isIn(before, 'captured') - isIn(after, 'captured') - isIn(after, 'returned'))
    if (after.state === 'returned' && after.returned?.isBack) more(this.standing, rewardId, 1)
  }

  /** Every chain verifies from its first transfer, and every id that was answered with yes was applied once. */
  private finish(): void {
    const chains = new Map<string, Transfer[]>()
    for (const one of this.store.all('transfers'))
      chains.set(one.accountId, [...(chains.get(one.accountId) ?? []), one])
    for (const account of this.store.all('accounts')) {
      const audit = new AccountAudit(account._id, communityId, digest)
      const chain = [...(chains.get(account._id) ?? [])].sort((a, b) => a.sequence - b.sequence)
      const problem = chain.map((transfer) => audit.take(transfer)).find((one) => one !== null) ?? audit.finish(account)
      if (problem) throw new Error(JSON.stringify(problem))
    }
    if (!this.bugs.forgetsIds) equal('ids applied', this.store.all('requests').length, this.yes.size)
  }
}
