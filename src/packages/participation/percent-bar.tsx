import { View } from '@tarojs/components'
import type { Fraction } from '@/shared/kernel/consents'
import { aria } from '@/ui/aria'

const widthOf = ({ numerator, denominator }: Fraction): string =>
  `${denominator === 0 ? 0 : Math.round((numerator * 10_000) / denominator) / 100}%`

/** A bar that repeats for the eye what stands beside it in words: agreed, and behind it answered. */
export function PercentBar({ agreement, participation }: { agreement: Fraction; participation: Fraction }) {
  return (
    <View className="percent-bar" {...aria({ hidden: true })}>
      <View className="percent-bar-answered" style={{ width: widthOf(participation) }} />
      <View className="percent-bar-agreed" style={{ width: widthOf(agreement) }} />
    </View>
  )
}
