import fc from 'fast-check'
import { mainCorner, pointAt } from '@cloud/sample/ground'
import { sampleCommunity } from '@cloud/sample'
import { buildingMeters, latticeMeters, publicPlaceOf } from '@/shared/domain/issues/public-place'
import { metersBetween } from '@/shared/domain/organization/distance'
import { issueIn } from './people'

const { documents } = sampleCommunity('2026-11-25')
const byId = <T extends { _id: string }>(rows: readonly T[]) => new Map(rows.map((row) => [row._id, row]))
const places = { buildingById: byId(documents.buildings), estateById: byId(documents.estates) }
const nowhere = {
  label: '',
  door: null,
  estateId: null,
  buildingId: null,
  unitId: null,
  householdId: null,
  point: null,
  accuracyMeters: null,
  words: null,
}
const shownAt = (place: Partial<typeof nowhere> | object, gridName: string | null = '第六网格') =>
  publicPlaceOf({ ...issueIn('handling'), gridName, place: { ...nowhere, ...place } }, places)

test('what was picked down to a door is shown as its building, and nothing typed is shown', () => {
  const { centre } = places.buildingById.get('building-12-1')!
  const shown = shownAt({
    label: '陶埙苑1号楼1单元',
    door: '第九五二七号',
    estateId: 'estate-12',
    buildingId: 'building-12-1',
    unitId: 'unit-12-1-1',
    householdId: 'household-12-1-1-101',
    words: '我家门口，张某某',
    point: pointAt(mainCorner, [412, 103]),
  })
  expect(shown).toEqual({ label: '陶埙苑1号楼', point: centre })
})

test('a point at a building is the building; beside it a square of 50 m; an estate its middle; words alone have no point', () => {
  const { centre } = places.buildingById.get('building-12-1')!
  expect(shownAt({ point: { ...centre, latitude: centre.latitude + 0.0002 } })).toEqual({
    label: '陶埙苑1号楼旁',
    point: centre,
  })
  const road = pointAt(mainCorner, [330, 215])
  expect(shownAt({ point: road }).point).not.toEqual(road)
  expect(shownAt({ point: road }).label).toMatch(/附近$|^第六网格内$/)
  expect(shownAt({ estateId: 'estate-12' })).toEqual({
    label: '陶埙苑（公共区域）',
    point: places.estateById.get('estate-12')!.centre,
  })
  expect(shownAt({ words: '路口东边' })).toEqual({ label: '第六网格内', point: null })
  expect(shownAt({ words: '路口东边' }, null)).toEqual({ label: '社区内', point: null })
})

test('the public point says no more than the building or the square: every point of a square gives the same one', () => {
  const spot = fc.tuple(fc.double({ min: 0, max: 1280, noNaN: true }), fc.double({ min: 0, max: 940, noNaN: true }))
  const centres = [...places.buildingById.values()].map(({ centre }) => JSON.stringify(centre))
  fc.assert(
    fc.property(spot, ([east, north]) => {
      const real = pointAt(mainCorner, [east, north])
      const { point: shown } = shownAt({ point: real })
      const meters = metersBetween(real, shown!)
      if (centres.includes(JSON.stringify(shown))) expect(meters).toBeLessThanOrEqual(buildingMeters)
      else {
        // No further than the corner of its square, and the middle of the square answers itself unless a building is there.
        expect(meters).toBeLessThanOrEqual(latticeMeters * Math.SQRT1_2 + 0.2)
        const again = shownAt({ point: shown! }).point!
        expect(metersBetween(shown!, again) < 0.2 || centres.includes(JSON.stringify(again))).toBe(true)
      }
    }),
    { numRuns: 2000 },
  )
})

test('many reports along a street fall on few public points, none of them where somebody stood', () => {
  const real = Array.from({ length: 400 }, (_, at) => pointAt(mainCorner, [600 + at * 0.4, 300]))
  const shown = new Set(real.map((point) => JSON.stringify(shownAt({ point }).point)))
  expect(shown.size).toBeLessThanOrEqual(8)
  expect(real.filter((point) => shown.has(JSON.stringify(point)))).toEqual([])
})
