import { minuteMs } from '../../kernel/time'
import type { Signup } from './records'

/**
 * Where a sign-up stands: a place; how many seats wait before it; or, while numbers before it are still on their way, that nobody can
 * say yet which of the two (`pending`).
 */
export type Standing =
  { readonly kind: 'place' } | { readonly kind: 'pending' } | { readonly kind: 'waiting'; readonly ahead: number }

type Ticket = Pick<Signup, 'ticket' | 'seats' | 'state' | 'givenBack' | 'takenAt'>

/** How long a ticket may be on its way: longer than any call lives. After that a number nobody has is nobody's. */
export const underwayMs = minuteMs

/**
 * Seats before a ticket that are taken, and those that may still turn out to be. A number that nobody shows is either lost or still on its
 * way; it counts against a place while it may be on its way, so that whoever is told of a place keeps it. Every number below a ticket that was taken
 * longer ago than a call can live is settled: shown, or lost.
 */
const seatsBefore = (own: Ticket, all: readonly Ticket[], now: number): { taken: number; underway: number } => {
  const shown = all.flatMap(({ ticket, seats, takenAt, givenBack }) => [{ ticket, seats, takenAt }, ...givenBack])
  const settledUpTo = shown
    .filter(({ takenAt }) => Date.parse(takenAt) <= now - underwayMs)
    .reduce((most, { ticket }) => Math.max(most, ticket), 0)
  const first = own.ticket - own.seats
  const live = all.filter(({ state, ticket }) => state === 'live' && ticket <= first)
  const taken = live.reduce((sum, { seats }) => sum + seats, 0)
  const beyond = shown.filter(({ ticket }) => ticket > settledUpTo && ticket <= first)
  const underway = first - Math.min(settledUpTo, first) - beyond.reduce((sum, { seats }) => sum + seats, 0)
  return { taken, underway: Math.max(0, underway) }
}

/**
 * Whether a live sign-up has a place. The order of the tickets decides, so that giving one back moves everybody behind it up; a place
 * once given is never lost again, because what counts before it can only become less. Nobody is told to wait whose place is only not known.
 */
export const standingOf = (own: Ticket, all: readonly Ticket[], capacity: number, now: number): Standing => {
  const { taken, underway } = seatsBefore(own, all, now)
  if (taken + underway + own.seats <= capacity) return { kind: 'place' }
  if (taken + own.seats <= capacity) return { kind: 'pending' }
  return { kind: 'waiting', ahead: Math.max(0, taken + underway - capacity) }
}

/** Live sign-ups in the order of their tickets, each with where it stands. */
export const inOrder = <T extends Ticket>(
  all: readonly T[],
  capacity: number,
  now: number,
): { signup: T; standing: Standing }[] =>
  all
    .filter(({ state }) => state === 'live')
    .sort((a, b) => a.ticket - b.ticket)
    .map((signup) => ({ signup, standing: standingOf(signup, all, capacity, now) }))
