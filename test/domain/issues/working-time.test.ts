import fc from 'fast-check'
import { defaultCalendar, exceptionsOf, holidays2026, isWorkingDay } from '@/shared/domain/issues/calendar'
import { clockHours, workingDays, workingHours } from '@/shared/domain/issues/limit'
import { addWorkingMinutes, dueAt, isWorkingInstant, workingMinutesBetween } from '@/shared/domain/issues/working-time'
import { minuteMs } from '@/shared/kernel/time'

/** An instant from the community's wall clock. */
const at = (wallClock: string): number => Date.parse(`${wallClock.replace(' ', 'T')}:00.000+08:00`)
const shown = (instant: number): string =>
  new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

const firstMinute = at('2026-01-01 00:00')
const span = 2 * 365 * 1440
/** Each minute of two years marked working or not by a rule written again, without the code under test. */
const off = (day: string): boolean =>
  holidays2026.some(({ from, to }) => from <= day && day <= to) ||
  (!holidays2026.some(({ workOn }) => workOn.includes(day)) && [0, 6].includes(new Date(day).getUTCDay()))
const working = Array.from({ length: span / 1440 }, (_, day) => {
  const isOff = off(shown(firstMinute + day * 1440 * minuteMs).slice(0, 10))
  return Array.from({ length: 1440 }, (_minute, minute) => !isOff && minute >= 8.5 * 60 && minute < 17.5 * 60)
}).flat()
/** How many working minutes had passed before each minute. */
const passed = new Int32Array(span + 1)
working.forEach((isWorking, minute) => (passed[minute + 1] = passed[minute]! + (isWorking ? 1 : 0)))

const start = fc.integer({ min: 0, max: span - 120 * 1440 })

test('between two instants it counts what counting every minute counts', () => {
  fc.assert(
    fc.property(start, fc.integer({ min: 0, max: 60 * 1440 }), (from, length) => {
      const counted = workingMinutesBetween(
        defaultCalendar,
        firstMinute + from * minuteMs,
        firstMinute + (from + length) * minuteMs,
      )
      expect(counted).toBe(passed[from + length]! - passed[from]!)
    }),
    { numRuns: 1000 },
  )
})

test('adding working minutes ends where counting every minute ends', () => {
  fc.assert(
    fc.property(start, fc.integer({ min: 1, max: 20 * 540 }), (from, minutes) => {
      let minute = from
      while (passed[minute]! - passed[from]! < minutes) minute++
      expect(shown(addWorkingMinutes(defaultCalendar, firstMinute + from * minuteMs, minutes))).toBe(
        shown(firstMinute + minute * minuteMs),
      )
    }),
    { numRuns: 1000 },
  )
})

test('a working instant is one in a working minute', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: span - 1 }), (minute) => {
      expect(isWorkingInstant(defaultCalendar, firstMinute + minute * minuteMs)).toBe(working[minute])
    }),
    { numRuns: 1000 },
  )
})

test('what was added is what lies between, to the millisecond', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: span * minuteMs }), fc.integer({ min: 1, max: 9_000_000 }), (offset, ms) => {
      const from = firstMinute + offset
      const to = addWorkingMinutes(defaultCalendar, from, ms / minuteMs)
      expect(Math.round(workingMinutesBetween(defaultCalendar, from, to) * minuteMs)).toBe(ms)
    }),
  )
})

test.each([
  ['in the day', '2026-11-25 10:00', workingHours(4), '2026-11-25 14:00'],
  ['over an evening', '2026-11-25 16:00', workingHours(4), '2026-11-26 11:00'],
  ['to the minute of closing', '2026-11-25 13:30', workingHours(4), '2026-11-25 17:30'],
  ['from before opening', '2026-11-25 06:00', workingHours(4), '2026-11-25 12:30'],
  ['from after closing', '2026-11-25 20:00', workingHours(4), '2026-11-26 12:30'],
  ['from the minute of closing', '2026-11-25 17:30', workingHours(4), '2026-11-26 12:30'],
  ['one day', '2026-11-25 10:00', workingDays(1), '2026-11-26 10:00'],
  ['one whole day', '2026-11-25 08:30', workingDays(1), '2026-11-25 17:30'],
  ['over a weekend', '2026-11-27 10:00', workingDays(1), '2026-11-30 10:00'],
  ['over National Day, its working Saturday included', '2026-09-30 10:00', workingDays(4), '2026-10-12 10:00'],
  ['over Spring Festival', '2026-02-14 10:00', workingDays(1), '2026-02-24 10:00'],
  ['on a Saturday worked for Labour Day', '2026-05-08 16:30', workingHours(4), '2026-05-09 11:30'],
  ['by the clock, night or not', '2026-09-30 20:00', clockHours(24), '2026-10-01 20:00'],
])('a limit runs %s', (_name, from, limit, due) => {
  expect(shown(dueAt(limit, at(from), defaultCalendar))).toBe(due)
})

test('three quarters of a limit warn', () => {
  expect(shown(dueAt(workingHours(4), at('2026-11-25 10:00'), defaultCalendar, 0.75))).toBe('2026-11-25 13:00')
  expect(shown(dueAt(workingDays(2), at('2026-11-25 08:30'), defaultCalendar, 0.75))).toBe('2026-11-26 13:00')
  expect(shown(dueAt(clockHours(24), at('2026-11-25 10:00'), defaultCalendar, 0.75))).toBe('2026-11-26 04:00')
})

test('the national table of 2026 takes 33 days and gives back 6', () => {
  const kinds = Object.values(exceptionsOf(holidays2026))
  expect(kinds.filter((kind) => kind === 'off')).toHaveLength(3 + 9 + 3 + 5 + 3 + 3 + 7)
  expect(kinds.filter((kind) => kind === 'work')).toHaveLength(6)
  expect(isWorkingDay(defaultCalendar, '2026-01-04')).toBe(true)
  expect(isWorkingDay(defaultCalendar, '2026-02-28')).toBe(true)
  expect(isWorkingDay(defaultCalendar, '2026-10-07')).toBe(false)
  expect(isWorkingDay(defaultCalendar, '2026-10-08')).toBe(true)
})

test('a community may bring its own table and hours', () => {
  const calendar = { opensAtMinute: 540, closesAtMinute: 1020, exceptions: { '2026-11-26': 'off' as const } }
  expect(shown(addWorkingMinutes(calendar, at('2026-11-25 16:30'), 60))).toBe('2026-11-27 09:30')
})

test('a calendar that never opens is an error, not an endless search', () => {
  const never = { opensAtMinute: 600, closesAtMinute: 600, exceptions: {} }
  expect(() => addWorkingMinutes(never, at('2026-11-25 10:00'), 1)).toThrow(RangeError)
})

test('nothing to add stays, and no time passes backwards', () => {
  expect(addWorkingMinutes(defaultCalendar, at('2026-11-28 10:00'), 0)).toBe(at('2026-11-28 10:00'))
  expect(workingMinutesBetween(defaultCalendar, at('2026-11-26 10:00'), at('2026-11-25 10:00'))).toBe(0)
})
