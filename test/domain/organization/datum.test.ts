import fc from 'fast-check'
import { sampleCommunity } from '@cloud/sample'
import { toGcj02, toWgs84 } from '@/shared/domain/organization/datum'
import { metersBetween } from '@/shared/domain/organization/distance'
import { gridOf, locator } from '@/shared/domain/organization/locate'
import { point } from '@/shared/kernel/shapes'

const { documents } = sampleCommunity('2026-11-25')
const index = locator(documents.grids.filter(({ communityId }) => communityId === 'xinsheng'))

/** The WGS-84 position that a phone's browser would give at a place known in GCJ-02. */
const browserAt = (place: { longitude: number; latitude: number }) => {
  const guess = { ...place }
  for (let turn = 0; turn < 20; turn += 1) {
    const back = toGcj02(guess)
    guess.longitude += place.longitude - back.longitude
    guess.latitude += place.latitude - back.latitude
  }
  return guess
}

test('the conversion gives the published values', () => {
  const converted = toGcj02({ longitude: 116.404, latitude: 39.915 })
  expect(converted.longitude).toBeCloseTo(116.41024449916938, 8)
  expect(converted.latitude).toBeCloseTo(39.91640428150164, 8)
  expect(converted.datum).toBe('gcj02')
})

test('a browser position that was not converted goes to the wrong grid; converted, to the right one', () => {
  const planted = documents.buildings.filter(({ communityId }) => communityId === 'xinsheng')
  let wrong = 0
  for (const { centre, gridId } of planted) {
    const raw = browserAt(centre)
    expect(metersBetween(raw, centre)).toBeGreaterThan(300)
    expect(gridOf(index, toGcj02(raw))).toBe(gridId)
    if (gridOf(index, raw) !== gridId) wrong += 1
  }
  expect(wrong / planted.length).toBeGreaterThan(0.9)
})

test('there and back is off by less than a centimetre, both ways, all over the country', () => {
  const spot = fc.record({
    longitude: fc.double({ min: 74, max: 135, noNaN: true }),
    latitude: fc.double({ min: 18, max: 53, noNaN: true }),
  })
  fc.assert(
    fc.property(spot, (place) => {
      const ours = { datum: 'gcj02' as const, ...place }
      expect(metersBetween(toGcj02(toWgs84(ours)), ours)).toBeLessThan(0.01)
      expect(metersBetween(toWgs84(toGcj02(place)), place)).toBeLessThan(0.01)
    }),
    { numRuns: 2000 },
  )
})

test('a point on any other datum is refused, not guessed', () => {
  const place = { longitude: 118.05, latitude: 36.78 }
  expect(point.safeParse({ ...place, datum: 'gcj02' }).success).toBe(true)
  expect(point.safeParse({ ...place, datum: 'wgs84' }).success).toBe(false)
  expect(point.safeParse(place).success).toBe(false)
})

test('outside China the two are the same', () => {
  expect(toGcj02({ longitude: 2.35, latitude: 48.85 })).toEqual({ datum: 'gcj02', longitude: 2.35, latitude: 48.85 })
})
