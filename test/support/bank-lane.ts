import type { CapabilityName, ContractOf } from '@/shared/contracts'
import type { InputOf } from '@/shared/kernel/capability'
import type { Envelope } from '@cloud/runtime/dispatch'
import type { Work } from './bank-function'
import { familyOf, members, shelf } from './bank-town'
import { FunctionDied, type FunctionProcess } from './function-process'

/** What all clients of a town know of it between them, as far as they were told. */
export class Known {
  readonly held: { id: string; personId: string }[] = []
  readonly captured: string[] = []
  readonly codes: string[] = []
  readonly transfers: string[] = []
  /** How often each kind of thing was answered with yes, and refusals by their code. */
  readonly done = new Map<string, number>()
  readonly refused = new Map<string, number>()
}

interface Asked {
  readonly name: string
  readonly work: Work
  /** What a yes teaches. */
  readonly learn?: (data: unknown) => void
}

/** How often something that got no answer is asked again before it counts as stuck. */
const triesMax = 100

const count = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1)
const idOf = (data: unknown): string => (data as { id: string }).id

/**
 * A client that does one thing after another through a function of its own, and asks again, under the same id, whatever was not
 * answered: because the function died, or the cloud, or because others held what it wanted.
 */
export class BankLane {
  readonly acknowledged: { asked: Work; answer: string }[] = []
  private underway: Asked | null = null
  private isStopped = false
  private serial = 0

  constructor(
    private readonly name: string,
    private readonly server: FunctionProcess,
    private readonly known: Known,
    private readonly random: () => number,
    private readonly clock: () => number,
  ) {}

  /** Things that were answered, with yes or no. */
  answered = 0

  stop(): void {
    this.isStopped = true
  }

  /** Has `amount` things answered in all, or as many as it comes to before it is stopped. */
  async work(amount: number): Promise<void> {
    while (this.answered < amount && !this.isStopped) {
      this.underway ??= this.anything()
      if (!(await this.untilAnswered(this.underway))) return
      this.underway = null
    }
  }

  /** Has what was on its way when everything went down done now, or hears that it was done; and then the rest. */
  async settle(amount: number): Promise<void> {
    this.isStopped = false
    if (this.underway && (await this.untilAnswered(this.underway))) this.underway = null
    await this.work(amount)
  }

  /** Asks a few things that were answered once more; throws where the answer is another. */
  async repeat(): Promise<void> {
    for (let n = 0; n < 2; n++) {
      const one = this.pick(this.acknowledged)
      if (!one) return
      const again = JSON.stringify(await this.server.ask(one.asked, this.clock()))
      if (again !== one.answer) throw new Error(`answered otherwise the second time: ${one.answer}, then ${again}`)
    }
  }

  private async untilAnswered(asked: Asked): Promise<boolean> {
    for (let tries = 0; tries < triesMax; tries++) {
      const answer = await this.answerTo(asked)
      if (this.isStopped && !answer) return false
      if (answer) {
        this.note(asked, answer)
        return true
      }
      await new Promise((resolve) => setTimeout(resolve, 50 + this.random() * 100))
    }
    throw new Error(`never answered: ${JSON.stringify(asked.work)}`)
  }

  private async answerTo({ work }: Asked): Promise<Envelope | null> {
    try {
      const answer = await this.server.ask(work, this.clock())
      return !answer.ok && answer.error.code === 'INTERNAL' ? null : answer
    } catch (error) {
      if (error instanceof FunctionDied) return null
      throw error
    }
  }

  private note({ name, work, learn }: Asked, answer: Envelope): void {
    this.answered++
    if (!answer.ok) {
      if (['INVALID_INPUT', 'FORBIDDEN', 'UNAUTHENTICATED', 'CONFLICT'].includes(answer.error.code))
        throw new Error(`${name}: ${answer.error.code} ${JSON.stringify(answer.error.fields)}`)
      return count(this.known.refused, answer.error.code)
    }
    count(this.known.done, name)
    learn?.(answer.data)
    const isRepeatable = name !== 'redemptions.showCode' && !name.startsWith('expire')
    if (isRepeatable) this.acknowledged.push({ asked: work, answer: JSON.stringify(answer) })
  }

