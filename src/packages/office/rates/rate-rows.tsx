import { Text, View } from '@tarojs/components'
import { percentWords } from '@/shared/kernel/percent'
import { Cell, CellGroup } from '@/ui/cell'
import { Bar } from './rate-card'
import type { Figures, RateName } from './rates'

export interface Row {
  key: string
  name: string
  figures: Figures
  onPress?: () => void
}

/** One rate cut by month, grid or class; each row with its fraction. */
export function RateRows({ title, rows, rate }: { title: string; rows: readonly Row[]; rate: RateName }) {
  if (rows.length === 0) return null
  return (
    <CellGroup title={title}>
      {rows.map(({ key, name, figures, onPress }) => {
        const { numerator, denominator } = figures[rate]
        return (
          <Cell
            key={key}
            title={name}
            value={
              <View className="rates-value">
                <Text>{percentWords(numerator, denominator)}</Text>
                <View className="rates-parts">{`${numerator} ÷ ${denominator}`}</View>
              </View>
            }
            {...(onPress ? { onPress } : {})}
          >
            <Bar ratio={figures[rate]} />
          </Cell>
        )
      })}
    </CellGroup>
  )
}
