import { activityDefaults } from '@/shared/domain/activities/activity-rules'
import { missingOf, newSession, reserve } from '@/shared/domain/activities/plan'
import type { Session } from '@/shared/domain/activities/records'
import { LedgerSums } from '@/shared/domain/lovebank/audit'
import { nextOnOf, type Digest } from '@/shared/domain/lovebank/chain'
import { keptSums, newLedgerCheck, type LedgerCheck } from '@/shared/domain/lovebank/ledger-check'
import { addDays, dayMs, minuteMs, startOfDay, toInstant, weekdayOf } from '@/shared/kernel/time'
import { chanceFrom, type Chance } from '../chance'
import type { Documents } from '../documents'
import { activities as ahead, activityOf, plans } from '../history/activities'
import { onOffer } from '../history/love-bank'
import { ruled, type Stage } from '../history/stage'
import type { Act } from './acts'
import { Agenda } from './agenda'
import * as counter from './counter'
import * as desk from './desk'
import { habitsOf } from './habits'
import * as serve from './serve'
import { townOf, type Neighbour, type Town } from './town'

const daysOfYear = 365
const nightsKept = 31
const midnightMs = 5 * minuteMs
const eveningMs = 22 * 60 * minuteMs

/** How large a year is, and which one of the possible ones. */
export interface YearSize {
  readonly volunteers: number
  /** Things set aside in a day. */
  readonly redemptionsADay: number
  readonly days?: number
  readonly seed?: number
}

/** What the oldest of them had from years before, in half points; it ends within the year unless it is spent. */
const carryOver = (town: Town, people: readonly Neighbour[], first: string, chance: Chance): void => {
  for (const { _id } of people.slice(0, Math.ceil(people.length * 0.4))) {
    const at = startOfDay(addDays(first, -725 + Math.floor(chance() * 355))) + 10 * 60 * minuteMs
    const halfPoints = 2 + Math.floor(chance() * 10)
    const session = { _id: `session-before-${_id}`, title: '志愿服务：往年登记' }
    town.books.give({ kind: 'person', ownerId: _id, halfPoints, session, actorId: 'community-worker-1', at })
  }
}

/** Makes the sessions the activities still lack and sets aside what they can earn; those made. */
const publish = (town: Town, now: number): Session[] =>
  town.activities.flatMap((activity, place) => {
    const { due, through } = missingOf(activity, now)
    town.activities[place] = { ...activity, madeThrough: through }
    return due.map((one) => {
      const _id = `session-${town.key('session', activity._id, one.day, String(one.slot))}`
      const session = newSession(activity, one, {
        _id,
        secret: town.key('secret', _id),
        settings: activityDefaults,
        now,
      })
      const year = ruled(reserve(town.yearOf(one.startsAt), session.reserved))
      town.issuerYears.set(year._id, year)
      town.sessions.set(_id, session)
      return session
    })
  })

/** What happens to sessions by themselves, those first whose time came first, until nothing is due any more. */
const evening = (town: Town, at: number): void => {
  const isDue = ({ state, nextAt }: Session) => state === 'open' && nextAt !== null && Date.parse(nextAt) <= at
  for (;;) {
    const due = [...town.sessions.values()].filter(isDue).sort((a, b) => (a.nextAt! < b.nextAt! ? -1 : 1))
    if (due.length === 0) return
    for (const session of due) serve.stepSession(town, session, at)
  }
}

/** Does one thing as the server would. */
const perform = (town: Town, act: Act): void => {
  if (act.do === 'signUp') serve.signUp(town, act)
  else if (act.do === 'cancelSignup') serve.cancelSignup(town, act)
  else if (act.do === 'cancelSession') serve.cancelSession(town, act)
  else if (act.do === 'checkIn') serve.checkIn(town, act)
  else if (act.do === 'checkOut') serve.checkOut(town, act)
  else if (act.do === 'decide') serve.decide(town, act)
  else if (act.do === 'redeem') counter.redeem(town, act)
  else if (act.do === 'capture') counter.capture(town, act)
  else if (act.do === 'cancelRedemption') counter.cancelRedemption(town, act)
  else if (act.do === 'giveBack') counter.giveBack(town, act)
  else if (act.do === 'count') counter.count(town, act)
  else if (act.do === 'adjust') desk.correct(town, act)
  else if (act.do === 'reverse') desk.takeBack(town, act)
  else if (act.do === 'evening') evening(town, act.at)
  else {
    counter.expireHolds(town, act.at)
    desk.expirePoints(town, act.at)
  }
}

