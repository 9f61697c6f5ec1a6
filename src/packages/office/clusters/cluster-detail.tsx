import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { useCapability } from '@/client/hooks'
import { AskSheet } from '@/features/issues/joint/ask-sheet'
import type { Ask } from '@/features/issues/joint/ask'
import { dateWords } from '@/features/issues/time-words'
import { PointMap } from '@/features/map/point-map'
import type { MapMark } from '@/features/map/point-map.types'
import type { Point } from '@/shared/kernel/shapes'
import { pageState } from '@/features/paging/page-state'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { dayOf } from '@/shared/kernel/time'
import { Banner, Card, Facts } from '@/ui/card'
import { Button } from '@/ui/button'
import { Section } from '@/ui/page'
import { ErrorState, Loading } from '@/ui/states'
import { MergeForm } from './merge-form'

export type Cluster = OutputOf<ContractOf<'issues.getCluster'>>

const dismissal = (id: string): Ask => ({
  key: 'dismiss',
  name: 'issues.dismissCluster',
  title: '不是一回事',
  explain: '写一句为什么。同样的这些上报不会再提醒，各件照常办理。',
  submit: '确定，不是一回事',
  done: '记下了，不再提醒这一组',
  fields: [{ name: 'reason', kind: 'lines', label: '为什么', max: 500, placeholder: '例如：几处各有各的原因' }],
  input: ({ words }) => ({ id, reason: words.reason ?? '' }),
})

/** The evidence for one cluster, and what the desk decides about it. */
export function ClusterDetail({ id }: { id: string }) {
  const query = useCapability('issues.getCluster', { id })
  const [isTellingApart, setTellingApart] = useState(false)
  usePullDownRefresh(() => void query.refetch().finally(() => Taro.stopPullDownRefresh()))
  const { loading, error, onRetry } = pageState(query)
  if (loading) return <Loading shape="card" />
  if (error || !query.data) return <ErrorState message={error?.message ?? ''} onRetry={onRetry} />
  const cluster = query.data
  return (
    <View>
      <Evidence cluster={cluster} />
      {cluster.state === 'open' ? (
        <>
          <MergeForm key={cluster.updatedAt} cluster={cluster} />
          <Button block tone="ghost" onPress={() => setTellingApart(true)}>
            不是一回事
          </Button>
        </>
      ) : (
        <Decided cluster={cluster} />
      )}
      {isTellingApart && (
        <AskSheet
          ask={dismissal(id)}
          about={{ id, now: cluster.now, owner: { personId: '' } }}
          onClose={() => setTellingApart(false)}
        />
      )}
    </View>
  )
}

/** A mark for every spot: the number of the one report there, or the first of several, since those of one building lie on one another. */
const marksOf = (cluster: Cluster): MapMark[] => {
  const bySpot = new Map<string, { point: Point; numbers: number[] }>()
  cluster.issues.forEach(({ point }, at) => {
    if (!point) return
    const key = `${point.longitude},${point.latitude}`
    const spot = bySpot.get(key) ?? { point, numbers: [] }
    bySpot.set(key, { ...spot, numbers: [...spot.numbers, at + 1] })
  })
  return [...bySpot.values()].map(({ point, numbers }, id) => ({
    id,
    point,
    words: numbers.length > 1 ? `${numbers[0]}+` : String(numbers[0]),
    label: `第 ${numbers.join('、')} 件`,
    look: 'strong',
    isChosen: false,
  }))
}

/** How many, how far apart, on which days, and where on the map. */
function Evidence({ cluster }: { cluster: Cluster }) {
  const grids = useCapability('organization.listGrids', {}, { staleMinutes: 60 })
  const places = useCapability('organization.listPlaces', {}, { staleMinutes: 60 })
  const today = dayOf(cluster.now)
  const days = [...new Set([cluster.firstOn, cluster.lastOn])].map((day) => dateWords(day, today)).join(' 到 ')
  const marks = marksOf(cluster)
  return (
    <Section title={`${cluster.placeLabel} · ${cluster.className}`}>
      <Card>
        <Facts
          items={[
            { label: '上报', value: `${cluster.reports} 件` },
            { label: '最远相隔', value: `${cluster.spanMeters} 米` },
            { label: '日期', value: days },
            ...(cluster.gridName ? [{ label: '所在网格', value: cluster.gridName }] : []),
          ]}
        />
        {grids.data && places.data && (
          <View className="cluster-map">
            <PointMap
              label={`社区地图，标出${cluster.reports}件上报的位置`}
              grids={grids.data.grids}
              estates={places.data.estates}
              pin={cluster.spot}
              marks={marks}
            />
          </View>
        )}
      </Card>
    </Section>
  )
}

function Decided({ cluster }: { cluster: Cluster }) {
  const parent = cluster.issues.find(({ id }) => id === cluster.parentId)
  return cluster.state === 'merged' ? (
    <Banner tone="success" title="已合并为一件">
      {parent ? `合并到编号 ${parent.code}，后面的进展会告诉每一位上报人。` : '后面的进展会告诉每一位上报人。'}
    </Banner>
  ) : (
    <Banner tone="neutral" title="不是一回事">
      {cluster.dismissal ? `${cluster.dismissal.byName}：${cluster.dismissal.reason}` : ''}
    </Banner>
  )
}
