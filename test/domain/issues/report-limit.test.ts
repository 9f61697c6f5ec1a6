import fc from 'fast-check'
import { classOf } from '@/shared/domain/issues/classes'
import { freePlaces, reportsMax, urgentCodes } from '@/shared/domain/issues/report-limit'
import { isRefusal } from '@/shared/kernel/decision'
import { minuteMs, toInstant } from '@/shared/kernel/time'
import { morning } from './people'

test('urgent is what runs by the clock and what begins with 110, 119 or 120; whoever is stuck in a lift is never told to wait', () => {
  const byClock = ['charging', 'fallingObject', 'fireLane', 'fraud', 'pipes', 'road']
  const byNumber = ['odourPests', 'lift', 'powerLight', 'pets', 'dispute', 'hardship']
  expect([...urgentCodes].sort()).toEqual([...byClock, ...byNumber].sort())
  for (const code of byClock) expect(classOf(code)!.limit).toMatchObject({ kind: 'clockHours', amount: 24 })
  for (const code of byNumber) expect(classOf(code)!.emergency!.numbers.length).toBeGreaterThan(0)
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
