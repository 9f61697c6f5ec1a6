import { View } from '@tarojs/components'
import { percentWords } from '@/shared/kernel/percent'
import { monthWords } from '@/shared/kernel/months'
import { Cell, CellGroup } from '@/ui/cell'
import { Section } from '@/ui/page'
import { meanings, type Service } from './periods'

/** How many of those who came had come before: the number, what it is of, and the share where there are enough. */
export const returningWords = ({ active, returning }: { active: number; returning: number }): string =>
  `${returning} ÷ ${active}（${percentWords(returning, active)}）`

/** Who came: active and returning, month by month, the latest first. People of several months are never added up. */
export function People({ service: { months, total } }: { service: Service }) {
  return (
    <Section title="志愿者">
      <CellGroup note={`共 ${total.times} 人次。${meanings.times}`}>
        {[...months].reverse().map((month) => (
          <Cell
            key={month.month}
            title={monthWords(month.month)}
            note={month.active > 0 ? `回来的 ${returningWords(month)} · ${month.times} 人次` : '没有人来'}
            value={<View className="service-value">{`活跃 ${month.active} 人`}</View>}
          />
        ))}
      </CellGroup>
      <View className="service-means">{`活跃＝${meanings.active}`}</View>
      <View className="service-means">{`回来的＝${meanings.returning}不同月份的人数不相加：同一个人会重复。`}</View>
    </Section>
  )
}
