import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useMemo, useState } from 'react'
import { useCapability } from '@/client/hooks'
import { classIcon } from '@/features/issues/class-icon'
import { isNearby } from '@/features/map/extent'
import { PointMap, type MapMark } from '@/features/map/point-map'
import { pageState } from '@/features/paging/page-state'
import type { PublicPin } from '@/shared/contracts/issues/public'
import type { Point } from '@/shared/kernel/shapes'
import { bringIntoView } from '@/ui/bring-into-view'
import { Banner } from '@/ui/card'
import { Cell, CellGroup } from '@/ui/cell'
import { Empty, ErrorState, Loading, OfflineBar } from '@/ui/states'
import { clustersOf, type Cluster } from '@/features/map/clusters'
import { asked, type Filter } from './filters'
import { openPublicIssue } from './open-public-issue'
import { resultWords } from './public-words'

type Props = { filter: Filter; near: Point | undefined; onEverything: () => void }

/** Marks closer than this on the screen become one. */
const markPixels = 46
/** Until the map says how large it is drawn. */
const firstScale = 3
/** As many rows as are read at once under the map. */
const rowsMax = 12

const markOf = ({ id, point, pins }: Cluster<PublicPin>, chosen: readonly string[]): MapMark => {
  const open = pins.filter(({ isOpen }) => isOpen).length
  return {
    id,
    point,
    words: String(pins.length),
    label: `${pins[0]!.placeLabel}，${pins.length} 件，其中正在办的 ${open} 件`,
    look: open > 0 ? 'strong' : 'faint',
    isChosen: pins.some((pin) => chosen.includes(pin.id)),
  }
}

/** The same issues as pins, gathered where they are close; below it, in words, those of the chosen mark. */
export function PublicMap({ filter, near, onEverything }: Props) {
  const query = useCapability('issues.listPublicPins', asked(filter))
  const grids = useCapability('organization.listGrids', {}, { staleMinutes: 60 })
  const places = useCapability('organization.listPlaces', {}, { staleMinutes: 60 })
  const [scale, setScale] = useState(firstScale)
  const [chosen, setChosen] = useState<readonly string[]>([])
  usePullDownRefresh(() => void query.refetch().finally(() => Taro.stopPullDownRefresh()))
  const pins = query.data?.pins
  const clusters = useMemo(() => clustersOf(pins ?? [], scale * markPixels), [pins, scale])
  const marks = useMemo(() => clusters.map((cluster) => markOf(cluster, chosen)), [clusters, chosen])

  const { loading, error, offline, onRetry } = pageState(query)
  if (error) return <ErrorState message={error.message} onRetry={onRetry} />
  if (grids.error && !grids.data)
    return <ErrorState message={grids.error.message} onRetry={() => void grids.refetch()} />
  if (loading || !pins || !grids.data || places.isPending) return <Loading shape="card" label="正在打开地图" />
  const choose = (id: number) => {
    setChosen(clusters.find((cluster) => cluster.id === id)?.pins.map((pin) => pin.id) ?? [])
    bringIntoView('.public-rows')
  }
  const shown = pins.filter(({ id }) => chosen.includes(id))
  return (
    <>
      {offline && <OfflineBar />}
      <PointMap
        label={`社区地图，公开事项 ${pins.length} 件`}
        grids={grids.data.grids}
        estates={places.data?.estates}
        pin={near && isNearby(near, grids.data.grids) ? near : undefined}
        marks={marks}
        onMark={choose}
        onScale={setScale}
      />
      {query.data?.isMore && <Banner tone="info">事项较多，地图上只标了最近有进展的。选一类可以看得更全。</Banner>}
      {pins.length === 0 && (
        <Empty
          title="地图上没有公开的事项"
          words="正在办的和最近三十天结束的会标在这里。"
          action={{ text: '看全部', onPress: onEverything }}
        />
      )}
      {shown.length > 0 && <Rows pins={shown} isChosen />}
      <Legend />
      {pins.length > 0 && shown.length === 0 && <Rows pins={pins} />}
    </>
  )
}

function Legend() {
  return (
    <View className="public-legend">
      <View className="public-legend-line">
        <View className="public-legend-mark">2</View>
        <View>深色：有正在办的，数字是件数</View>
      </View>
      <View className="public-legend-line">
        <View className="public-legend-mark is-faint">1</View>
        <View>浅色：最近三十天都已结束</View>
      </View>
      <View className="public-legend-note">位置只标到楼，路上只标到 50 米见方。</View>
    </View>
  )
}

function Rows({ pins, isChosen }: { pins: readonly PublicPin[]; isChosen?: boolean }) {
  const rest = pins.length - rowsMax
  return (
    <View className="public-rows">
      <CellGroup
        title={isChosen ? `选中的 ${pins.length} 件` : '最近有进展的'}
        note={rest > 0 ? `还有 ${rest} 件，请放大地图，或到“列表”里看。` : undefined}
      >
        {pins.slice(0, rowsMax).map((pin) => (
          <Cell
            key={pin.id}
            icon={classIcon(pin.classCode)}
            title={pin.className}
            note={[pin.placeLabel, resultWords(pin) ?? pin.stateName].join(' · ')}
            onPress={() => openPublicIssue(pin.id)}
          />
        ))}
      </CellGroup>
    </View>
  )
}
