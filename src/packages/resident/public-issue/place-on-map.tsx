import { View } from '@tarojs/components'
import { useCapability } from '@/client/hooks'
import { PointMap } from '@/features/map/point-map'
import type { Point } from '@/shared/kernel/shapes'

/** Where it is about, on the map of the community; without the map the words above say the same. */
export function PlaceOnMap({ point, label }: { point: Point; label: string }) {
  const grids = useCapability('organization.listGrids', {}, { staleMinutes: 60 })
  const places = useCapability('organization.listPlaces', {}, { staleMinutes: 60 })
  if (!grids.data || !places.data) return null
  return (
    <View className="public-place-map">
      <PointMap label={`社区地图，标出${label}`} grids={grids.data.grids} estates={places.data.estates} pin={point} />
    </View>
  )
}