  private pick<T>(some: readonly T[]): T | undefined {
    return some[Math.floor(this.random() * some.length)]
  }

  private call<N extends CapabilityName>(
    personId: string,
    name: N,
    input: InputOf<ContractOf<N>>,
    learn?: (data: unknown) => void,
  ): Asked {
    const call = { capability: name, input, requestId: `${this.name}-${this.serial++}`.padEnd(20, '-') }
    const work = { do: 'call', openid: `openid-${personId}`, call } as const
    return learn ? { name, work, learn } : { name, work }
  }

  private give(): Asked {
    const isFamily = this.random() < 0.15
    const owner = isFamily
      ? ({ kind: 'family', ownerId: familyOf } as const)
      : ({ kind: 'person', ownerId: this.pick(members)! } as const)
    const id = `award:${this.name}-${this.serial++}`
    const learn = () => void this.known.transfers.push(id)
    return { name: 'award', work: { do: 'award', id, ...owner, halfPoints: 2 + Math.floor(this.random() * 14) }, learn }
  }

  private redeem(): Asked {
    const reward = this.pick(shelf)!
    const personId = this.pick(members)!
    const payer = this.random() < 0.2 && members.indexOf(personId) >= 4 ? 'family' : 'person'
    const input = { id: reward._id, payer, price: reward.price } as const
    return this.call(personId, 'redemptions.redeemReward', input, (data) =>
      this.known.held.push({ id: idOf(data), personId }),
    )
  }

  /** What has been done to a thing set aside, by whom this lane knows; half the time one that was set aside lately. */
  private someHeld(): { id: string; personId: string } | undefined {
    return this.pick(this.random() < 0.7 ? this.known.held.slice(-8) : this.known.held)
  }

  private atCounter(): Asked {
    const held = this.someHeld()
    const code = this.pick(this.random() < 0.8 ? this.known.codes.slice(-4) : this.known.codes)
    const clerk = this.random() < 0.5 ? 'clerk-1' : 'clerk-2'
    if (!held || !code || this.random() < 0.5)
      return held
        ? this.call(held.personId, 'redemptions.showCode', { id: held.id }, (data) => {
            const { scan, typed } = data as { scan: string; typed: string }
            this.known.codes.push(this.random() < 0.8 ? scan : typed)
          })
        : this.redeem()
    return this.call(clerk, 'redemptions.captureRedemption', { code }, (data) => this.known.captured.push(idOf(data)))
  }

  private mend(): Asked {
    const captured = this.pick(this.known.captured)
    const transfer = this.pick(this.known.transfers)
    const reason = '更正'
    if (captured && this.random() < 0.6) {
      const input = { id: captured, reason, isBack: this.random() < 0.7 }
      return this.call(this.random() < 0.5 ? 'clerk-1' : 'administrator-1', 'redemptions.returnRedemption', input)
    }
    if (transfer) return this.call('administrator-1', 'lovebank.reverseTransfer', { id: transfer, reason })
    return this.give()
  }

  private anything(): Asked {
    const dice = this.random()
    if (dice < 0.2) return this.give()
    if (dice < 0.45) return this.redeem()
    if (dice < 0.75) return this.atCounter()
    if (dice < 0.82) {
      const held = this.someHeld()
      return held ? this.call(held.personId, 'redemptions.cancelRedemption', { id: held.id }) : this.redeem()
    }
    if (dice < 0.89) return this.mend()
    if (dice < 0.93) {
      const amount = 1 + Math.floor(this.random() * 9)
      const halfPoints = this.random() < 0.5 ? amount : -amount
      const owner = { kind: 'person', ownerId: this.pick(members)! } as const
      return this.call('administrator-1', 'lovebank.adjustPoints', { ...owner, halfPoints, reason: '更正' })
    }
    if (dice < 0.96) {
      const counted = 4 + Math.floor(this.random() * 14)
      return this.call('clerk-1', 'redemptions.countStock', { id: this.pick(shelf)!._id, counted, reason: '盘点' })
    }
    const job = dice < 0.98 ? 'expireHolds' : 'expirePoints'
    return { name: job, work: { do: job } }
  }
}
