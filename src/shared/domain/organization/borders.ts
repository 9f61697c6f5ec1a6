import { metersAt } from './distance'
import type { Grid } from './records'

type Outlined = Pick<Grid, '_id' | 'rings'>

const keyOf = (a: readonly number[], b: readonly number[]): string => {
  const from = `${a[0]},${a[1]}`
  const to = `${b[0]},${b[1]}`
  return from < to ? `${from} ${to}` : `${to} ${from}`
}

/**
 * Which grids touch which, and along how many metres (one decimal): longest border first, then the lower id. Two grids share a
 * border where both outlines, holes included, run through the same two vertices; touching in one corner is not a border.
 */
export const neighboursOf = (grids: readonly Outlined[]): Map<string, { gridId: string; borderMeters: number }[]> => {
  const edges = new Map<string, { meters: number; gridIds: string[] }>()
  for (const { _id, rings } of grids)
    for (const ring of rings)
      ring.slice(1).forEach((b, at) => {
        const a = ring[at]!
        const edge = edges.get(keyOf(a, b))
        if (edge) return edge.gridIds.push(_id)
        const { perLongitude, perLatitude } = metersAt((a[1] + b[1]) / 2)
        const meters = Math.hypot((b[0] - a[0]) * perLongitude, (b[1] - a[1]) * perLatitude)
        return edges.set(keyOf(a, b), { meters, gridIds: [_id] })
      })

  const shared = new Map(grids.map(({ _id }) => [_id, new Map<string, number>()]))
  for (const { meters, gridIds } of edges.values())
    for (const one of gridIds)
      for (const other of gridIds)
        if (one !== other) shared.get(one)!.set(other, (shared.get(one)!.get(other) ?? 0) + meters)

  return new Map(
    [...shared].map(([gridId, meters]) => [
      gridId,
      [...meters]
        .map(([other, length]) => ({ gridId: other, borderMeters: Math.round(length * 10) / 10 }))
        .sort((a, b) => b.borderMeters - a.borderMeters || (a.gridId < b.gridId ? -1 : 1)),
    ]),
  )
}
