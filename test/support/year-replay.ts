import { awardIdOf, participationIdOf, sessionIdOf } from '@cloud/capabilities/activities/ids'
import { expireHolds } from '@cloud/jobs/expire-holds'
import { expirePoints } from '@cloud/jobs/expire-points'
import type { Job } from '@cloud/jobs/job'
import { makeSessions } from '@cloud/jobs/make-sessions'
import { stepSessions } from '@cloud/jobs/step-sessions'
import { createDispatch } from '@cloud/runtime/dispatch'
import { ledgerDigest } from '@cloud/runtime/ledger'
import { rotatingCode } from '@cloud/runtime/rotating-code'
import { sampleCommunity } from '@cloud/sample'
import { stageOf } from '@cloud/sample/history/stage'
import { lovingYear, type YearSize } from '@cloud/sample/year'
import type { Act, ActOf } from '@cloud/sample/year/acts'
import type { CapabilityName, ContractOf } from '@/shared/contracts'
import { holderIdOf } from '@/shared/domain/lovebank/account'
import type { InputOf, OutputOf } from '@/shared/kernel/capability'
import { minuteMs, startOfDay, toInstant } from '@/shared/kernel/time'
import type { TestCloud } from './cloud'

const administrator = 'administrator-1'
type Year = ReturnType<typeof lovingYear>

/** A year as the sample has it, with what was done in it. */
export const yearOf = (today: string, size: YearSize): Year => {
  const { documents } = sampleCommunity(today)
  const stage = stageOf(documents, 'xinsheng', (path) => `cloud://test.local/${path}`)
  return lovingYear(documents, stage, today, ledgerDigest, size)
}

/** Does in the product, call by call and job by job with the clock moved, what was done in a year of the sample. */
export class YearReplay {
  private readonly dispatch: ReturnType<typeof createDispatch>
  /** The product's id of a session of the sample. */
  private readonly sessionIds = new Map<string, string>()
  private serial = 0

  constructor(
    private readonly world: TestCloud,
    private readonly year: Year,
    private readonly first: string,
  ) {
    this.dispatch = createDispatch(world.runtime)
  }

  /** Puts there what was there when the year began, and has the activities made by those who lead them. */
  async begin(): Promise<void> {
    const { opening, people, documents } = this.year
    if (this.world.documents('activities').length > 0) return
    for (const { _id, openid } of people)
      await this.world.runtime.store.persons.updateWhere({ _id }, { openid: openid ?? '' })
    this.world.cloud.insertAll(opening)
    this.world.clock.now = startOfDay(this.first)
    for (const {
      _id,
      title,
      text,
      skills,
      place,
      headCountMin,
      theme,
      capacity,
      halfPointsPerHour,
      rule,
      leaderId,
    } of documents.activities)
      if (_id.startsWith('activity-year-')) {
        const asked = { title, text, skills, place, headCountMin, theme, capacity, halfPointsPerHour, rule }
        await this.ask(leaderId, 'activities.createActivity', asked)
      }
  }

  /** Learns which session is which; after {@link begin}. */
  match(): void {
    const made = this.world.documents('activities')
    const seen = new Map<string, number>()
    for (const { _id, activityId, day, title } of this.year.documents.sessions) {
      const id = made.find((one) => one.title === title)!._id
      const slot = seen.get(`${activityId} ${day}`) ?? 0
      seen.set(`${activityId} ${day}`, slot + 1)
      this.sessionIds.set(_id, sessionIdOf(id, day, slot))
    }
  }

  sessionOf(id: string): string {
    return this.sessionIds.get(id)!
  }

  async perform(act: Act, number: number): Promise<void> {
    this.serial = number * 10
    this.world.clock.now = act.at
    if (act.do === 'midnight') for (const job of [expireHolds, expirePoints, makeSessions]) await this.run(job)
    else if (act.do === 'evening') while ((await this.run(stepSessions)) > 0);
    else if ('sessionId' in act) await this.atSession(act)
    else await this.atCounter(act)
  }

