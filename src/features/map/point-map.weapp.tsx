import { Map, type MapProps } from '@tarojs/components'
import { useMemo } from 'react'
import type { Point } from '@/shared/kernel/shapes'
import { aria } from '@/ui/aria'
import type { MapMark, PointMapProps } from './point-map.types'
import './point-map-native.scss'

export type { MapEstate, MapGrid, MapMark } from './point-map.types'

const place = ([longitude, latitude]: readonly [number, number]) => ({ longitude, latitude })

const wordMarker = (id: number, { longitude, latitude }: Point, content: string): MapProps.marker => ({
  id,
  longitude,
  latitude,
  iconPath: '',
  width: 1,
  height: 1,
  label: {
    content,
    color: '#25211b',
    fontSize: 13,
    anchorX: 0,
    anchorY: 0,
    borderWidth: 0,
    borderColor: '#ffffff',
    borderRadius: 6,
    bgColor: '#fffdf9d9',
    padding: 3,
    textAlign: 'center',
  },
})

/** Marks come after every grid and the pin. */
const firstMark = 1000

const markOf = ({ id, point, words, look, isChosen }: MapMark): MapProps.marker => {
  const marker = wordMarker(firstMark + id, point, words)
  const bgColor = isChosen ? '#a5382a' : look === 'strong' ? '#0d5f57' : '#fffdf9'
  const color = isChosen || look === 'strong' ? '#fffdf9' : '#25211b'
  Object.assign(marker.label!, { color, bgColor, fontSize: 16, padding: 8, borderRadius: 18, borderWidth: 1 })
  return marker
}

/** Metres to a pixel at scale 0 on the equator; WeChat's scales double like those of web maps. */
const metersAtScale0 = 156_543

/** WeChat's own map with the grids of the community drawn on it. */
export function PointMap({ label, grids, pin, gridId, onPin, onGrid, ...more }: PointMapProps) {
  const polygons = useMemo(
    () =>
      grids.map(({ id, rings }) => ({
        points: (rings[0] ?? []).map(place),
        strokeWidth: id === gridId ? 3 : 1,
        strokeColor: id === gridId ? '#0d5f57' : '#8b8170',
        fillColor: id === gridId ? '#0d5f5733' : '#a5382a12',
        zIndex: id === gridId ? 2 : 1,
      })),
    [grids, gridId],
  )
  const shown = grids.filter(({ id }) => !gridId || onPin || id === gridId)
  const around = useMemo(() => shown.flatMap(({ rings }) => (rings[0] ?? []).map(place)), [grids, gridId])
  const centre = pin ?? shown[0]?.centre ?? grids[0]?.centre
  if (!centre) return null
  const { marks = [], onMark, onScale } = more
  const markers = [...grids.map((grid, index) => wordMarker(index + 1, grid.centre, grid.name)), ...marks.map(markOf)]
  if (pin)
    markers.push({ id: 0, longitude: pin.longitude, latitude: pin.latitude, iconPath: '', width: 26, height: 36 })
  return (
    <Map
      className="point-map-native"
      {...aria({ label })}
      longitude={centre.longitude}
      latitude={centre.latitude}
      scale={pin ? 17 : 15}
      includePoints={pin ? [] : around}
      polygons={polygons}
      markers={markers}
      onTap={({ detail }: { detail: { longitude: number; latitude: number } }) =>
        onPin?.({ datum: 'gcj02', longitude: detail.longitude, latitude: detail.latitude })
      }
      onLabelTap={({ detail }: { detail: { markerId: number | string } }) => {
        const markerId = Number(detail.markerId)
        const grid = grids[markerId - 1]
        if (markerId >= firstMark) onMark?.(markerId - firstMark)
        else if (grid) onGrid?.(grid.id)
      }}
      onRegionChange={({ detail }) => {
        const scale = 'scale' in detail ? Number(detail.scale) : 0
        if (scale > 0) onScale?.((metersAtScale0 * Math.cos((centre.latitude * Math.PI) / 180)) / 2 ** scale)
      }}
      onError={() => undefined}
    />
  )
}
