import { useEffect, useRef, useState } from 'react'
import type { DrawnMap } from './draw-map.h5'
import type { PointMapProps } from './point-map.types'
import './point-map-web.scss'

export type { MapEstate, MapGrid, MapMark } from './point-map.types'

/** The community as its grids and buildings, drawn without map tiles. The library is fetched when the first map is opened. */
export function PointMap(props: PointMapProps) {
  const holder = useRef<HTMLDivElement>(null)
  const drawn = useRef<DrawnMap>()
  const latest = useRef(props)
  latest.current = props
  const [state, setState] = useState<'loading' | 'ready' | 'failed'>('loading')

  useEffect(() => {
    let isGone = false
    import('./draw-map.h5')
      .then(({ drawMap }) => {
        if (isGone || !holder.current) return
        drawn.current = drawMap(holder.current, () => latest.current)
        setState('ready')
      })
      .catch(() => setState('failed'))
    return () => {
      isGone = true
      drawn.current?.remove()
    }
  }, [])

  const { pin, accuracyMeters, gridId, marks } = props
  useEffect(() => drawn.current?.showPin(), [pin, accuracyMeters, state])
  useEffect(() => drawn.current?.showGrid(), [gridId, state])
  useEffect(() => drawn.current?.showMarks(), [marks, state])

  return (
    <div className="point-map">
      <div
        ref={holder}
        className="point-map-canvas"
        data-scrolls-sideways
        role="application"
        aria-label={props.onPin ? `${props.label}。方向键移动地图，回车键标出中心位置。` : props.label}
      />
      {props.onPin && <div className="point-map-cross" aria-hidden="true" />}
      {state !== 'ready' && (
        <div className="point-map-note" role="status">
          {state === 'failed' ? '地图没有加载出来，请用“选楼栋”或“文字说明”' : '正在打开地图…'}
        </div>
      )}
    </div>
  )
}
