import fc from 'fast-check'
import { nearCellOf, nearCellsAround, spotFor } from '@/shared/domain/issues/near-cell'
import { publicPlaceOf, snapped } from '@/shared/domain/issues/public-place'
import { metersBetween } from '@/shared/domain/organization/distance'
import type { Point } from '@/shared/kernel/shapes'
import { issueIn } from './people'

const centre: Point = { datum: 'gcj02', longitude: 118.05, latitude: 36.78 }
const directory = {
  buildingById: new Map([['b-3', { name: '3号楼', estateId: 'e-1', centre }]]),
  estateById: new Map([['e-1', { name: '鑫盛嘉园' }]]),
}
const anyPoint = fc.record({
  datum: fc.constant('gcj02' as const),
  longitude: fc.double({ min: 73, max: 135, noNaN: true }),
  latitude: fc.double({ min: 18, max: 53, noNaN: true }),
})
const placed = (place: Partial<ReturnType<typeof issueIn>['place']>) => {
  const issue = issueIn('handling', { gridName: '第六网格' })
  const none = {
    estateId: null,
    buildingId: null,
    unitId: null,
    householdId: null,
    door: null,
    point: null,
    words: null,
  }
  return { ...issue, place: { ...issue.place, ...none, ...place } }
}

describe('where an issue is in public', () => {
  test('is its building, never the unit, the door or what was typed', () => {
    const issue = placed({
      buildingId: 'b-3',
      unitId: 'u-1',
      door: '502',
      label: '鑫盛嘉园3号楼1单元',
      words: '老李家',
    })
    const off = { ...centre, latitude: centre.latitude + 0.0003 }
    expect(publicPlaceOf(issue, directory)).toEqual({ label: '鑫盛嘉园3号楼', point: centre })
    expect(publicPlaceOf({ ...issue, place: { ...issue.place, point: off } }, directory).point).toEqual(centre)
  })

  test('away from buildings is the estate or the grid, and a point known to 50 m', () => {
    expect(publicPlaceOf(placed({ estateId: 'e-1' }), directory)).toEqual({ label: '鑫盛嘉园', point: null })
    const point = { ...centre, longitude: 118.0501234 }
    expect(publicPlaceOf(placed({ point }), directory)).toEqual({ label: '第六网格', point: snapped(point) })
    expect(publicPlaceOf({ ...placed({ words: '老李家' }), gridName: null }, directory)).toEqual({
      label: '本社区',
      point: null,
    })
  })

  test('a snapped point lies within 36 m, and snapping it again moves it nowhere', () => {
    fc.assert(
      fc.property(anyPoint, (point) => {
        const once = snapped(point)
        expect(metersBetween(point, once)).toBeLessThan(36)
        expect(metersBetween(once, snapped(once))).toBeLessThan(0.01)
      }),
    )
  })
})

describe('the cells that are looked through', () => {
  test('hold whatever lies within the metres asked for, and are nine at most', () => {
    fc.assert(
      fc.property(
        anyPoint,
        fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(30, 50, 100, 250),
        (spot, angle, share, meters) => {
          const away = meters * share * 0.999
          const perLatitude = 111_195
          const perLongitude = perLatitude * Math.cos((spot.latitude * Math.PI) / 180)
          const other = {
            longitude: spot.longitude + (away * Math.cos(angle)) / perLongitude,
            latitude: spot.latitude + (away * Math.sin(angle)) / perLatitude,
          }
          const cells = nearCellsAround('c-1', 'litter', spot, meters)
          expect(cells).toContain(nearCellOf('c-1', 'litter', other))
          expect(cells.length).toBeLessThanOrEqual(9)
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('are of one community and one class', () => {
    const [one] = nearCellsAround('c-1', 'litter', centre, 30)
    expect(one).not.toBe(nearCellsAround('c-2', 'litter', centre, 30)[0])
    expect(one).not.toBe(nearCellsAround('c-1', 'lift', centre, 30)[0])
  })

  test('a building is measured from its middle, whatever point was given with it', () => {
    const point = { ...centre, latitude: 36.7 }
    expect(spotFor({ buildingId: 'b-3', point }, directory.buildingById)).toBe(centre)
    expect(spotFor({ buildingId: null, point }, directory.buildingById)).toBe(point)
    expect(spotFor({}, directory.buildingById)).toBeNull()
  })
})
