import type { Point } from '@/shared/kernel/shapes'
import type { MapGrid } from './point-map.types'

/** Degrees around the community, some 300 m, within which a position is still worth marking. */
const margin = 0.003

/** True when a point lies in or near the box around all grids; which grid it is in, the server decides. */
export const isNearby = ({ longitude, latitude }: Point, grids: readonly MapGrid[]): boolean => {
  const corners = grids.flatMap(({ rings }) => rings[0] ?? [])
  const longitudes = corners.map(([east]) => east)
  const latitudes = corners.map(([, north]) => north)
  return (
    longitude > Math.min(...longitudes) - margin &&
    longitude < Math.max(...longitudes) + margin &&
    latitude > Math.min(...latitudes) - margin &&
    latitude < Math.max(...latitudes) + margin
  )
}
