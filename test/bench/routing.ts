import Flatbush from 'flatbush'
import RBush from 'rbush'
import whichPolygon from 'which-polygon'
import { chanceFrom } from '@cloud/sample/chance'
import { gridOf, locator } from '@/shared/domain/organization/locate'
import { tilingOf, type Tile } from '../domain/organization/tiling'

type Spot = { longitude: number; latitude: number }
type Finder = (spot: Spot) => string | null

const rounds = 9
const pointsPerRound = 20_000

const contains = (rings: Tile['rings'], x: number, y: number): boolean => {
  let inside = false
  for (const ring of rings)
    for (let at = 1; at < ring.length; at += 1) {
      const [a, b] = [ring[at - 1]!, ring[at]!]
      if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside
    }
  return inside
}

const boxOf = ({ rings }: Tile) => {
  const xs = rings.flat().map(([x]) => x)
  const ys = rings.flat().map(([, y]) => y)
  return { minX: Math.min(...xs), minY: Math.min(...ys), maxX: Math.max(...xs), maxY: Math.max(...ys) }
}

/** The libraries as their authors would use them: boxes in the tree, then the ray through what it brings. */
const finders: Record<string, (tiles: readonly Tile[]) => Finder> = {
  ours: (tiles) => {
    const index = locator(tiles)
    return (spot) => gridOf(index, spot)
  },
  'which-polygon': (tiles) => {
    const query = whichPolygon<{ id: string }>({
      type: 'FeatureCollection',
      features: tiles.map(({ _id, rings }) => ({
        type: 'Feature',
        properties: { id: _id },
        geometry: { type: 'Polygon', coordinates: rings },
      })),
    })
    return ({ longitude, latitude }) => query([longitude, latitude])?.id ?? null
  },
  flatbush: (tiles) => {
    const tree = new Flatbush(tiles.length)
    for (const { minX, minY, maxX, maxY } of tiles.map(boxOf)) tree.add(minX, minY, maxX, maxY)
    tree.finish()
    return ({ longitude: x, latitude: y }) => {
      for (const at of tree.search(x, y, x, y)) if (contains(tiles[at]!.rings, x, y)) return tiles[at]!._id
      return null
    }
  },
  rbush: (tiles) => {
    const tree = new RBush<{ minX: number; minY: number; maxX: number; maxY: number; tile: Tile }>()
    tree.load(tiles.map((tile) => ({ ...boxOf(tile), tile })))
    return ({ longitude: x, latitude: y }) => {
      for (const { tile } of tree.search({ minX: x, minY: y, maxX: x, maxY: y }))
        if (contains(tile.rings, x, y)) return tile._id
      return null
    }
  },
  'linear scan':
    (tiles) =>
    ({ longitude: x, latitude: y }) => {
      for (const tile of tiles) if (contains(tile.rings, x, y)) return tile._id
      return null
    },
}

const medianOf = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!

interface Figures {
  grids: number
  microseconds: Record<string, number>
  /** Our time over the fastest library's; at most 1.25. */
  againstLibraries: number
  /** The scan's time over ours; at least 50 at 1,000 grids. */
  overLinear: number
}

/** Times every finder on the same points, turn by turn in one run, so that a busy machine hurts all of them alike. */
const measure = (columns: number, rows: number): Figures => {
  const chance = chanceFrom(columns)
  const tiles = tilingOf({ columns, rows, jitter: 0.2, bends: 3, tiles: columns * rows }, chance)
  const boxes = tiles.map(boxOf)
  const frame = {
    west: Math.min(...boxes.map((box) => box.minX)),
    south: Math.min(...boxes.map((box) => box.minY)),
    east: Math.max(...boxes.map((box) => box.maxX)),
    north: Math.max(...boxes.map((box) => box.maxY)),
  }
  const points = Array.from({ length: pointsPerRound }, () => ({
    longitude: frame.west + chance() * (frame.east - frame.west),
    latitude: frame.south + chance() * (frame.north - frame.south),
  }))
  const built = Object.entries(finders).map(([name, build]) => ({ name, find: build(tiles), taken: [] as number[] }))
  const [ours, ...others] = built
  for (const point of points.slice(0, 2000))
    for (const { name, find } of others)
      if (find(point) !== ours!.find(point)) throw new Error(`${name} and ours disagree at ${JSON.stringify(point)}`)

  for (let round = -2; round < rounds; round += 1)
    for (const { name, find, taken } of built) {
      // The scan is so slow that a share of the points is measurement enough.
      const asked = name === 'linear scan' ? points.slice(0, pointsPerRound / (tiles.length > 5000 ? 200 : 10)) : points
      let found = 0
      const began = performance.now()
      for (const point of asked) if (find(point) !== null) found += 1
      const spent = performance.now() - began
      if (found === 0) throw new Error(`${name} found nothing`)
      if (round >= 0) taken.push((spent * 1000) / asked.length)
    }
  const microseconds = Object.fromEntries(built.map(({ name, taken }) => [name, medianOf(taken)]))
  const fastest = Math.min(microseconds['which-polygon']!, microseconds.flatbush!, microseconds.rbush!)
  return {
    grids: tiles.length,
    microseconds,
    againstLibraries: microseconds.ours! / fastest,
    overLinear: microseconds['linear scan']! / microseconds.ours!,
  }
}

/** Prints microseconds per point and the two ratios the budget is about. */
export async function run(): Promise<void> {
  for (const [columns, rows] of [
    [10, 10],
    [25, 40],
    [100, 100],
  ] as const) {
    const { grids, microseconds, againstLibraries, overLinear } = measure(columns, rows)
    const times = Object.entries(microseconds).map(([name, time]) => `${name} ${time.toFixed(3)}`)
    const scanBound = grids === 1000 ? ' (bound ≥ 50)' : ''
    process.stdout.write(
      `routing ${grids} grids, µs per point, median of ${rounds}: ${times.join(' · ')}\n` +
        `  ours ÷ fastest library ${againstLibraries.toFixed(2)} (bound ≤ 1.25) · linear scan ÷ ours ${overLinear.toFixed(0)}${scanBound}\n`,
    )
  }
}
