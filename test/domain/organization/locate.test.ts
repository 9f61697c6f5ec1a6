import fc from 'fast-check'
import { chanceFrom } from '@cloud/sample/chance'
import { neighboursOf } from '@/shared/domain/organization/borders'
import { metersAt } from '@/shared/domain/organization/distance'
import { gridOf, gridsNear, locator } from '@/shared/domain/organization/locate'
import { degreesAt, tilingOf, unitsAt, unitsPerDegree, type Tile } from './tiling'

type Vertex = [number, number]

const tilings = fc
  .record({
    columns: fc.integer({ min: 1, max: 6 }),
    rows: fc.integer({ min: 1, max: 6 }),
    jitter: fc.constantFrom(0, 0.1, 0.2),
    bends: fc.integer({ min: 0, max: 3 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    seed: fc.nat(),
  })
  .map(({ share, seed, ...plan }) => {
    const chance = chanceFrom(seed)
    return { chance, tiles: tilingOf({ ...plan, tiles: Math.ceil(share * plan.columns * plan.rows) }, chance) }
  })

const spotAt = (units: Vertex) => {
  const [longitude, latitude] = degreesAt(units)
  return { longitude, latitude }
}

const edgesOf = (tile: Tile): [Vertex, Vertex][] =>
  tile.rings.flatMap((ring) => {
    const units = ring.map(unitsAt)
    return units.slice(1).map((to, at): [Vertex, Vertex] => [units[at]!, to])
  })

/**
 * A second opinion, exact: the tile that holds a spot a hair east, and a hair of that north, of the one asked about. Whole
 * numbers, so nothing is rounded.
 */
const scale = 2 ** 28
const tileBeside = (edges: readonly (readonly [Vertex, Vertex])[], [x, y]: Vertex): boolean => {
  const [px, py] = [x * scale + 2 ** 14, y * scale + 1]
  let inside = false
  for (const [a, b] of edges) {
    const [low, high] = a[1] < b[1] ? [a, b] : [b, a]
    if (low[1] * scale > py || py > high[1] * scale) continue
    if ((px - low[0] * scale) * (high[1] - low[1]) < (py - low[1] * scale) * (high[0] - low[0])) inside = !inside
  }
  return inside
}

/** On the edge, or no farther from it than the millimetre that still counts as on it. */
const isOnEdge = ([a, b]: readonly [Vertex, Vertex], [x, y]: Vertex): boolean => {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const share = Math.min(1, Math.max(0, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy)))
  return Math.hypot(a[0] + share * dx - x, a[1] + share * dy - y) <= 1e-8 * unitsPerDegree
}

const expectedAt = (tiles: readonly { id: string; edges: [Vertex, Vertex][] }[], spot: Vertex): string | null => {
  const beside = tiles.filter(({ edges }) => tileBeside(edges, spot))
  if (beside.length > 1) throw new Error('not a tiling')
  if (beside[0]) return beside[0].id
  const touching = tiles.filter(({ edges }) => edges.some((edge) => isOnEdge(edge, spot)))
  return touching.map(({ id }) => id).sort()[0] ?? null
}

test('every point belongs to exactly one grid, and a border point to the one on its east, then on its north', () => {
  fc.assert(
    fc.property(tilings, ({ tiles, chance }) => {
      const index = locator(tiles)
      const known = tiles.map((tile) => ({ id: tile._id, edges: edgesOf(tile) }))
      const edges = known.flatMap((tile) => tile.edges)
      const xs = edges.map(([[x]]) => x)
      const ys = edges.map(([[, y]]) => y)
      const [west, east] = [Math.min(...xs), Math.max(...xs)]
      const [south, north] = [Math.min(...ys), Math.max(...ys)]
      const random = Array.from({ length: 200 }, (): Vertex => [
        Math.floor(west - 20 + chance() * (east - west + 40)),
        Math.floor(south - 20 + chance() * (north - south + 40)),
      ])
      const vertices = edges.map(([from]) => from)
      const middles = edges.map(([a, b]): Vertex => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2])
      for (const spot of [...random, ...vertices, ...middles])
        expect([spot, gridOf(index, spotAt(spot))]).toEqual([spot, expectedAt(known, spot)])
      for (const spot of [...vertices, ...middles]) expect(gridOf(index, spotAt(spot))).not.toBeNull()
    }),
    { numRuns: 60 },
  )
})