  private async run(job: Job): Promise<number> {
    const { store, files } = this.world.runtime
    return (await job({ store, files, now: this.world.clock.now })).done
  }

  private async ask<N extends CapabilityName>(
    personId: string,
    name: N,
    input: InputOf<ContractOf<N>>,
  ): Promise<OutputOf<ContractOf<N>>> {
    const requestId = `year-request-${String(this.serial++).padStart(8, '0')}`
    const answer = await this.dispatch(
      { capability: name, input, requestId },
      { openid: `openid-${personId}`, requestId },
    )
    if (answer.ok) return answer.data as never
    throw new Error(`${personId} ${name}: ${answer.error.code} ${JSON.stringify(input)}`)
  }

  private async atSession(act: Extract<Act, { sessionId: string }>): Promise<void> {
    const id = this.sessionOf(act.sessionId)
    if (act.do === 'signUp') {
      const { who, children } = act
      const hasKids = children.length > 0
      await this.ask(who, 'activities.signUp', {
        id,
        who: hasKids ? 'withChildren' : 'self',
        children,
        hasConsented: hasKids,
      })
    } else if (act.do === 'cancelSignup') await this.ask(act.who, 'activities.cancelSignup', { id, reason: act.reason })
    else if (act.do === 'cancelSession') await this.ask(act.by, 'activities.cancelSession', { id, reason: act.reason })
    else if (act.do === 'checkIn') await this.checkIn(id, act)
    else if (act.do === 'checkOut') await this.ask(act.who, 'activities.checkOut', { id, at: toInstant(act.at) })
    else if (act.do === 'decide') {
      const { by, who, isConfirmed, reason } = act
      const input = { id: participationIdOf(id, who), isConfirmed, ...(reason ? { reason } : {}) }
      await this.ask(by, 'activities.decideParticipation', input)
    } else {
      const holder = await this.world.runtime.store.holders.get(holderIdOf('person', act.who))
      const transferId = awardIdOf(id, holder!.accountId)
      await this.ask(act.by, 'lovebank.reverseTransfer', { id: transferId, reason: act.reason })
    }
  }

  private async checkIn(id: string, { who, code, isPlaced, at }: ActOf<'checkIn'>): Promise<void> {
    const { store } = this.world.runtime
    const session = (await store.sessions.get(id))!
    const [signup] = await store.signups.list({ where: { sessionId: id, personId: who }, limit: 1 })
    await this.ask(who, 'activities.checkIn', {
      id,
      code: code && `session:${id}:${rotatingCode(session.secret, id, at).code}`,
      position: isPlaced ? { point: session.place.point, accuracyMeters: 20 } : null,
      scannedAt: toInstant(at),
      who: signup!.children.length > 0 ? 'withChildren' : 'self',
    })
  }

  /** The product's redemption of a number: whoever asked for one at that moment. */
  private async redemptionOf(n: number): Promise<{ id: string; personId: string }> {
    const { personId, heldAt } = this.year.documents.redemptions.find(({ _id }) => _id === `redemption-year-${n}`)!
    const [found] = await this.world.runtime.store.redemptions.list({ where: { personId, heldAt }, limit: 1 })
    return { id: found!._id, personId }
  }

  private async atCounter(act: Exclude<Act, { sessionId: string } | { do: 'midnight' | 'evening' }>): Promise<void> {
    if (act.do === 'redeem') {
      const { price } = (await this.world.runtime.store.rewards.get(act.rewardId))!
      await this.ask(act.who, 'redemptions.redeemReward', { id: act.rewardId, payer: act.payer, price })
    } else if (act.do === 'capture') {
      const { id, personId } = await this.redemptionOf(act.n)
      this.world.clock.now = act.at - minuteMs
      const { scan, typed } = await this.ask(personId, 'redemptions.showCode', { id })
      this.world.clock.now = act.at
      await this.ask(act.by, 'redemptions.captureRedemption', { code: act.n % 2 === 0 ? scan : typed })
    } else if (act.do === 'cancelRedemption')
      await this.ask(act.who, 'redemptions.cancelRedemption', { id: (await this.redemptionOf(act.n)).id })
    else if (act.do === 'giveBack') {
      const { by, n, reason, isBack } = act
      await this.ask(by, 'redemptions.returnRedemption', { id: (await this.redemptionOf(n)).id, reason, isBack })
    } else if (act.do === 'count') {
      const { by, rewardId: id, counted, reason } = act
      await this.ask(by, 'redemptions.countStock', { id, counted, reason })
    } else {
      const { ownerId, halfPoints, reason } = act
      await this.ask(administrator, 'lovebank.adjustPoints', { kind: 'person', ownerId, halfPoints, reason })
    }
  }
}

