import { memberOf, postTransfer, type Member } from '@cloud/runtime/ledger'
import type { Store, Transaction } from '@cloud/store/store'
import { bankDefaults, bankRulesOf } from '@/shared/domain/lovebank/bank-rules'
import * as entries from '@/shared/domain/lovebank/entries'
import type { Draft, Transfer } from '@/shared/domain/lovebank/transfer'
import { isRefusal, type Refusal } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'

/** Lots that soon end and a balance that is soon full, so that all of it happens. */
export const rules = bankRulesOf({ ...bankDefaults, balanceMax: 60, lotMonths: 2 })
const communityId = 'c-1'

/** One thing asked of the ledger, to be asked again under the same id until it is answered. */
interface Asked {
  readonly id: string
  readonly ownerId: string
  readonly decide: (member: Member, tx: Transaction) => Promise<Draft | Refusal | null>
}

/** Never comes back: what a function that died in the middle looks like to the database. */
const dead = new Promise<never>(() => undefined)

/**
 * A function instance that moves points at random, one thing after another, and remembers what was acknowledged. Several work at once
 * on the same few members.
 */
export class BankLane {
  /** Ids that were answered with a transfer, and what it was. */
  readonly acknowledged = new Map<string, string>()
  refused = 0
  private underway: Asked | null = null
  private isStopped = false
  private serial = 0

  constructor(
    private readonly name: string,
    private readonly members: number,
    private readonly random: () => number,
    private readonly clock: () => number,
  ) {}

  stop(): void {
    this.isStopped = true
  }

  /** Does `count` things, or as many as it comes to before it is stopped; dies in the middle of one where `diesAt` says. */
  async work(store: Store, count: number, diesAt: number | null): Promise<void> {
    for (let n = 0; n < count && !this.isStopped; n++) {
      this.underway ??= this.anything()
      try {
        await this.ask(store, this.underway, n === diesAt)
      } catch (error) {
        if (this.isStopped) return
        throw error
      }
      this.underway = null
    }
  }

  /** Asks once more what was on its way when everything went down: it was done wholly, or it is done now. */
  async settle(store: Store): Promise<void> {
    this.isStopped = false
    if (this.underway) await this.ask(store, this.underway, false)
    this.underway = null
  }

  private async ask(store: Store, { id, ownerId, decide }: Asked, dies: boolean): Promise<void> {
    const done = await store.transact(async (tx): Promise<Transfer | null> => {
      const before = await tx.transfers.get(id)
      if (before) return before
      const now = this.clock()
      const fresh = { accountId: `account-${ownerId}`, salt: `salt-${ownerId}`, now }
      const member = await memberOf(tx, { kind: 'person', ownerId, communityId }, fresh)
      const draft = await decide(member, tx)
      if (draft === null || isRefusal(draft)) return null
      const note = { actorId: this.name, title: '一笔', reason: null, subjectId: null }
      const { transfer } = await postTransfer(tx, member, draft, note)
      if (dies) await dead
      return transfer
    })
    if (done) this.acknowledged.set(id, done.hash)
    else this.refused++
  }

  private pick<T>(some: readonly T[]): T | undefined {
    return some[Math.floor(this.random() * some.length)]
  }

  private anything(): Asked {
    const ownerId = `p-${Math.floor(this.random() * this.members)}`
    const id = `${this.name}-${this.serial++}`
    const halfPoints = 1 + Math.floor(this.random() * 12)
    const dice = this.random()
    const at = () => toInstant(this.clock())
    const amount = (transferId: string) => ({ id: transferId, halfPoints, at: at() })
    if (dice < 0.35) {
      const award = { ...amount(`award:${id}`), issuer: 'issuer:c-1' }
      return { id: award.id, ownerId, decide: async ({ account }) => entries.award(account, award, rules) }
    }
    if (dice < 0.55) {
      const hold = amount(`hold:${id}`)
      return { id: hold.id, ownerId, decide: async ({ account }) => entries.hold(account, hold) }
    }
    if (dice < 0.75) {
      const isKept = this.random() < 0.7
      const endId = `${isKept ? 'capture' : 'release'}:${id}`
      return {
        id: endId,
        ownerId,
        decide: async ({ account }) => {
          const holdId = this.pick(account.holds)?.id
          if (!holdId) return null
          return isKept
            ? entries.capture(account, { id: endId, holdId, centre: 'centre:1', at: at() })
            : entries.release(account, { id: endId, holdId, at: at() })
        },
      }
    }
    if (dice < 0.85) {
      const adjust = { ...amount(`adjust:${id}`), halfPoints: this.random() < 0.5 ? halfPoints : -halfPoints }
      return { id: adjust.id, ownerId, decide: async ({ account }) => entries.adjust(account, adjust, rules) }
    }
    if (dice < 0.95) {
      const originalId = this.pick([...this.acknowledged.keys()]) ?? 'nothing'
      return {
        id: entries.reversalIdOf(originalId),
        ownerId,
        decide: async ({ account }, tx) => {
          const original = await tx.transfers.get(originalId)
          if (original?.accountId !== account._id) return null
          return entries.reverse(account, { original, at: at() }, rules)
        },
      }
    }
    return {
      id: `expire:account-${ownerId}:${at().slice(0, 10)}`,
      ownerId,
      decide: async ({ account }) => entries.expire(account, { at: at() }),
    }
  }
}

/** Throws unless what was acknowledged is there, each as it was answered. */
export const checkAcknowledged = async (store: Store, acknowledged: ReadonlyMap<string, string>): Promise<void> => {
  const ids = [...acknowledged.keys()]
  for (let at = 0; at < ids.length; at += 500) {
    const some = ids.slice(at, at + 500)
    const found = await store.transfers.list({ where: { _id: { in: some } }, limit: 1000 })
    const hashes = new Map(found.map(({ _id, hash }) => [_id, hash]))
    const lost = some.find((id) => hashes.get(id) !== acknowledged.get(id))
    if (lost) throw new Error(`acknowledged and not kept: ${lost}`)
  }
}