/** What a night's look through the ledger would have found. */
const nightOf = (town: Town, day: string, at: number): LedgerCheck => {
  const { accounts, transfers } = town.books.documents()
  const sums = new LedgerSums()
  for (const transfer of transfers) sums.take(transfer)
  const sorted = [...accounts].sort((a, b) => (a._id < b._id ? -1 : 1))
  return {
    ...newLedgerCheck(town.communityId, day, toInstant(at)),
    ...keptSums(sums),
    state: 'sound',
    afterAccountId: sorted.at(-1)?._id ?? '',
    accounts: sorted.length,
    balances: sorted.reduce((sum, { available, held }) => sum + available + held, 0),
    head: sorted.reduce((head, one) => town.digest(JSON.stringify([head, one._id, one.head])), ''),
  }
}

/** Those who take part: whoever of the sample lives here, as many as wanted, all of them with a telephone. */
const neighboursOf = (documents: Documents, communityId: string, count: number): Neighbour[] =>
  documents.persons
    .filter((person): person is Neighbour => person.communityId === communityId && person.householdId !== undefined)
    .slice(0, count)
    .map((person) => ({ ...person, openid: person.openid ?? `openid-${person._id}` }))

/**
 * A year of a love bank up to the day before `today`: 四爱志愿周周行 every week and litter picked twice a day, people who sign up, come or do
 * not, earn, set things aside, fetch or forget them, and a desk that corrects. Chance decides what they want; what comes of it is decided by the
 * rules that carry out the capabilities. `acts` is what was done, in its order. The same seed and day give the same year to the byte.
 */
export const lovingYear = (documents: Documents, stage: Stage, today: string, digest: Digest, size: YearSize) => {
  const { volunteers, redemptionsADay, days = daysOfYear, seed = 1 } = size
  const town = townOf(stage, digest)
  const chance = chanceFrom(seed)
  const first = addDays(today, -days)
  const people = neighboursOf(documents, town.communityId, volunteers)
  const began = startOfDay(first)
  carryOver(town, people, first, chance)
  const opening = town.books.documents()
  const offered = onOffer(stage, (order) => began - dayMs + order * minuteMs)
  for (const reward of offered.rewards.values()) town.rewards.set(reward._id, reward)
  town.stockCounts.push(...offered.stockCounts)
  const shelf = [...offered.rewards.values()]
  for (const plan of plans.filter(({ isProposed }) => !isProposed)) {
    const id = `activity-year-${plan.name}`
    town.activities.push(activityOf(stage, plan, id, { from: first, to: addDays(today, -1) }, began))
  }
  const agenda = new Agenda()
  const habits = habitsOf(town, agenda, chance, people)
  const acts: Act[] = []
  const nights: LedgerCheck[] = []
  const act = (one: Act): void => {
    acts.push(one)
    perform(town, one)
  }
  for (let n = 0; n < days; n++) {
    const day = addDays(first, n)
    const begins = startOfDay(day)
    act({ at: begins + midnightMs, do: 'midnight' })
    for (const session of publish(town, begins + midnightMs)) habits.published(session, begins + midnightMs)
    if (days - n < nightsKept) nights.push(nightOf(town, day, begins + midnightMs))
    if (weekdayOf(day) === 1) {
      habits.restocks(day)
      habits.corrects(day)
    }
    for (let shopper = 0; shopper < redemptionsADay; shopper++) habits.shops(day)
    agenda.add(begins + eveningMs, () => ({ at: begins + eveningMs, do: 'evening' }))
    for (const one of agenda.take(day)) act(one)
  }
  act({ at: startOfDay(today) + midnightMs, do: 'midnight' })
  nights.push(nightOf(town, today, startOfDay(today) + midnightMs))
  const next = ahead(stage, today, digest, 0)
  for (const { session } of next.ahead) {
    const year = ruled(reserve(town.yearOf(session.startsAt), session.reserved))
    town.issuerYears.set(year._id, year)
  }
  const kept = town.documents()
  const byId = new Map(people.map((person) => [person._id, person]))
  return {
    acts,
    /** What there was when the year began. */
    opening: { ...opening, rewards: shelf, stockCounts: offered.stockCounts },
    people,
    documents: {
      ...kept,
      persons: documents.persons.map((person) => byId.get(person._id) ?? person),
      accounts: kept.accounts.map((one) => ({ ...one, nextOn: nextOnOf(one.lots, today) })),
      activities: [...kept.activities.map((one) => ({ ...one, state: 'ended' as const })), ...next.activities],
      sessions: [...kept.sessions, ...next.ahead.map(({ session }) => session)],
      ledgerChecks: nights,
    },
  }
}
