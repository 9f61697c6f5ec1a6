import { View } from '@tarojs/components'
import { addDays } from '@/shared/kernel/time'
import { Choice } from '@/ui/choice'
import { DayField } from '@/ui/day-field'
import { dateWords } from './time-words'

const soon = [
  { days: 3, label: '3 天后' },
  { days: 7, label: '一周后' },
  { days: 14, label: '两周后' },
  { days: 30, label: '一个月后' },
]
/** As far ahead as a community may allow; one that allows less says until when. */
const daysMax = 365

type Props = {
  label: string
  value: string | undefined
  today: string
  onChange: (day: string) => void
  required?: boolean
  error?: string
}

/** A day ahead: the usual ones with one tap, any other from the calendar. */
export function DayInput({ label, value, today, onChange, required, error }: Props) {
  const options = soon.map(({ days, label: words }) => ({ value: addDays(today, days), label: words }))
  return (
    <View>
      <Choice label={label} required={required} options={options} value={value ?? null} onChange={onChange} />
      <DayField
        label="日期"
        value={value}
        from={addDays(today, 1)}
        to={addDays(today, daysMax)}
        said={value && dateWords(value, today)}
        error={error}
        onChange={onChange}
      />
    </View>
  )
}
