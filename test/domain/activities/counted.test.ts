import fc from 'fast-check'
import { rulesOf } from '@/shared/domain/activities/activity-rules'
import { divided, minutesWithin, pointsFor, weighed } from '@/shared/domain/activities/counted'
import type { Participation, Volunteer } from '@/shared/domain/activities/records'
import { newVolunteer } from '@/shared/domain/activities/sign-up'
import { dueOf } from '@/shared/domain/activities/settlement'
import { minuteMs, toInstant } from '@/shared/kernel/time'

const usual = rulesOf({})
const day = Date.parse('2026-11-25T16:00:00.000Z')
const at = (minute: number): string => toInstant(day + minute * minuteMs)
const session = (startMinute: number, minutes: number) => ({
  startsAt: at(startMinute),
  endsAt: at(startMinute + minutes),
  halfPointsPerHour: 2,
})

test('an hour is a point, floored to half points: half an hour is one, 29 minutes are none', () => {
  expect([0, 29, 30, 59, 60, 89, 90, 240].map((minutes) => pointsFor(minutes, 2, usual))).toEqual([
    0, 0, 1, 1, 2, 2, 3, 8,
  ])
})

test('minutes are counted between the planned start and end only, and never below nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: -60, max: 600 }), fc.integer({ min: -60, max: 600 }), (from, to) => {
      const counted = minutesWithin(session(0, 120), at(from), at(to))
      let walked = 0
      for (let minute = 0; minute < 120; minute++) if (minute >= from && minute < to) walked++
      expect(counted).toBe(walked)
    }),
  )
})

test('what counts and what is honour add up to what was served, within both limits', () => {
  fc.assert(
    fc.property(fc.nat(600), fc.nat(360), fc.boolean(), (minutes, ofDay, isAgreed) => {
      const { counted, honour } = divided(minutes, { isAgreed, ofDay }, usual)
      expect(counted + honour).toBe(minutes)
      expect(counted).toBeLessThanOrEqual(240)
      expect(counted + ofDay).toBeLessThanOrEqual(360)
      if (!isAgreed) expect(counted).toBe(0)
    }),
  )
})

const came = (which: number, { startsAt }: { startsAt: string }, needs: Participation['needs']): Participation => ({
  _id: `participation-${which}`,
  communityId: 'c-1',
  sessionId: `session-${which}`,
  personId: 'p-1',
  householdId: null,
  children: 0,
  theme: which % 2 ? 'litter' : 'home',
  title: '活动',
  startsAt,
  inAt: startsAt,
  outAt: null,
  outBy: null,
  by: needs === 'second' ? 'manual' : 'code',
  recordedBy: 'p-1',
  isLate: false,
  placeCheck: null,
  needs,
  decision: null,
  counted: 0,
  honour: 0,
  awarded: null,
  isOpen: true,
})

test('in whatever order people leave and are agreed to, nothing is paid twice, a day holds six hours, and the sums are those of the parts', () => {
  const visit = fc.record({
    minutes: fc.integer({ min: 30, max: 300 }),
    needs: fc.constantFrom(null, 'leader' as const, 'second' as const),
    stays: fc.integer({ min: 0, max: 360 }),
  })
  const act = fc.record({
    which: fc.nat(4),
    what: fc.constantFrom('leave' as const, 'agree' as const, 'reject' as const),
  })
  fc.assert(
    fc.property(
      fc.array(visit, { minLength: 1, maxLength: 5 }),
      fc.array(act, { maxLength: 25, size: 'max' }),
      (visits, acts) => {
        const sessions = visits.map(({ minutes }, which) => session(which * 10, minutes))
        const all = visits.map(({ needs }, which) => came(which, sessions[which]!, needs))
        const paid = new Map<string, number>()
        let volunteer: Volunteer = newVolunteer('v-1', 'c-1', 'p-1')
        for (const { which, what } of acts) {
          const nth = which % visits.length
          const before = all[nth]!
          const isDecided = before.decision !== null || before.needs === null
          if (what === 'leave' ? before.outAt !== null : isDecided) continue
          const changed: Participation =
            what === 'leave'
              ? { ...before, outAt: toInstant(Date.parse(before.inAt) + visits[nth]!.stays * minuteMs), outBy: 'self' }
              : { ...before, decision: { by: 'p-2', at: before.inAt, isConfirmed: what === 'agree', reason: null } }
          const worth = weighed(volunteer, before, changed, sessions[nth]!)
          const due = dueOf(worth.participation, sessions[nth]!)
          if (due) {
            expect(paid.has(before._id)).toBe(false)
            paid.set(before._id, due.person)
          }
          volunteer = worth.volunteer
          all[nth] = due ? { ...worth.participation, awarded: due } : worth.participation
        }
        const sum = (of: (one: Participation) => number) => all.reduce((total, one) => total + of(one), 0)
        expect(sum(({ counted }) => counted)).toBeLessThanOrEqual(360)
        expect(volunteer.hours.reduce((total, { counted }) => total + counted, 0)).toBe(sum(({ counted }) => counted))
        expect(volunteer.hours.reduce((total, { honour }) => total + honour, 0)).toBe(sum(({ honour }) => honour))
        for (const one of all) {
          const isPaid = one.outAt !== null && (one.needs === null || one.decision?.isConfirmed === true)
          expect([one._id, paid.has(one._id)]).toEqual([one._id, isPaid])
          expect(paid.get(one._id) ?? 0).toBe(isPaid ? Math.floor(one.counted / 30) : 0)
        }
      },
    ),
  )
})

test('weighing the same again changes nothing', () => {
  const held = session(0, 240)
  const before = came(0, held, null)
  const out: Participation = { ...before, outAt: held.endsAt, outBy: 'plan' }
  const once = weighed(newVolunteer('v-1', 'c-1', 'p-1'), before, out, held)
  expect(once.participation.counted).toBe(240)
  const other = weighed(once.volunteer, came(1, held, null), { ...came(1, held, null), outAt: held.endsAt }, held)
  expect(other.participation.counted).toBe(120)
  expect(weighed(once.volunteer, once.participation, once.participation, held)).toEqual(once)
})
