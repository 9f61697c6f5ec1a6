import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCapability } from '@/client/hooks'
import { PointMap } from '@/features/map/point-map'
import type { Point } from '@/shared/kernel/shapes'
import { Link } from '@/ui/button'

/** The place, once somebody wants to see it: a map is heavy, and most know where it is. */
export function PlaceOnMap({ point }: { point: Point }) {
  const [isOpen, setOpen] = useState(false)
  const asked = useCapability('organization.listGrids', {}, { staleMinutes: 60, enabled: isOpen })
  return (
    <View className="session-map">
      <Link icon="pin" onPress={() => setOpen(!isOpen)}>
        {isOpen ? '收起地图' : '在地图上看'}
      </Link>
      {isOpen && asked.data && <PointMap label="活动地点" grids={asked.data.grids} pin={point} />}
    </View>
  )
}
