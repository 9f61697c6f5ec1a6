import {
  circle,
  control,
  divIcon,
  map,
  marker,
  polygon,
  type Circle,
  type FitBoundsOptions,
  type Map,
  type Marker,
  type Polygon,
} from 'leaflet'
import type { Point } from '@/shared/kernel/shapes'
import { addLabels } from './map-labels.h5'
import { addMarks } from './map-marks.h5'
import type { PointMapProps } from './point-map.types'

/** A map on the page and the things about it that change. */
export interface DrawnMap {
  showPin(): void
  showGrid(): void
  showMarks(): void
  remove(): void
}

const at = ({ latitude, longitude }: Point): [number, number] => [latitude, longitude]

const outlines = (rings: PointMapProps['grids'][number]['rings']): [number, number][][] =>
  rings.map((ring) => ring.map(([longitude, latitude]) => [latitude, longitude]))

/** Leaves the strip at the bottom to the zoom buttons. */
const room: FitBoundsOptions = { paddingTopLeft: [14, 14], paddingBottomRight: [14, 64], animate: false }

const pinIcon = divIcon({ className: 'point-map-pin', html: '<i></i>', iconSize: [36, 44], iconAnchor: [18, 42] })

/** Draws the grids and buildings into an element. `read` answers the props of the moment, so that handlers never grow old. */
export const drawMap = (element: HTMLElement, read: () => PointMapProps): DrawnMap => {
  const { grids } = read()
  const chart = map(element, {
    attributionControl: false,
    zoomControl: false,
    zoomSnap: 0.05,
    maxZoom: 19,
    scrollWheelZoom: false,
  })
  const areas = grids.map((grid, index) => addGrid(chart, grid, index, read))
  const whole = areas.reduce(
    (bounds, { shape }) => bounds.extend(shape.getBounds()),
    areas[0]!.shape.getBounds().pad(0),
  )
  chart.fitBounds(whole, room)
  chart.setMaxBounds(whole.pad(0.6)).setMinZoom(chart.getZoom() - 0.3)
  addZoom(chart)
  const arrangeNames = addLabels(chart, read)
  addPicking(chart, element, read)
  const showMarks = addMarks(chart, read)

  let pin: Marker | undefined
  let halo: Circle | undefined
  let isFirst = true
  return {
    showPin() {
      const { pin: point, accuracyMeters } = read()
      pin?.remove()
      halo?.remove()
      if (!point) return
      if (accuracyMeters) halo = circle(at(point), { radius: accuracyMeters, className: 'point-map-halo' }).addTo(chart)
      pin = marker(at(point), { icon: pinIcon, interactive: false, keyboard: false }).addTo(chart)
      if (!whole.contains(at(point))) return
      if (isFirst || !chart.getBounds().contains(at(point))) chart.setView(at(point), Math.max(chart.getZoom(), 16.6))
      isFirst = false
    },
    showGrid() {
      const chosen = read().gridId
      for (const { id, shape } of areas) {
        shape.getElement()?.classList.toggle('is-chosen', id === chosen)
        if (id !== chosen) continue
        shape.bringToFront()
        chart.fitBounds(shape.getBounds(), room)
      }
      arrangeNames()
    },
    showMarks,
    remove: () => void chart.remove(),
  }
}

const addZoom = (chart: Map): void =>
  void control
    .zoom({ position: 'bottomright', zoomInTitle: '放大', zoomOutTitle: '缩小', zoomInText: '＋', zoomOutText: '－' })
    .addTo(chart)

const addGrid = (
  chart: Map,
  { id, rings }: PointMapProps['grids'][number],
  index: number,
  read: () => PointMapProps,
): { id: string; shape: Polygon } => {
  const shape = polygon(outlines(rings), { className: `point-map-grid point-map-grid-${index % 4}`, smoothFactor: 0 })
  shape.on('click', () => read().onGrid?.(id))
  shape.addTo(chart)
  return { id, shape }
}

/** A tap marks the place; so does Enter, at the middle of what is shown. */
const addPicking = (chart: Map, element: HTMLElement, read: () => PointMapProps): void => {
  const mark = ({ lat, lng }: { lat: number; lng: number }) =>
    read().onPin?.({ datum: 'gcj02', longitude: Number(lng.toFixed(6)), latitude: Number(lat.toFixed(6)) })
  chart.on('click', ({ latlng }) => mark(latlng))
  element.addEventListener('keydown', ({ key }) => {
    if (key === 'Enter' && document.activeElement === element) mark(chart.getCenter())
  })
}
