/** A grid as the locator needs it. */
export interface Tile {
  _id: string
  rings: [number, number][][]
}

export interface TilingPlan {
  columns: number
  rows: number
  /** How far lattice corners stray, in cells; 0 keeps every border exactly north–south or east–west. At most 0.2. */
  jitter: number
  /** Bends put into every border between two corners. */
  bends: number
  /** Cells are joined at random until so many tiles are left. Joined tiles are ragged, and some surround others. */
  tiles: number
}

/** Units to a degree and to a cell. Powers of two, so that every vertex and every midpoint of an edge is an exact number. */
export const unitsPerDegree = 2 ** 20
const cellUnits = 512
export const origin = { longitude: 118, latitude: 36.5 }

type Vertex = readonly [number, number]

/** Even units east and north of the origin, as degrees. */
export const degreesAt = ([x, y]: Vertex): [number, number] => [
  origin.longitude + x / unitsPerDegree,
  origin.latitude + y / unitsPerDegree,
]
export const unitsAt = ([longitude, latitude]: readonly [number, number]): [number, number] => [
  (longitude - origin.longitude) * unitsPerDegree,
  (latitude - origin.latitude) * unitsPerDegree,
]

const keyOf = ([x, y]: Vertex): string => `${x},${y}`

/** Closed rings from directed edges; at a corner where a tile touches itself any way on is right. */
const ringsFrom = (edges: ReadonlyMap<string, readonly [Vertex, Vertex]>): Vertex[][] => {
  const waysOn = new Map<string, Vertex[]>()
  for (const [from, to] of edges.values()) waysOn.set(keyOf(from), [...(waysOn.get(keyOf(from)) ?? []), to])
  const rings: Vertex[][] = []
  for (const [from] of edges.values()) {
    let here = from
    const ring: Vertex[] = [here]
    for (let next = waysOn.get(keyOf(here))!.pop(); next; next = waysOn.get(keyOf(here))!.pop()) {
      ring.push(next)
      here = next
    }
    if (ring.length > 1) rings.push(ring)
  }
  return rings
}

/**
 * A tiling without gaps or overlaps: a lattice whose corners stray and whose borders bend, every vertex shared by all tiles that
 * meet in it. Holes come about where a joined tile surrounds another.
 */
export const tilingOf = ({ columns, rows, jitter, bends, tiles }: TilingPlan, chance: () => number): Tile[] => {
  const even = (units: number): number => 2 * Math.round(units / 2)
  const stray = (most: number): number => (chance() * 2 - 1) * most * cellUnits
  const corners = Array.from({ length: (columns + 1) * (rows + 1) }, (_, at): Vertex => [
    even((at % (columns + 1)) * cellUnits + stray(jitter)),
    even(Math.floor(at / (columns + 1)) * cellUnits + stray(jitter)),
  ])
  const corner = (column: number, row: number): Vertex => corners[row * (columns + 1) + column]!
  const bent = new Map<string, Vertex[]>()
  const border = (a: Vertex, b: Vertex): Vertex[] => {
    const [from, to] = keyOf(a) < keyOf(b) ? [a, b] : [b, a]
    const key = `${keyOf(from)} ${keyOf(to)}`
    const between =
      bent.get(key) ??
      Array.from({ length: bends }, (_, at): Vertex => {
        const share = (at + 1) / (bends + 1)
        const wiggle = jitter * 0.3
        return [
          even(from[0] + (to[0] - from[0]) * share + stray(wiggle)),
          even(from[1] + (to[1] - from[1]) * share + stray(wiggle)),
        ]
      })
    bent.set(key, between)
    return from === a ? [a, ...between, b] : [a, ...[...between].reverse(), b]
  }

  const tileOf = Array.from({ length: columns * rows }, (_, cell) => cell)
  const find = (cell: number): number => {
    let root = cell
    while (tileOf[root] !== root) root = tileOf[root]!
    return (tileOf[cell] = root)
  }
  for (let left = columns * rows; left > Math.max(1, tiles);) {
    const cell = Math.floor(chance() * columns * rows)
    const isEast = chance() < 0.5
    if (isEast ? cell % columns === columns - 1 : cell >= columns * (rows - 1)) continue
    const [a, b] = [find(cell), find(cell + (isEast ? 1 : columns))]
    if (a === b) continue
    tileOf[b] = a
    left -= 1
  }

  const edgesOf = new Map<number, Map<string, readonly [Vertex, Vertex]>>()
  for (let cell = 0; cell < columns * rows; cell += 1) {
    const [column, row] = [cell % columns, Math.floor(cell / columns)]
    const round = [
      border(corner(column, row), corner(column + 1, row)),
      border(corner(column + 1, row), corner(column + 1, row + 1)),
      border(corner(column + 1, row + 1), corner(column, row + 1)),
      border(corner(column, row + 1), corner(column, row)),
    ]
    const edges = edgesOf.get(find(cell)) ?? new Map<string, readonly [Vertex, Vertex]>()
    edgesOf.set(find(cell), edges)
    for (const side of round)
      side.slice(1).forEach((to, at) => {
        const from = side[at]!
        if (!edges.delete(`${keyOf(to)} ${keyOf(from)}`)) edges.set(`${keyOf(from)} ${keyOf(to)}`, [from, to])
      })
  }
  return [...edgesOf.values()].map((edges, at) => ({
    _id: `grid-${at + 1}`,
    rings: ringsFrom(edges).map((ring) => ring.map(degreesAt)),
  }))
}