interface Kept {
  readonly holders: Year['documents']['holders']
  readonly accounts: Year['documents']['accounts']
  readonly transfers: Year['documents']['transfers']
  readonly transferNotes: Year['documents']['transferNotes']
}

/** Every account as its owner could tell it: what there is, and line by line why; without the ids and salts that chance drew. */
const told = ({ holders, accounts, transfers, transferNotes }: Kept): Map<string, unknown> => {
  const accountById = new Map(accounts.map((one) => [one._id, one]))
  const notes = new Map(transferNotes.map((one) => [one._id, one]))
  const chains = new Map<string, typeof transfers>()
  for (const one of transfers) chains.set(one.accountId, [...(chains.get(one.accountId) ?? []), one])
  const lineOf = ({ _id, kind, lines, owedChange, after, at }: (typeof transfers)[number]) => {
    const { actorId, title, reason } = notes.get(_id)!
    return { kind, lines, owedChange, after, at, actorId, title, reason }
  }
  return new Map(
    holders.map(({ _id, accountId }) => {
      const { available, held, owed, lots } = accountById.get(accountId)!
      const chain = [...(chains.get(accountId) ?? [])].sort((a, b) => a.sequence - b.sequence)
      return [_id, { available, held, owed, lots, statement: chain.map(lineOf) }]
    }),
  )
}

/** Throws the first thing in which a replay came to something else than the year it replayed. */
export const compareYears = (world: TestCloud, { documents }: Year, replay: YearReplay): number => {
  const same = (what: string, found: unknown, expected: unknown): void => {
    const [ours, theirs] = [JSON.stringify(found), JSON.stringify(expected)]
    if (ours === theirs) return
    const at = Math.max(0, [...ours].findIndex((letter, place) => letter !== theirs[place]) - 120)
    throw new Error(`${what}: the product has …${ours.slice(at, at + 300)}, the sample …${theirs.slice(at, at + 300)}`)
  }
  const found = told({
    holders: world.documents('holders'),
    accounts: world.documents('accounts'),
    transfers: world.documents('transfers'),
    transferNotes: world.documents('transferNotes'),
  })
  const expected = told(documents)
  same('members', [...found.keys()].sort(), [...expected.keys()].sort())
  for (const [id, account] of expected) same(id, found.get(id), account)
  const sessions = new Map(world.documents('sessions').map((one) => [one._id, one]))
  for (const { _id, activityId, state, reserved, isMissed, tickets } of documents.sessions) {
    if (!activityId.startsWith('activity-year-')) continue
    const one = sessions.get(replay.sessionOf(_id))!
    same(_id, [one.state, one.reserved, one.isMissed, one.tickets], [state, reserved, isMissed, tickets])
  }
  const rewards = new Map(world.documents('rewards').map((one) => [one._id, one]))
  for (const { _id, stock, held, fullStock, isWarned } of documents.rewards) {
    const one = rewards.get(_id)!
    same(_id, [one.stock, one.held, one.fullStock, one.isWarned], [stock, held, fullStock, isWarned])
  }
  const hours = new Map(world.documents('volunteers').map((one) => [one._id, one]))
  for (const { _id, hours: own, times, days } of documents.volunteers) {
    const one = hours.get(_id)!
    same(_id, [one.hours, one.times, one.days], [own, times, days])
  }
  return expected.size
}
