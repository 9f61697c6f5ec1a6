import { View } from '@tarojs/components'
import { monthWords } from '@/shared/kernel/months'
import { pointsText } from '@/shared/kernel/points'
import { Cell, CellGroup } from '@/ui/cell'
import { Section } from '@/ui/page'
import { meanings, type Service } from './periods'

const movedNames = { issued: '发放', adjusted: '更正', captured: '兑换', expired: '到期' } as const
export const movedKinds = ['issued', 'adjusted', 'captured', 'expired'] as const

const pointsWords = (halfPoints: number): string => `${pointsText(halfPoints)} 分`

/** "发放 12 · 更正 0 · 兑换 3.5 · 到期 0" */
export const movedWords = (points: Service['total']['points']): string =>
  movedKinds.map((kind) => `${movedNames[kind]} ${pointsText(points[kind])}`).join(' · ')

/** What points did: given, corrected, redeemed, ended, and what was left at the end of each month. */
export function Points({ service: { months, total } }: { service: Service }) {
  return (
    <Section title="积分">
      <CellGroup>
        {movedKinds.map((kind) => (
          <Cell
            key={kind}
            title={movedNames[kind]}
            note={meanings[kind]}
            value={<View className="service-value">{pointsWords(total.points[kind])}</View>}
          />
        ))}
        <Cell
          title="未用"
          note={meanings.outstanding}
          value={<View className="service-value">{pointsWords(months.at(-1)?.outstanding ?? 0)}</View>}
        />
      </CellGroup>
      <CellGroup title="按月" note="右边是月末未用。">
        {[...months].reverse().map(({ month, points, outstanding }) => (
          <Cell
            key={month}
            title={monthWords(month)}
            note={movedWords(points)}
            value={<View className="service-value">{pointsWords(outstanding)}</View>}
          />
        ))}
      </CellGroup>
    </Section>
  )
}
