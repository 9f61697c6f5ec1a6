import fc from 'fast-check'
import { activityDefaults } from '@/shared/domain/activities/activity-rules'
import { giveBack, isRuleFit, mostOf, newIssuerYear, occurrences, reserve } from '@/shared/domain/activities/plan'
import { isRefusal } from '@/shared/kernel/decision'
import { addDays, dayOf, minuteMs, toInstant, weekdayOf } from '@/shared/kernel/time'

const rule = { weekdays: [6], times: ['09:00'], minutes: 90, from: '2026-11-25', to: '2027-02-28' }

test('a weekly rule makes one session a week, at its hour by the clock on the wall', () => {
  const made = occurrences(rule, '2026-11-25', '2026-12-31')
  expect(made.map(({ day }) => day)).toEqual(['2026-11-28', '2026-12-05', '2026-12-12', '2026-12-19', '2026-12-26'])
  expect(made[0]).toMatchObject({ startsAt: '2026-11-28T01:00:00.000Z', endsAt: '2026-11-28T02:30:00.000Z' })
})

test('twice a day over thirty days makes sixty', () => {
  const daily = { ...rule, weekdays: [0, 1, 2, 3, 4, 5, 6], times: ['17:00', '07:00'] }
  expect(occurrences(daily, '2026-12-01', '2026-12-30')).toHaveLength(60)
})

test('made in pieces or all at once, the sessions of a rule are the same, each on a day it names', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(6), { minLength: 1 }),
      fc.integer({ min: 0, max: 80 }),
      fc.integer({ min: 0, max: 80 }),
      (weekdays, first, length) => {
        const one = { ...rule, weekdays, times: ['08:00', '15:00'] }
        const from = addDays('2026-11-20', first)
        const cut = addDays(from, Math.floor(length / 2))
        const to = addDays(from, length)
        const whole = occurrences(one, from, to)
        expect([...occurrences(one, from, cut), ...occurrences(one, addDays(cut, 1), to)]).toEqual(whole)
        for (const { day, startsAt } of whole) {
          expect(weekdays).toContain(weekdayOf(day))
          expect([dayOf(startsAt), day >= one.from && day <= one.to]).toEqual([day, true])
        }
      },
    ),
  )
})

test('a rule whose hours run into each other, or over midnight, cannot be kept', () => {
  const at = (times: string[]) => isRuleFit({ ...rule, times }, '2026-11-25')
  expect([at(['09:00', '10:30']), at(['09:00', '10:29']), at(['22:30']), at(['22:31'])]).toEqual([
    true,
    false,
    true,
    false,
  ])
})

test('a seat earns at most what four hours earn', () => {
  const startsAt = toInstant(0)
  const most = (minutes: number) => mostOf({ startsAt, endsAt: toInstant(minutes * minuteMs), halfPointsPerHour: 2 })
  expect([most(30), most(100), most(240), most(480)]).toEqual([1, 3, 8, 8])
})

test('whatever is reserved, returned and given away, a year never gives more than it has', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(400), fc.nat(100)), { maxLength: 40, size: 'max' }), (sessions) => {
      let year = { ...newIssuerYear('c-1', toInstant(0), activityDefaults), budget: 1000 }
      for (const [reserved, share] of sessions) {
        const next = reserve(year, reserved)
        if (isRefusal(next)) {
          expect(year.reserved + year.awarded + reserved).toBeGreaterThan(year.budget)
          continue
        }
        year = share > 50 ? giveBack(next, { reserved, awarded: Math.floor((reserved * share) / 100) }) : next
        expect(year.reserved + year.awarded).toBeLessThanOrEqual(year.budget)
      }
    }),
  )
})
