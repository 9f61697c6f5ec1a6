import fc from 'fast-check'
import { classOf } from '@/shared/domain/issues/classes'
import { freePlaces, reportsMax, urgentCodes } from '@/shared/domain/issues/report-limit'
import { isRefusal } from '@/shared/kernel/decision'
import { minuteMs, toInstant } from '@/shared/kernel/time'
import { morning } from './people'

test('urgent are the classes that run by the clock', () => {
  expect([...urgentCodes].sort()).toEqual(['charging', 'fallingObject', 'fireLane', 'fraud', 'pipes', 'road'])
  for (const code of urgentCodes) expect(classOf(code)!.limit.amount).toBe(24)
})

const idOf = (place: number): string => `place-${place}`

test('whenever they come, no more than the most are ever taken in ten minutes or in a day', () => {
  const step = fc.tuple(fc.integer({ min: 0, max: 3 * minuteMs }), fc.nat())
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const taken: { _id: string; createdAt: string }[] = []
      let now = morning
      for (const [gap, chance] of steps) {
        now += gap
        const free = freePlaces(taken, now, idOf)
        if (isRefusal(free)) continue
        const _id = free[chance % free.length]!
        expect(taken.map((one) => one._id)).not.toContain(_id)
        taken.push({ _id, createdAt: toInstant(now) })
        const lately = taken.filter(({ createdAt }) => Date.parse(createdAt) > now - 10 * minuteMs)
        expect(lately.length).toBeLessThanOrEqual(reportsMax.perTenMinutes)
      }
      expect(taken.length).toBeLessThanOrEqual(reportsMax.perDay)
      if (steps.length <= reportsMax.perTenMinutes) expect(taken).toHaveLength(steps.length)
    }),
  )
})

test('of those who looked at different moments, all are offered places out of the same twenty', () => {
  const first = Array.from({ length: reportsMax.perTenMinutes }, (_, place) => idOf(place))
  fc.assert(
    fc.property(fc.subarray(first), (known) => {
      const free = freePlaces(
        known.map((_id) => ({ _id, createdAt: toInstant(morning) })),
        morning,
        idOf,
      )
      if (isRefusal(free)) expect(known).toHaveLength(first.length)
      else expect([...free, ...known].sort()).toEqual([...first].sort())
    }),
  )
})
