import fc from 'fast-check'
import type { Signup } from '@/shared/domain/activities/records'
import { inOrder, standingOf, underwayMs } from '@/shared/domain/activities/tickets'
import { toInstant } from '@/shared/kernel/time'

type Ticket = Pick<Signup, 'ticket' | 'seats' | 'state' | 'givenBack' | 'takenAt'> & { who: number }

/** What can happen around one session: a number is taken, shown, lost or given back, and time goes by. */
type Step =
  | { do: 'take'; seats: number }
  | { do: 'show' | 'lose' | 'giveBack' | 'again'; which: number }
  | { do: 'wait'; seconds: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('take' as const), seats: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom('show' as const, 'giveBack' as const), which: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('lose' as const, 'again' as const), which: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), seconds: fc.integer({ min: 1, max: 50 }) }) },
)

interface Underway {
  ticket: number
  seats: number
  takenAt: number
  who: number
}

/** Plays the steps; after each says what is shown, what is on its way, and what o'clock it is. */
const play = (
  steps: readonly Step[],
  look: (all: readonly Ticket[], underway: readonly Underway[], now: number) => void,
) => {
  let now = Date.parse('2026-11-25T01:00:00.000Z')
  let counter = 0
  let people = 0
  let all: Ticket[] = []
  let underway: Underway[] = []
  const pick = <T>(list: readonly T[], which: number): T | undefined => list[which % Math.max(1, list.length)]
  const take = (seats: number, who: number) => {
    counter += seats
    underway.push({ ticket: counter, seats, takenAt: now, who })
  }
  const show = ({ ticket, seats, takenAt, who }: Underway) => {
    const before = all.find((one) => one.who === who)
    const givenBack = before
      ? [...before.givenBack, { ticket: before.ticket, seats: before.seats, takenAt: before.takenAt }]
      : []
    const live: Ticket = { ticket, seats, takenAt: toInstant(takenAt), state: 'live', givenBack, who }
    all = [...all.filter((one) => one.who !== who), live]
  }
  for (const one of steps) {
    if (one.do === 'take') take(one.seats, ++people)
    if (one.do === 'wait') now += one.seconds * 1000
    if (one.do === 'show' || one.do === 'lose') {
      const found = pick(underway, one.which)
      if (found && one.do === 'show') show(found)
      underway = underway.filter((other) => other !== found)
    }
    if (one.do === 'giveBack') {
      const found = pick(
        all.filter(({ state }) => state === 'live'),
        one.which,
      )
      all = all.map((other) => (other === found ? { ...other, state: 'cancelled' } : other))
    }
    if (one.do === 'again') {
      const found = pick(
        all.filter(({ state, who }) => state === 'cancelled' && !underway.some((other) => other.who === who)),
        one.which,
      )
      if (found) take(1, found.who)
    }
    // No call lives longer than a minute: what has not been shown by then is lost.
    underway = underway.filter(({ takenAt }) => takenAt > now - underwayMs)
    look(all, underway, now)
  }
}

const capacity = fc.integer({ min: 1, max: 6 })
const steps = fc.array(step, { maxLength: 80, size: 'max' })
const runs = { numRuns: Number(process.env.RUNS ?? 500) }

test('never more seats are placed than there are, whatever is lost, given back or still on its way', () => {
  fc.assert(
    fc.property(steps, capacity, (taken, seats) => {
      play(taken, (all, underway, now) => {
        const placed = inOrder(all, seats, now).filter(({ standing }) => standing.kind === 'place')
        // What is on its way with a lower number counts before whoever was told of a place.
        const last = placed.at(-1)?.signup.ticket ?? 0
        const before = underway.filter(({ ticket }) => ticket < last).reduce((sum, one) => sum + one.seats, 0)
        expect(placed.reduce((sum, { signup }) => sum + signup.seats, 0) + before).toBeLessThanOrEqual(seats)
      })
    }),
    runs,
  )
})

test('a place once given is kept until it is given back', () => {
  fc.assert(
    fc.property(steps, capacity, (taken, seats) => {
      const placed = new Map<number, number>()
      play(taken, (all, _underway, now) => {
        for (const one of all) {
          const has = one.state === 'live' && standingOf(one, all, seats, now).kind === 'place'
          if (placed.get(one.who) === one.ticket && one.state === 'live') expect(has).toBe(true)
          if (has) placed.set(one.who, one.ticket)
        }
      })
    }),
    runs,
  )
})

test('nobody is told to wait who has a place: until the numbers before them are in, they are told that it is not known', () => {
  fc.assert(
    fc.property(steps, capacity, (taken, seats) => {
      const waited = new Map<number, { ticket: number; leavers: number }>()
      const leavers = (all: readonly Ticket[]) =>
        all.reduce((sum, { state, givenBack }) => sum + givenBack.length + (state === 'cancelled' ? 1 : 0), 0)
      play(taken, (all, underway, now) => {
        for (const one of all.filter(({ state }) => state === 'live')) {
          const { kind } = standingOf(one, all, seats, now)
          const before = waited.get(one.who)
          const isSame = before?.ticket === one.ticket && before.leavers === leavers(all)
          if (isSame) expect(kind).toBe('waiting')
          if (kind === 'waiting') waited.set(one.who, { ticket: one.ticket, leavers: leavers(all) })
          if (kind === 'pending') expect(Date.parse(one.takenAt) > now - underwayMs || underway.length > 0).toBe(true)
        }
      })
    }),
    runs,
  )
})

test('once nothing is on its way, rank among live tickets decides, and gaps count for nothing', () => {
  fc.assert(
    fc.property(steps, capacity, (taken, seats) => {
      let last: readonly Ticket[] = []
      let at = 0
      play(taken, (all, _underway, now) => ((last = all), (at = now)))
      const later = at + underwayMs
      let before = 0
      for (const { signup, standing } of inOrder(last, seats, later)) {
        expect(standing.kind).toBe(before + signup.seats <= seats ? 'place' : 'waiting')
        before += signup.seats
      }
    }),
    runs,
  )
})

test('who gives a place back and asks again takes nobody else’s', () => {
  const now = Date.parse('2026-11-25T01:00:00.000Z')
  const takenAt = toInstant(now)
  const again = {
    who: 1,
    ticket: 3,
    seats: 1,
    takenAt,
    state: 'live',
    givenBack: [{ ticket: 1, seats: 1, takenAt }],
  } as const
  const other = { who: 2, ticket: 2, seats: 1, takenAt, state: 'live', givenBack: [] } as const
  const all: Ticket[] = [
    { ...again, givenBack: [...again.givenBack] },
    { ...other, givenBack: [] },
  ]
  expect(standingOf(all[1]!, all, 1, now)).toEqual({ kind: 'place' })
  expect(standingOf(all[0]!, all, 1, now)).toEqual({ kind: 'waiting', ahead: 0 })
})
