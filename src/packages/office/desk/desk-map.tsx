import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useMemo, useState } from 'react'
import { useCapability } from '@/client/hooks'
import { classIcon } from '@/features/issues/class-icon'
import { openIssue } from '@/features/issues/open-issue'
import { clustersOf } from '@/features/map/clusters'
import { PointMap } from '@/features/map/point-map'
import { pageState } from '@/features/paging/page-state'
import { Banner } from '@/ui/card'
import { Cell, CellGroup } from '@/ui/cell'
import { Empty, ErrorState, Loading, OfflineBar } from '@/ui/states'

/** Marks closer than this on the screen become one. */
const markPixels = 46
/** Until the map says how large it is drawn. */
const firstScale = 3
/** As many rows as are read at once under the map. */
const rowsMax = 12

/** Open issues where they really are; below, in words, those of the chosen mark or the most pressing. */
export function DeskMap() {
  const query = useCapability('issues.listDeskPins', {})
  const grids = useCapability('organization.listGrids', {}, { staleMinutes: 60 })
  const places = useCapability('organization.listPlaces', {}, { staleMinutes: 60 })
  const [scale, setScale] = useState(firstScale)
  const [chosen, setChosen] = useState<readonly string[]>([])
  usePullDownRefresh(() => void query.refetch().finally(() => Taro.stopPullDownRefresh()))
  const pins = query.data?.pins
  const clusters = useMemo(() => clustersOf(pins ?? [], scale * markPixels), [pins, scale])
  const { loading, error, offline, onRetry } = pageState(query)
  if (error) return <ErrorState message={error.message} onRetry={onRetry} />
  if (grids.error && !grids.data)
    return <ErrorState message={grids.error.message} onRetry={() => void grids.refetch()} />
  if (loading || !pins || !grids.data || places.isPending) return <Loading shape="card" label="正在打开地图" />
  const marks = clusters.map(({ id, point, pins: near }) => ({
    id,
    point,
    words: String(near.length),
    label: `${near[0]!.placeLabel}，${near.length} 件，其中超时的 ${near.filter(({ urgency }) => urgency === 'red').length} 件`,
    look: near.some(({ urgency }) => urgency === 'red' || urgency === 'amber')
      ? ('strong' as const)
      : ('faint' as const),
    isChosen: near.some((pin) => chosen.includes(pin.id)),
  }))
  const picked = pins.filter(({ id }) => chosen.includes(id))
  const rows = picked.length > 0 ? picked : pins
  const { withoutPoint, isMore } = query.data!
  const notes = [
    ...(isMore ? ['事项较多，只标了最急的 200 件。'] : []),
    ...(withoutPoint > 0 ? [`另有 ${withoutPoint} 件没有位置，请到“台账”里看。`] : []),
  ]
  return (
    <View>
      {offline && <OfflineBar />}
      <PointMap
        label={`社区地图，未办结事项 ${pins.length} 件`}
        grids={grids.data.grids}
        estates={places.data?.estates}
        marks={marks}
        onMark={(id) => setChosen((clusters.find((one) => one.id === id)?.pins ?? []).map((pin) => pin.id))}
        onScale={setScale}
      />
      <View className="desk-legend">数字是件数；深色的里面有快到期或已超时的。</View>
      {notes.length > 0 && <Banner>{notes.join('')}</Banner>}
      {pins.length === 0 && <Empty title="地图上没有未办结的事" words="新上报的事会标在这里。" />}
      {rows.length > 0 && (
        <CellGroup
          title={picked.length > 0 ? `选中的 ${picked.length} 件` : '最急的'}
          note={rows.length > rowsMax ? `还有 ${rows.length - rowsMax} 件，请放大地图再点。` : undefined}
        >
          {rows.slice(0, rowsMax).map((pin) => (
            <Cell
              key={pin.id}
              icon={classIcon(pin.classCode)}
              tone={pin.urgency === 'red' ? 'danger' : 'primary'}
              title={pin.className}
              note={`${pin.placeLabel} · ${pin.stateName}`}
              onPress={() => openIssue(pin.id)}
            />
          ))}
        </CellGroup>
      )}
    </View>
  )
}
