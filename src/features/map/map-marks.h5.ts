import { divIcon, layerGroup, marker, type Map } from 'leaflet'
import { mapWord } from './map-word'
import type { MapMark, PointMapProps } from './point-map.types'

/** The thumb's target around a mark, in pixels. */
const target: [number, number] = [48, 48]

const earthMeters = 40_075_016

const draw = (mark: MapMark, read: () => PointMapProps) => {
  const { latitude, longitude } = mark.point
  const className = `point-map-mark is-${mark.look} ${mark.isChosen ? 'is-chosen' : ''}`
  const icon = divIcon({ className, html: mapWord(mark.words), iconSize: target })
  const drawn = marker([latitude, longitude], { icon, zIndexOffset: mark.isChosen ? 2000 : 1000 })
  const press = () => read().onMark?.(mark.id)
  drawn.on('click', press)
  drawn.on('add', () => {
    const element = drawn.getElement()
    element?.setAttribute('aria-label', mark.label)
    element?.setAttribute('aria-pressed', String(mark.isChosen))
    element?.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      press()
    })
  })
  return drawn
}

/** Keeps the marks on the map as the props have them, and tells the scale they are to be gathered by. Answers how to draw them anew. */
export const addMarks = (chart: Map, read: () => PointMapProps): (() => void) => {
  const layer = layerGroup().addTo(chart)
  const tellScale = () => {
    const { lat } = chart.getCenter()
    read().onScale?.((earthMeters * Math.cos((lat * Math.PI) / 180)) / (256 * 2 ** chart.getZoom()))
  }
  chart.on('zoomend', tellScale)
  let isTold = false
  return () => {
    if (!isTold) tellScale()
    isTold = true
    const held = document.activeElement?.getAttribute('aria-label')
    const hadFocus = document.activeElement?.classList.contains('point-map-mark')
    layer.clearLayers()
    for (const mark of read().marks ?? []) {
      const drawn = draw(mark, read).addTo(layer)
      if (hadFocus && mark.label === held) drawn.getElement()?.focus()
    }
  }
}
