import fc from 'fast-check'
import { defaultCalendar, isWorkingDay } from '@/shared/domain/issues/calendar'
import { dutyHoursOf, holidayOf, rosterDayOf, runningRosterDay } from '@/shared/domain/issues/duty-day'
import { isWorkingInstant } from '@/shared/domain/issues/working-time'
import { addDays, dayOf, minuteMs } from '@/shared/kernel/time'

const at = (local: string): number => Date.parse(`${local.replace(' ', 'T')}:00+08:00`)
const minutes = (from: string, to: string) =>
  fc.integer({ min: at(from) / minuteMs, max: at(to) / minuteMs }).map((minute) => minute * minuteMs)

test.each([
  ['2026-11-25 17:29', null],
  ['2026-11-25 17:30', '2026-11-25'],
  ['2026-11-25 23:00', '2026-11-25'],
  ['2026-11-26 02:00', '2026-11-25'],
  ['2026-11-26 08:29', '2026-11-25'],
  ['2026-11-26 08:30', null],
  // A weekend: Friday's watch ends on Saturday morning.
  ['2026-11-28 08:29', '2026-11-27'],
  ['2026-11-28 08:30', '2026-11-28'],
  ['2026-11-29 12:00', '2026-11-29'],
  ['2026-11-30 02:00', '2026-11-29'],
  // The National Day, and a Saturday that is worked (调休).
  ['2026-10-01 12:00', '2026-10-01'],
  ['2026-10-10 12:00', null],
  ['2026-10-10 20:00', '2026-10-10'],
])('%s belongs to the roster day %s', (local, day) => {
  expect(rosterDayOf(defaultCalendar, at(local))).toBe(day)
})

test('every instant outside working hours is within the hours of exactly one roster day, and none inside is', () => {
  fc.assert(
    fc.property(minutes('2026-01-01 00:00', '2027-06-30 00:00'), (instant) => {
      const near = [-3, -2, -1, 0, 1, 2].map((days) => addDays(dayOf(instant), days))
      const covering = near.filter((day) => {
        const { from, to } = dutyHoursOf(defaultCalendar, day)
        return from <= instant && instant < to
      })
      const expected = isWorkingInstant(defaultCalendar, instant) ? [] : [rosterDayOf(defaultCalendar, instant)]
      expect(covering).toEqual(expected)
    }),
    { numRuns: 3000 },
  )
})

test('whatever the hours and holidays of a calendar, the watches and the working hours leave no gap and do not overlap', () => {
  const calendars = fc
    .tuple(
      fc.integer({ min: 0, max: 1000 }),
      fc.integer({ min: 1, max: 439 }),
      fc.dictionary(
        fc.constantFrom('2026-11-25', '2026-11-26', '2026-11-28', '2026-11-29'),
        fc.constantFrom('off', 'work'),
      ),
    )
    .map(([opensAtMinute, length, exceptions]) => ({
      opensAtMinute,
      closesAtMinute: opensAtMinute + length,
      exceptions: exceptions as Record<string, 'off' | 'work'>,
    }))
  fc.assert(
    fc.property(calendars, minutes('2026-11-20 00:00', '2026-12-05 00:00'), (calendar, instant) => {
      const day = rosterDayOf(calendar, instant)
      expect(day === null).toBe(isWorkingInstant(calendar, instant))
      const running = runningRosterDay(calendar, instant)
      const { from, to } = dutyHoursOf(calendar, running)
      expect(instant).toBeLessThan(to)
      expect(from <= instant).toBe(day !== null)
      expect(dutyHoursOf(calendar, addDays(running, 1)).from).toBe(
        isWorkingDay(calendar, addDays(running, 1))
          ? to + (calendar.closesAtMinute - calendar.opensAtMinute) * minuteMs
          : to,
      )
    }),
    { numRuns: 2000 },
  )
})

test('a holiday has its name, a weekend has none', () => {
  expect(['2026-10-01', '2026-10-08', '2026-11-29'].map((day) => holidayOf(defaultCalendar, day))).toEqual([
    '国庆节',
    null,
    null,
  ])
})
