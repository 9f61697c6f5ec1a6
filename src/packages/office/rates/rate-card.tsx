import { Text, View } from '@tarojs/components'
import { percentWords, sampleMin, shareWords } from '@/shared/kernel/percent'
import { aria } from '@/ui/aria'
import { Card } from '@/ui/card'
import { definitions, type Figures, type RateName, type Ratio } from './rates'

/** One rate, whole: the fraction it is made of, the silent ones, and what it means. */
export function RateCard({ rate, figures }: { rate: RateName; figures: Figures }) {
  const { name, means, parts, silent } = definitions[rate]
  const ratio = figures[rate]
  return (
    <Card title={name} extra={<Text className="rates-figure">{percentWords(ratio.numerator, ratio.denominator)}</Text>}>
      <Bar ratio={ratio} />
      <View className="rates-fraction">{`${parts[0]} ${ratio.numerator} ÷ ${parts[1]} ${ratio.denominator}`}</View>
      <View className="rates-silent">
        {`${silent} ${ratio.unanswered} 件${shareWords(ratio.unanswered, ratio.of)}`}
      </View>
      {rate === 'resolution' && <View className="rates-silent">{`另有部分解决 ${figures.partly} 件`}</View>}
      {rate === 'satisfaction' && (
        <View className="rates-silent">
          {`几星各多少：${figures.stars.map((count, at) => `${at + 1} 星 ${count}`).join('，')}`}
        </View>
      )}
      <View className="rates-means">{means}</View>
    </Card>
  )
}

/** How far a rate reaches; the words beside it say the same. Nothing is drawn of too small a sample. */
export function Bar({ ratio: { numerator, denominator } }: { ratio: Ratio }) {
  const width = denominator < sampleMin ? 0 : (numerator * 100) / denominator
  return (
    <View className="rates-bar" {...aria({ hidden: true })}>
      <View className="rates-bar-full" style={{ width: `${width}%` }} />
    </View>
  )
}
