import fc from 'fast-check'
import { clustersOf } from '@/features/map/clusters'
import { distanceWords, resultWords } from '@/packages/resident/public-issues/public-words'
import { metersBetween } from '@/shared/domain/organization/distance'

test('every pin is in exactly one cluster, near its middle, and a smaller circle never gathers more', () => {
  const pin = fc.record({
    longitude: fc.double({ min: 118.04, max: 118.06, noNaN: true }),
    latitude: fc.double({ min: 36.77, max: 36.79, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.array(pin, { maxLength: 60 }), fc.integer({ min: 1, max: 400 }), (spots, meters) => {
      const pins = spots.map((spot, at) => ({ id: at, point: { datum: 'gcj02' as const, ...spot } }))
      const clusters = clustersOf(pins, meters)
      expect(clusters.flatMap((one) => one.pins.map(({ id }) => id)).sort((a, b) => a - b)).toEqual(
        pins.map(({ id }) => id),
      )
      for (const { point, pins: inside } of clusters)
        for (const one of inside) expect(metersBetween(point, one.point)).toBeLessThanOrEqual(meters)
      clusters.forEach(({ point }, at) => {
        for (const other of clusters.slice(at + 1)) expect(metersBetween(point, other.point)).toBeGreaterThan(meters)
      })
    }),
  )
})

test('an end is told with its result, and never reads as mended where it is not', () => {
  const ended = { isOpen: false, state: 'closed' as const }
  expect(resultWords({ ...ended, result: 'cannot' })).toBe('结果：无法解决')
  expect(resultWords({ ...ended, result: 'resolved' })).toBe('结果：已解决')
  expect(resultWords({ isOpen: false, state: 'declined', result: null })).toBe('没有受理')
  expect(resultWords({ isOpen: true, state: 'verifying', result: 'resolved' })).toBeUndefined()
})

test('a distance is said as one says it', () => {
  expect([distanceWords(null), distanceWords(20), distanceWords(120)]).toEqual([undefined, '就在附近', '约 120 米'])
})