test('the grids near a point are those whose border a plain search finds, at the same distance', () => {
  fc.assert(
    fc.property(tilings, fc.double({ min: 0, max: 400, noNaN: true }), ({ tiles, chance }, meters) => {
      const index = locator(tiles)
      for (let turn = 0; turn < 20; turn += 1) {
        const { longitude, latitude } = spotAt([chance() * 3500 - 200, chance() * 3500 - 200])
        const { perLongitude, perLatitude } = metersAt(latitude)
        const plain = tiles
          .map((tile) => ({
            gridId: tile._id,
            meters: Math.min(
              ...edgesOf(tile).map(([a, b]) => {
                const [[ax, ay], [bx, by]] = [a, b].map((end) => {
                  const [x, y] = degreesAt(end)
                  return [(x - longitude) * perLongitude, (y - latitude) * perLatitude]
                }) as [Vertex, Vertex]
                const [dx, dy] = [bx - ax, by - ay]
                const share = Math.min(1, Math.max(0, -(ax * dx + ay * dy) / (dx * dx + dy * dy)))
                return Math.hypot(ax + share * dx, ay + share * dy)
              }),
            ),
          }))
          .filter((near) => near.meters <= meters)
        const found = gridsNear(index, { longitude, latitude }, meters)
        expect(found.map(({ gridId }) => gridId).sort()).toEqual(plain.map(({ gridId }) => gridId).sort())
        for (const near of found)
          expect(near.meters).toBeCloseTo(plain.find(({ gridId }) => gridId === near.gridId)!.meters, 6)
        expect(found.map((near) => near.meters)).toEqual(found.map((near) => near.meters).sort((a, b) => a - b))
      }
    }),
    { numRuns: 40 },
  )
})

test('neighbours know each other, along the same length, longest first', () => {
  fc.assert(
    fc.property(tilings, ({ tiles }) => {
      const neighbours = neighboursOf(tiles)
      for (const [gridId, list] of neighbours) {
        for (const { gridId: other, borderMeters } of list)
          expect(neighbours.get(other)).toContainEqual({ gridId, borderMeters })
        const ordered = [...list].sort((a, b) => b.borderMeters - a.borderMeters || (a.gridId < b.gridId ? -1 : 1))
        expect(list).toEqual(ordered)
        expect(list.map((near) => near.gridId)).not.toContain(gridId)
      }
      if (tiles.length > 1) for (const list of neighbours.values()) expect(list.length).toBeGreaterThan(0)
    }),
  )
})

test('a border that bends is as long as its pieces together', () => {
  const bent: [number, number][] = [
    [118.005, 36],
    [118.006, 36.002],
    [118.004, 36.006],
    [118.005, 36.01],
  ]
  const closed = (open: [number, number][]) => [...open, open[0]!]
  const west = { _id: 'west', rings: [closed([[118, 36.01], [118, 36], ...bent])] }
  const east = { _id: 'east', rings: [closed([[118.01, 36], [118.01, 36.01], ...[...bent].reverse()])] }
  const { perLongitude, perLatitude } = metersAt(36.005)
  const pieces = bent.slice(1).map(([x, y], at) => {
    const [fromX, fromY] = bent[at]!
    return Math.hypot((x - fromX) * perLongitude, (y - fromY) * perLatitude)
  })
  const [found] = neighboursOf([west, east]).get('west')!
  expect(found!.gridId).toBe('east')
  expect(found!.borderMeters).toBeCloseTo(pieces[0]! + pieces[1]! + pieces[2]!, 0)
})

const square = (id: string, west: number, south: number, side: number): Tile => ({
  _id: id,
  rings: [
    [
      [west, south],
      [west + side, south],
      [west + side, south + side],
      [west, south + side],
      [west, south],
    ],
  ],
})

test('where outlines overlap by mistake, the lower id has the point', () => {
  const index = locator([
    square('grid-2', 118, 36, 0.01),
    square('grid-1', 118.004, 36.004, 0.01),
    square('grid-3', 118, 36, 0.02),
  ])
  expect(gridOf(index, { longitude: 118.006, latitude: 36.006 })).toBe('grid-1')
  expect(gridOf(index, { longitude: 118.001, latitude: 36.001 })).toBe('grid-2')
  expect(gridOf(index, { longitude: 118.018, latitude: 36.002 })).toBe('grid-3')
})

test('nothing is found outside, on no grids, or for what is not a number', () => {
  const index = locator([square('grid-1', 118, 36, 0.01)])
  expect(gridOf(index, { longitude: 118.0101, latitude: 36.005 })).toBeNull()
  expect(gridOf(index, { longitude: 0, latitude: 0 })).toBeNull()
  expect(gridOf(index, { longitude: NaN, latitude: 36.005 })).toBeNull()
  expect(gridOf(locator([]), { longitude: 118, latitude: 36 })).toBeNull()
  expect(gridsNear(locator([]), { longitude: 118, latitude: 36 }, 100_000)).toEqual([])
  expect(gridsNear(index, { longitude: 118.1, latitude: 36.005 }, 50)).toEqual([])
})
