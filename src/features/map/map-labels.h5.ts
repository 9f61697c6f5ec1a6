import {
  divIcon,
  layerGroup,
  marker,
  rectangle,
  type LatLngBoundsExpression,
  type LayerGroup,
  type Map,
  type Marker,
} from 'leaflet'
import type { Point } from '@/shared/kernel/shapes'
import { mapWord } from './map-word'
import type { MapEstate, MapGrid, PointMapProps } from './point-map.types'

/** Half the length and half the depth of a drawn building, in degrees hereabouts: some 42 by 15 metres. */
const halfLength = 0.000235
const halfDepth = 0.000068

/** From here on buildings are large enough to carry their number. */
const numbersFrom = 16.6

const word = (point: Point, text: string, kind: string) => {
  const icon = divIcon({ className: `point-map-word point-map-word-${kind}`, html: mapWord(text), iconSize: [0, 0] })
  return marker([point.latitude, point.longitude], { icon, interactive: false, keyboard: false })
}

const footprint = ({ latitude, longitude }: Point): LatLngBoundsExpression => [
  [latitude - halfDepth, longitude - halfLength],
  [latitude + halfDepth, longitude + halfLength],
]

/** One name for each grid an estate lies in, above its northernmost row, where no building hides it. */
const estateWords = ({ name, buildings }: MapEstate, isShown: (gridId: string) => boolean) =>
  [...new Set(buildings.map(({ gridId }) => gridId))].filter(isShown).map((gridId) => {
    const part = buildings.filter((building) => building.gridId === gridId).map(({ centre }) => centre)
    const latitude = Math.max(...part.map((centre) => centre.latitude)) + halfDepth
    const longitude = part.reduce((sum, centre) => sum + centre.longitude, 0) / part.length
    return word({ datum: 'gcj02', latitude, longitude }, name, 'estate')
  })

const isOver = (one: DOMRect, other: DOMRect): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom

/** Of names that would lie over each other the first is shown; the others come out when the map is looked at from closer by. */
const keepApart = (names: LayerGroup): void => {
  const shown: DOMRect[] = []
  for (const name of names.getLayers() as Marker[]) {
    const element = name.getElement()
    const box = element?.querySelector('b')?.getBoundingClientRect()
    if (!element || !box) continue
    const isHidden = shown.some((other) => isOver(box, other))
    element.style.visibility = isHidden ? 'hidden' : ''
    if (!isHidden) shown.push(box)
  }
}

/**
 * Buildings, and the names that help now: estates where a place is to be found; grids where grids are looked at, with the
 * estates of the chosen one; building numbers close up. The answer arranges them anew for another chosen grid.
 */
export const addLabels = (chart: Map, read: () => PointMapProps): (() => void) => {
  const { grids, estates = [], onPin } = read()
  const buildings = estates.flatMap((estate) => estate.buildings)
  // Above the grids, so that the chosen one, brought to the front, does not cover them.
  chart.createPane('buildings').style.zIndex = '450'
  for (const { centre } of buildings) {
    rectangle(footprint(centre), { className: 'point-map-building', interactive: false, pane: 'buildings' }).addTo(
      chart,
    )
  }
  const numbers = layerGroup(buildings.map(({ name, centre }) => word(centre, name.replace('号楼', ''), 'number')))
  const names = layerGroup().addTo(chart)
  const arrange = () => {
    const { gridId } = read()
    names.clearLayers()
    const others = onPin ? [] : grids.filter(({ id }: MapGrid) => id !== gridId)
    for (const { name, centre } of others) names.addLayer(word(centre, name, 'grid'))
    const isShown = (id: string) => onPin !== undefined || id === gridId
    for (const name of estates.flatMap((estate) => estateWords(estate, isShown))) names.addLayer(name)
    keepApart(names)
  }
  chart.on('zoomend', () => {
    if (chart.getZoom() >= numbersFrom) numbers.addTo(chart)
    else numbers.remove()
    keepApart(names)
  })
  arrange()
  return arrange
}
