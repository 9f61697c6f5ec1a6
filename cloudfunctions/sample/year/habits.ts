import type { Session, Signup } from '@/shared/domain/activities/records'
import { overlapping } from '@/shared/domain/activities/sign-up'
import { limitLeft, monthOf, tallyIdOf } from '@/shared/domain/redemptions/tally'
import { shelfOf } from '@/shared/domain/redemptions/reward'
import { addDays, dayMs, dayOf, minuteMs, startOfDay } from '@/shared/kernel/time'
import type { Chance } from '../chance'
import type { Agenda } from './agenda'
import { hasPlace } from './serve'
import type { Neighbour, Town } from './town'

const hourMs = 60 * minuteMs
const reasons = ['临时加班', '家里来人', '身体不舒服', '孩子生病'] as const
const kids = ['小宝', '妞妞', '天天', '乐乐', '果果', '阳阳'] as const
const familyThemes = ['children', 'neighbours', 'home']

/** Somebody of the year: how often they come, and whether with children. */
interface Habit {
  readonly person: Neighbour
  readonly weight: number
  readonly children: Signup['children']
}

/** What people are used to doing, drawn by chance: it decides who does what and when, and leaves the rest to the rules. */
export const habitsOf = (town: Town, agenda: Agenda, chance: Chance, people: readonly Neighbour[]) => {
  const upTo = (count: number): number => Math.floor(chance() * count)
  const pick = <T>(some: readonly T[]): T => some[upTo(some.length)]!
  const hasKids = (at: number): boolean => at % 5 === 0
  /** No two children of one home are called the same. */
  const called = new Map<string, Set<string>>()
  const nameIn = (householdId: string): string => {
    const taken = called.get(householdId) ?? new Set()
    const drawn = upTo(kids.length)
    const name = [...kids.slice(drawn), ...kids.slice(0, drawn)].find((one) => !taken.has(one))!
    called.set(householdId, taken.add(name))
    return name
  }
  const childOf = (householdId: string): Signup['children'][number] => ({
    name: nameIn(householdId),
    ageGroup: pick(['under6', 'from6to9', 'from10to13'] as const),
  })
  const habits = people.map((person, at): Habit => ({
    person,
    weight: 0.2 + chance() ** 2 * 3,
    children: hasKids(at) ? Array.from({ length: 1 + upTo(2) }, () => childOf(person.householdId)) : [],
  }))

  const someone = (): Habit => {
    for (;;) {
      const habit = pick(habits)
      if (chance() * 3.2 < habit.weight) return habit
    }
  }

  /** In and out of a session, for somebody who has signed up for it, and what somebody else has to agree to. */
  const comes = ({ _id: sessionId, startsAt, endsAt, leaderId }: Session, who: string): void => {
    const arrives = Date.parse(startsAt) + (upTo(25) - 15) * minuteMs
    const dice = chance()
    const arrival =
      dice < 0.9
        ? { code: 'valid' as const, isPlaced: true }
        : { code: dice < 0.96 ? ('valid' as const) : null, isPlaced: false }
    agenda.add(arrives, () => {
      const { present } = town.volunteerOf(who)
      const isElsewhere = present !== null && present.sessionId !== sessionId && Date.parse(present.until) > arrives
      if (isElsewhere || !hasPlace(town, sessionId, who, arrives)) return null
      const ends = Date.parse(endsAt)
      const leaves = ends + (upTo(30) - 12) * minuteMs
      if (chance() < 0.9) agenda.add(leaves, () => ({ at: leaves, do: 'checkOut', who, sessionId }))
      const isGood = arrival.code !== null && arrival.isPlaced
      const by = leaderId === who ? 'community-worker-1' : leaderId
      const decidedAt = ends + (30 + upTo(120)) * minuteMs
      if (!isGood && chance() < 0.97) {
        const isConfirmed = chance() < 0.95
        const reason = isConfirmed ? null : '当天没有看到本人'
        agenda.add(decidedAt, () => ({ at: decidedAt, do: 'decide', by, who, sessionId, isConfirmed, reason }))
      }
      return { at: arrives, do: 'checkIn', who, sessionId, ...arrival }
    })
  }

  const isBusy = (who: string, session: Session): boolean =>
    overlapping(town.volunteerOf(who), session).some((id) => town.sessions.get(id)?.state !== 'cancelled')

  const signsUp = (session: Session, { person, children }: Habit, now: number): void => {
    const { _id: sessionId, startsAt, theme } = session
    const { _id: who } = person
    const starts = Date.parse(startsAt)
    const first = Math.max(now + hourMs, starts - 6 * dayMs)
    const last = starts - 2 * hourMs
    if (last <= first) return
    const at = first + upTo((last - first) / minuteMs) * minuteMs
    const brings = familyThemes.includes(theme) && chance() < 0.6 ? children : []
    const isOff = chance() < 0.06
    const stays = chance() < 0.93
    agenda.add(at, () => {
      const current = town.sessions.get(sessionId)!
      const isIn = town.signupsOf(sessionId).some(({ personId }) => personId === who)
      if (current.state !== 'open' || isIn || isBusy(who, current)) return null
      if (isOff) {
        const off = at + upTo((starts - hourMs - at) / minuteMs) * minuteMs
        const reason = pick(reasons)
        agenda.add(off, () =>
          town.sessions.get(sessionId)!.state === 'open'
            ? { at: off, do: 'cancelSignup', who, sessionId, reason }
            : null,
        )
      } else if (stays) comes(session, who)
      return { at, do: 'signUp', who, sessionId, children: brings }
    })
  }

  /** Who comes to a session that has just been published. */
  const published = (session: Session, now: number): void => {
    const asks = Math.max(1, Math.round(session.capacity * (0.45 + chance() * 0.75)))
    const asked = new Set(Array.from({ length: asks }, someone))
    for (const habit of asked) signsUp(session, habit, now)
    const off = Date.parse(session.startsAt) - (1 + upTo(20)) * hourMs
    if (chance() < 0.012 && off > now)
      agenda.add(off, () => ({
        at: off,
        do: 'cancelSession',
        by: session.leaderId,
        sessionId: session._id,
        reason: '预报有大雨',
      }))
  }

  let redemptions = 0
  const clerkOf = (centreId: string): string => (centreId === 'centre-2' ? 'clerk-3' : pick(['clerk-1', 'clerk-2']))
  const dayTime = (day: string): number => startOfDay(day) + (9 * 60 + upTo(8 * 60)) * minuteMs

  /** What becomes of something set aside: most fetch it, some think better of it, some forget. */
  const fetches = (n: number, who: string, day: string): void => {
    const dice = chance()
    const later = dayTime(addDays(day, 1 + upTo(5)))
    const isHeld = (at: number) => {
      const { state, dueAt } = town.redemptions.get(n)!
      return state === 'held' && dueAt !== null && Date.parse(dueAt) > at
    }
    if (dice > 0.92) return
    if (dice > 0.85)
      return agenda.add(later, () => (isHeld(later) ? { at: later, do: 'cancelRedemption', who, n } : null))
    agenda.add(later, () => {
      if (!isHeld(later)) return null
      const by = clerkOf(town.redemptions.get(n)!.centreId)
      const back = dayTime(addDays(dayOf(later), 1 + upTo(10)))
      const isBack = chance() < 0.7
      if (chance() < 0.04)
        agenda.add(back, () => ({ at: back, do: 'giveBack', by, n, reason: '包装破损，退回', isBack }))
      return { at: later, do: 'capture', by, n }
    })
  }

  const shops = (day: string): void => {
    const at = dayTime(day)
    agenda.add(at, () => {
      const { person, children } = someone()
      const payer = children.length > 0 && chance() < 0.5 ? 'family' : 'person'
      const ownerId = payer === 'person' ? person._id : person.householdId
      if (!town.books.holders().some((one) => one.kind === payer && one.ownerId === ownerId)) return null
      const { lots } = town.books.accountOf(payer, ownerId, at)
      const free = lots.reduce((sum, lot) => sum + (lot.expiresOn >= day ? lot.available : 0), 0)
      const possible = [...town.rewards.values()].filter(
        ({ _id, stock, price, limit }) =>
          stock > 0 &&
          price <= free &&
          limitLeft(limit, town.tallies.get(tallyIdOf(_id, person._id)) ?? null, monthOf(at)) !== 0,
      )
      if (possible.length === 0) return null
      const n = ++redemptions
      fetches(n, person._id, day)
      return { at, do: 'redeem', who: person._id, payer, rewardId: pick(possible)._id, n }
    })
  }

  const restocks = (day: string): void => {
    const at = startOfDay(day) + 8 * hourMs
    for (const { _id } of town.rewards.values())
      agenda.add(at, () => {
        const reward = town.rewards.get(_id)!
        if (reward.stock > 6) return null
        const counted = shelfOf(reward) + 10 + upTo(20)
        return { at, do: 'count', by: 'administrator-1', rewardId: _id, counted, reason: '补货' }
      })
  }

  /** Once a week the desk corrects something by hand, and every other week it takes back what was entered for the wrong person. */
  const corrects = (day: string): void => {
    const at = startOfDay(day) + 10 * hourMs + upTo(60) * minuteMs
    const by = 'administrator-1'
    agenda.add(at, () => {
      const ownerId = someone().person._id
      const isMore = chance() < 0.6 || town.books.accountOf('person', ownerId, at).available < 2
      const reason = isMore ? '漏登一次服务，补记' : '同一次服务登记了两遍'
      return { at, do: 'adjust', by, ownerId, halfPoints: isMore ? 2 + upTo(5) : -2, reason }
    })
    if (chance() < 0.5)
      agenda.add(at + hourMs, () => {
        const recent = [...town.awards.values()].slice(-60)
        const { _id } = recent[upTo(recent.length)] ?? {}
        const found = [...town.awards].find(([, one]) => one._id === _id)
        const [sessionId = '', who = ''] = found?.[0].split(' ') ?? []
        if (!found || town.books.transfer(`reverse:${found[1]._id}`)) return null
        return { at: at + hourMs, do: 'reverse', by, who, sessionId, reason: '登记错了人' }
      })
  }

  return { published, shops, restocks, corrects }
}
