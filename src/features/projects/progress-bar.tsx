import { View } from '@tarojs/components'
import { aria } from '@/ui/aria'
import './progress-bar.scss'

/** A share of a whole, drawn; the number stands beside it. `tenths` of a percent. */
export function ProgressBar({ tenths }: { tenths: number }) {
  return (
    <View className="progress-bar" {...aria({ hidden: true })}>
      <View className="progress-bar-full" style={{ width: `${tenths / 10}%` }} />
    </View>
  )
}
