import { control, divIcon, layerGroup, marker, rectangle, type LatLngBoundsExpression, type Map } from 'leaflet'
import type { Point } from '@/shared/kernel/shapes'
import type { MapEstate, MapGrid } from './point-map.types'

/** Half the length and half the depth of a drawn building, in degrees hereabouts: some 42 by 15 metres. */
const halfLength = 0.000235
const halfDepth = 0.000068

/** From here on buildings are large enough to carry their number. */
const numbersFrom = 16.75

const word = (point: Point, text: string, kind: string) => {
  const icon = divIcon({ className: `point-map-word point-map-word-${kind}`, html: `<b>${text}</b>`, iconSize: [0, 0] })
  return marker([point.latitude, point.longitude], { icon, interactive: false, keyboard: false })
}

const footprint = ({ latitude, longitude }: Point): LatLngBoundsExpression => [
  [latitude - halfDepth, longitude - halfLength],
  [latitude + halfDepth, longitude + halfLength],
]

/** Writes names where they can be read: grids from afar, estates always, building numbers close up. Adds the zoom buttons. */
export const addLabels = (chart: Map, grids: readonly MapGrid[], estates: readonly MapEstate[]): void => {
  const buildings = estates.flatMap((estate) => estate.buildings)
  for (const { centre } of buildings) {
    rectangle(footprint(centre), { className: 'point-map-building', interactive: false }).addTo(chart)
  }
  const numbers = layerGroup(buildings.map(({ name, centre }) => word(centre, name.replace('号楼', ''), 'number')))
  const names = layerGroup(grids.map(({ name, centre }) => word(centre, name, 'grid'))).addTo(chart)
  for (const { name, centre } of estates) {
    const above = { ...centre, latitude: centre.latitude + halfDepth * 1.9 }
    word(above, name, 'estate').addTo(chart)
  }
  const arrange = () => {
    const isClose = chart.getZoom() >= numbersFrom
    if (isClose) numbers.addTo(chart)
    else numbers.remove()
    if (isClose && estates.length > 0) names.remove()
    else names.addTo(chart)
  }
  chart.on('zoomend', arrange)
  arrange()
  control
    .zoom({ position: 'bottomright', zoomInTitle: '放大', zoomOutTitle: '缩小', zoomInText: '＋', zoomOutText: '－' })
    .addTo(chart)
}
