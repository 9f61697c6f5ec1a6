/** Numbers that one edge takes in `edges`: longitude and latitude of its lower end, then of its upper. */
export const edgeSize = 4

type Ring = readonly (readonly [number, number])[]
type Rings = readonly Ring[]

/**
 * A chequered sheet over some outlines. `cells` holds 0 for a cell that nothing covers, rank + 1 for one wholly inside one outline,
 * and −at for one that edges run through. At `at`, `parts` holds the number of outlines to try, lowest rank first, and for each
 * its rank, whether the cell's ray starts inside, the number of edges that decide, and their numbers. `edges` holds the lower
 * and the upper end of each, so that both sides of a border compute with the same numbers.
 */
export interface Raster {
  readonly west: number
  readonly south: number
  readonly perLongitude: number
  readonly perLatitude: number
  readonly columns: number
  readonly rows: number
  readonly cells: Int32Array
  readonly parts: Int32Array
  readonly edges: Float64Array
}

/** Cells to an outline, and the bounds of a whole sheet: finer is faster until the sheet leaves the processor's cache. */
const cellsPerOutline = 48
const cellsMin = 1024
const cellsMax = 1_048_576

/** Degrees by which an edge is thickened when it marks its cells: far above rounding, far below anything on the ground. */
const margin = 2e-8

/** An edge where it passes one row of cells: the columns it touches, and whether it passes from bottom to top. */
interface Pass {
  edge: number
  from: number
  to: number
  isWhole: boolean
}

const frameOf = (outlines: readonly Rings[]) => {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const rings of outlines)
    for (const ring of rings)
      for (const [x, y] of ring) {
        west = Math.min(west, x)
        east = Math.max(east, x)
        south = Math.min(south, y)
        north = Math.max(north, y)
      }
  if (west > east) [west, south, east, north] = [0, 0, 0, 0]
  return { west: west - 1e-6, south: south - 1e-6, east: east + 1e-6, north: north + 1e-6 }
}

const sheetOver = (outlines: readonly Rings[]) => {
  const { west, south, east, north } = frameOf(outlines)
  const cells = Math.min(cellsMax, Math.max(cellsMin, outlines.length * cellsPerOutline))
  const side = Math.max(1e-6, Math.sqrt(((east - west) * (north - south)) / cells))
  const columns = Math.min(cells, Math.ceil((east - west) / side))
  const rows = Math.min(cells, Math.ceil((north - south) / side))
  return { west, south, columns, rows, perLongitude: columns / (east - west), perLatitude: rows / (north - south) }
}

/** Every edge of every outline, lower end first, so that both sides of a border compute with the same numbers. */
const edgesOf = (outlines: readonly Rings[]): { edges: Float64Array; firstOf: number[] } => {
  const numbers: number[] = []
  const firstOf = outlines.map((rings) => {
    const first = numbers.length / edgeSize
    for (const ring of rings)
      for (let at = 1; at < ring.length; at += 1) {
        const [a, b] = [ring[at - 1]!, ring[at]!]
        const [low, high] = a[1] < b[1] || (a[1] === b[1] && a[0] <= b[0]) ? [a, b] : [b, a]
        numbers.push(low[0], low[1], high[0], high[1])
      }
    return first
  })
  return { edges: Float64Array.from(numbers), firstOf: [...firstOf, numbers.length / edgeSize] }
}

/** Lays the sheet: which cells lie wholly inside an outline, and what decides in the others. */
export const buildRaster = (outlines: readonly Rings[]): Raster => {
  const sheet = sheetOver(outlines)
  const { west, south, columns, rows, perLongitude, perLatitude } = sheet
  const { edges, firstOf } = edgesOf(outlines)
  const column = (x: number): number => Math.min(columns - 1, Math.max(0, Math.floor((x - west) * perLongitude)))
  const row = (y: number): number => Math.min(rows - 1, Math.max(0, Math.floor((y - south) * perLatitude)))

  /** The edges of one outline, by the rows they pass. */
  const passesOf = (rank: number): Map<number, Pass[]> => {
    const byRow = new Map<number, Pass[]>()
    for (let edge = firstOf[rank]!; edge < firstOf[rank + 1]!; edge += 1) {
      const first = edge * edgeSize
      const [lowX, lowY, highX, highY] = [edges[first]!, edges[first + 1]!, edges[first + 2]!, edges[first + 3]!]
      const slope = lowY === highY ? 0 : (highX - lowX) / (highY - lowY)
      for (let at = row(lowY - margin); at <= row(highY + margin); at += 1) {
        const bottom = south + at / perLatitude - margin
        const top = south + (at + 1) / perLatitude + margin
        const one = lowY < bottom ? lowX + (bottom - lowY) * slope : lowX
        const other = highY > top ? lowX + (top - lowY) * slope : highX
        const pass: Pass = {
          edge,
          from: column(Math.min(one, other) - margin),
          to: column(Math.max(one, other) + margin),
          isWhole: lowY < bottom && highY > top,
        }
        const passes = byRow.get(at)
        if (passes) passes.push(pass)
        else byRow.set(at, [pass])
      }
    }
    return byRow
  }

  const covered = new Int32Array(columns * rows)
  const deciding = new Map<number, number[]>()

  /** What decides in a cell that the outline's border runs through: edges in the cell, and those east of it that end in this row. */
  const decide = (cell: number, rank: number, at: number, passes: readonly Pass[]): void => {
    let starts = 0
    const kept: number[] = []
    for (const { edge, from, to, isWhole } of passes) {
      if (to < at) continue
      if (from > at && isWhole) starts ^= 1
      else kept.push(edge)
    }
    const parts = deciding.get(cell)
    if (parts) parts.push(rank, starts, kept.length, ...kept)
    else deciding.set(cell, [rank, starts, kept.length, ...kept])
  }

  outlines.forEach((_, rank) => {
    for (const [at, passes] of passesOf(rank)) {
      const middle = south + (at + 0.5) / perLatitude
      const first = passes.reduce((least, { from }) => Math.min(least, from), columns)
      const last = passes.reduce((most, { to }) => Math.max(most, to), 0)
      for (let cell = first; cell <= last; cell += 1) {
        if (passes.some(({ from, to }) => from <= cell && cell <= to)) {
          decide(at * columns + cell, rank, cell, passes)
          continue
        }
        const crossed = passes.filter(
          ({ edge, from }) =>
            from > cell && edges[edge * edgeSize + 1]! <= middle && middle < edges[edge * edgeSize + 3]!,
        )
        if (crossed.length % 2 === 1 && covered[at * columns + cell] === 0) covered[at * columns + cell] = rank + 1
      }
    }
  })

  return { ...sheet, edges, ...packed(covered, deciding) }
}

/** Puts the deciding lists behind one another. A cell that overlapping outlines cover as well gets those as a last try in rank order. */
const packed = (
  covered: Int32Array,
  deciding: ReadonlyMap<number, readonly number[]>,
): { cells: Int32Array; parts: Int32Array } => {
  const parts: number[] = [0]
  for (const [cell, listed] of deciding) {
    const whole = covered[cell]! - 1
    const tries: (readonly number[])[] = []
    for (let at = 0; at < listed.length; at += 3 + listed[at + 2]!)
      tries.push(listed.slice(at, at + 3 + listed[at + 2]!))
    if (whole >= 0) tries.push([whole, 1, 0])
    covered[cell] = -parts.length
    parts.push(tries.length)
    for (const each of tries.sort((a, b) => a[0]! - b[0]!)) for (const number of each) parts.push(number)
  }
  return { cells: covered, parts: Int32Array.from(parts) }
}
