import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCapability } from '@/client/hooks'
import { findMe, findMeLabel, type Found } from '@/client/location'
import { isNearby } from '@/features/map/extent'
import { PointMap } from '@/features/map/point-map'
import { PrivacyAsk } from '@/features/privacy/privacy-ask'
import type { Point } from '@/shared/kernel/shapes'
import { bringIntoView } from '@/ui/bring-into-view'
import { Button } from '@/ui/button'
import { Banner } from '@/ui/card'
import { Loading } from '@/ui/states'
import type { Estate, NamedPlace, Place } from './places'

type Props = {
  place: Place
  estates: readonly Estate[]
  onPick: (picked: NamedPlace) => void
  onWords: () => void
}

/** Coarser than this, a position says the quarter but not the spot. */
const vagueMeters = 100

/** A pin on the map of the community. Refusing to say where one is changes nothing but the button. */
export function PlaceMap({ place, estates, onPick, onWords }: Props) {
  const asked = useCapability('organization.listGrids', {}, { staleMinutes: 60 })
  const [isAsking, setAsking] = useState(false)
  const [found, setFound] = useState<Found['kind'] | 'elsewhere' | null>(null)

  const mark = (point: Point, label = '地图上标出的位置', accuracyMeters?: number) =>
    onPick({ place: { point, ...(accuracyMeters === undefined ? {} : { accuracyMeters }) }, label })

  /** What became of asking, where it is seen: the bar at the bottom would cover it. */
  const tell = (kind: NonNullable<typeof found>) => {
    setFound(kind)
    if (kind !== 'found' && kind !== 'cancelled') bringIntoView('.place-map-answer')
  }

  const ask = async () => {
    if (isAsking) return
    setAsking(true)
    const answer = await findMe()
    setAsking(false)
    if (answer.kind !== 'found') return tell(answer.kind)
    const isHere = isNearby(answer.point, asked.data?.grids ?? [])
    tell(isHere ? 'found' : 'elsewhere')
    if (isHere) mark(answer.point, answer.label ?? '我现在的位置', answer.accuracyMeters)
  }

  if (asked.error && !asked.data) {
    return (
      <Banner tone="warn" title="地图暂时打不开" action={{ text: '重试', onPress: () => void asked.refetch() }}>
        {`${asked.error.message}。也可以选楼栋，或用文字说明。`}
      </Banner>
    )
  }
  if (!asked.data) return <Loading shape="card" label="正在打开地图" />
  return (
    <View>
      <View className="place-map-hint">{hintFor(place)}</View>
      <PointMap
        label="社区地图"
        grids={asked.data.grids}
        estates={estates}
        pin={place.point}
        accuracyMeters={place.accuracyMeters}
        onPin={(point) => mark(point)}
      />
      <View className="place-map-answer">
        {found === 'elsewhere' && (
          <Banner tone="info" title="您现在不在本社区里">
            在地图上点一下事情发生的地方就行，也可以选楼栋。
          </Banner>
        )}
        {(found === 'refused' || found === 'unavailable') && (
          <Banner tone="info" title="没有取到位置，不要紧" action={{ text: '改用文字说明', onPress: onWords }}>
            直接在地图上点一下，或者选楼栋、写几个字，一样能上报。
          </Banner>
        )}
      </View>
      <View className="place-map-actions">
        <Button block tone="secondary" icon="pin" loading={isAsking} loadingText="正在定位…" onPress={() => void ask()}>
          {findMeLabel}
        </Button>
      </View>
      <PrivacyAsk />
    </View>
  )
}

const hintFor = ({ point, accuracyMeters }: Place): string => {
  if (!point) return '在地图上点一下，标出事情发生的地方。'
  if (accuracyMeters && accuracyMeters > vagueMeters)
    return `定位大约有 ${accuracyMeters} 米误差，请再点一下准确的地方。`
  return '已标出位置。不准的话，点别处就能改。'
}
