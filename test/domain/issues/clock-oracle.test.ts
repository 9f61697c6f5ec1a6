import fc from 'fast-check'
import type { Calendar } from '@/shared/domain/issues/calendar'
import { extendClock, minutesLeft, pauseClock, resumeClock, startClock, urgencyOf } from '@/shared/domain/issues/clock'
import { clockHours, minutesOf, workingDays, workingHours, type Limit } from '@/shared/domain/issues/limit'
import { addWorkingMinutes, workingMinutesBetween } from '@/shared/domain/issues/working-time'
import { minuteMs } from '@/shared/kernel/time'

const first = Date.parse('2026-01-01T00:00:00.000+08:00')
const days = 365 + 365
const minutes = days * 1440
const dayAt = (index: number): string => new Date(first + 8 * 3_600_000 + index * 86_400_000).toISOString().slice(0, 10)
const instantAt = (minute: number): number => first + minute * minuteMs

/** Two years with days off and 调休 workdays anywhere, and any hours. */
const calendars: fc.Arbitrary<Calendar> = fc
  .record({
    opensAtMinute: fc.integer({ min: 0, max: 700 }),
    length: fc.integer({ min: 60, max: 700 }),
    exceptions: fc.array(fc.tuple(fc.integer({ min: 0, max: days - 1 }), fc.constantFrom('off', 'work')), {
      maxLength: 150,
    }),
  })
  .map(({ opensAtMinute, length, exceptions }) => ({
    opensAtMinute,
    closesAtMinute: opensAtMinute + length,
    exceptions: Object.fromEntries(exceptions.map(([day, kind]) => [dayAt(day), kind as 'off' | 'work'])),
  }))

/** Which minutes of the two years are worked, by a rule written again without the code under test. */
const workedMinutes = ({ opensAtMinute, closesAtMinute, exceptions }: Calendar): Uint8Array => {
  const worked = new Uint8Array(minutes)
  for (let day = 0; day < days; day++) {
    const name = dayAt(day)
    const weekday = new Date(`${name}T00:00:00Z`).getUTCDay()
    const isWorked = exceptions[name] ? exceptions[name] === 'work' : weekday >= 1 && weekday <= 5
    if (isWorked) worked.fill(1, day * 1440 + opensAtMinute, day * 1440 + closesAtMinute)
  }
  return worked
}

const limits: fc.Arbitrary<Limit> = fc.oneof(
  fc.constantFrom(workingHours(4), workingDays(1), workingDays(2), workingDays(5)),
  fc.constantFrom(clockHours(24), clockHours(4)),
)
const starts = fc.integer({ min: 0, max: 300 * 1440 })

/** The first minute by which so many counted minutes have passed since a start; a minute is counted where `counts` says so. */
const minuteAfter = (start: number, wanted: number, counts: (minute: number) => boolean): number => {
  let minute = start
  for (let seen = 0; seen < wanted; minute++) if (counts(minute)) seen++
  return minute
}

test('working minutes are added and counted as counting every minute of two years does, whatever the calendar', () => {
  fc.assert(
    fc.property(
      calendars,
      fc.array(fc.tuple(starts, fc.integer({ min: 1, max: 4000 })), { minLength: 20 }),
      (calendar, tries) => {
        const worked = workedMinutes(calendar)
        for (const [start, wanted] of tries) {
          const end = minuteAfter(start, wanted, (minute) => worked[minute] === 1)
          expect(addWorkingMinutes(calendar, instantAt(start), wanted)).toBe(instantAt(end))
          expect(workingMinutesBetween(calendar, instantAt(start), instantAt(end))).toBe(wanted)
          const counted = worked.subarray(start, start + wanted).reduce((sum, one) => sum + one, 0)
          expect(workingMinutesBetween(calendar, instantAt(start), instantAt(start + wanted))).toBe(counted)
        }
      },
    ),
    { numRuns: 40 },
  )
})

/** Times of standing still, one after another: how long it ran before each, and how long each lasted, in minutes. */
const pauses = fc.array(fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 6000 })), {
  maxLength: 6,
})

test('however often a clock stands still, it is amber and due where counting its running minutes says', () => {
  fc.assert(
    fc.property(calendars, limits, starts, pauses, (calendar, limit, start, stops) => {
      const worked = workedMinutes(calendar)
      const still = new Uint8Array(minutes)
      let clock = startClock(limit, instantAt(start), calendar)
      let at = start
      for (const [ran, stood] of stops) {
        clock = pauseClock(clock, instantAt(at + ran), null)
        clock = resumeClock(clock, limit, instantAt(at + ran + stood), calendar)
        still.fill(1, at + ran, at + ran + stood)
        at += ran + stood
      }
      const counts = (minute: number) => still[minute] === 0 && (limit.kind === 'clockHours' || worked[minute] === 1)
      const due = minuteAfter(start, minutesOf(limit), counts)
      const amber = minuteAfter(start, minutesOf(limit) * 0.75, counts)
      expect([clock.dueAt, clock.amberAt].map((instant) => (Date.parse(instant) - first) / minuteMs)).toEqual([
        due,
        amber,
      ])
      const running = { isOpen: true, clock }
      expect(urgencyOf(running, instantAt(due))).toBe('red')
      expect(urgencyOf(running, instantAt(due - 1))).toBe('amber')
      expect(urgencyOf(running, instantAt(amber - 1))).toBe('normal')
      const seen = Array.from({ length: Math.max(0, due - at) }, (_, next) => counts(at + next)).filter(Boolean).length
      expect(minutesLeft(clock, limit, instantAt(at), calendar)).toBe(seen)
    }),
    { numRuns: 150 },
  )
})

test('an extended clock is due after the whole, and amber when a quarter of the whole is left, over any pause', () => {
  fc.assert(
    fc.property(
      calendars,
      limits,
      starts,
      fc.tuple(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 1, max: 4000 }), fc.boolean()),
      fc.constantFrom(0.2, 1 / 3),
      (calendar, limit, start, [ran, stood, isStill], share) => {
        const worked = workedMinutes(calendar)
        const isRunning = (minute: number) => limit.kind === 'clockHours' || worked[minute] === 1
        const extra = Math.round(minutesOf(limit) * share)
        const asked = start + ran
        fc.pre(asked < minuteAfter(start, minutesOf(limit), isRunning))
        let clock = startClock(limit, instantAt(start), calendar)
        if (isStill) clock = pauseClock(clock, instantAt(asked), null)
        const agreed = isStill ? asked + stood : asked
        clock = extendClock(clock, limit, extra, instantAt(agreed), calendar)
        if (isStill) clock = resumeClock(clock, limit, instantAt(agreed), calendar)
        const counts = (minute: number) => isRunning(minute) && !(isStill && minute >= asked && minute < agreed)
        const whole = minutesOf(limit) + extra
        const amber = minuteAfter(start, whole * 0.75, counts)
        expect((Date.parse(clock.dueAt) - first) / minuteMs).toBe(minuteAfter(start, whole, counts))
        if (amber > agreed) expect((Date.parse(clock.amberAt) - first) / minuteMs).toBe(amber)
        else expect((Date.parse(clock.amberAt) - first) / minuteMs).toBeLessThanOrEqual(agreed)
      },
    ),
    { numRuns: 150 },
  )
})
