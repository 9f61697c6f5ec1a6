import { View } from '@tarojs/components'
import { minutesWords } from '@/shared/kernel/minutes-words'
import { aria } from '@/ui/aria'
import { Cell, CellGroup } from '@/ui/cell'
import { Section } from '@/ui/page'
import { meanings, type Service, type ThemeSum } from './periods'

const inAll = ({ counted, honour }: ThemeSum): number => counted + honour

/** "120 小时，其中荣誉时长 3 小时" */
export const themeWords = (sum: ThemeSum): string =>
  sum.honour > 0
    ? `计分 ${minutesWords(sum.counted)}，荣誉 ${minutesWords(sum.honour)}`
    : `计分 ${minutesWords(sum.counted)}`

/** Hours by theme, the longest first, and what they come to. */
export function Themes({ total }: { total: Service['total'] }) {
  const { themes } = total
  const most = Math.max(1, ...themes.map(inAll))
  const sum = { counted: 0, honour: 0 }
  for (const { counted, honour } of themes) {
    sum.counted += counted
    sum.honour += honour
  }
  return (
    <Section title="时长">
      <CellGroup
        note={`合计 ${minutesWords(sum.counted + sum.honour)}，其中计分 ${minutesWords(sum.counted)}，荣誉 ${minutesWords(sum.honour)}。`}
      >
        {[...themes]
          .sort((a, b) => inAll(b) - inAll(a))
          .map((theme) => (
            <Cell
              key={theme.theme}
              title={theme.name}
              note={themeWords(theme)}
              value={<View className="service-value">{minutesWords(inAll(theme))}</View>}
            >
              <View className="service-bar" {...aria({ hidden: true })}>
                <View className="service-bar-full" style={{ width: `${(inAll(theme) * 100) / most}%` }} />
              </View>
            </Cell>
          ))}
        {themes.length === 0 && <Cell title="没有时长" note="这段时间没有人签到" />}
      </CellGroup>
      <View className="service-means">{`计分时长＝${meanings.counted}`}</View>
      <View className="service-means">{`荣誉时长＝${meanings.honour}`}</View>
    </Section>
  )
}
