import { View } from '@tarojs/components'
import { Button, Link } from '@/ui/button'
import { Banner } from '@/ui/card'
import type { Nearby } from './use-nearby'

/** "我附近": asked for, never taken for granted. */
export function NearMe({ nearby }: { nearby: Nearby }) {
  return (
    <View className="public-near">
      {nearby.point ? (
        <View className="public-near-on">
          <View className="public-near-words">500 米内，由近到远</View>
          <Link onPress={nearby.clear}>看全社区</Link>
        </View>
      ) : (
        <Button
          tone="secondary"
          size="small"
          icon="pin"
          loading={nearby.isAsking}
          loadingText="正在定位…"
          onPress={() => void nearby.ask()}
        >
          我附近
        </Button>
      )}
      {nearby.isUnknown && (
        <Banner tone="info" title="没有取到位置，不要紧">
          列表和地图照样能看，也可以按类别找。
        </Banner>
      )}
    </View>
  )
}
