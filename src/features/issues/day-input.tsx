import { Picker, View } from '@tarojs/components'
import { addDays } from '@/shared/kernel/time'
import { Choice } from '@/ui/choice'
import { SelectField } from '@/ui/field'
import './day-input.scss'
import { dateWords } from './time-words'

const soon = [
  { days: 3, label: '3 天后' },
  { days: 7, label: '一周后' },
  { days: 14, label: '两周后' },
  { days: 30, label: '一个月后' },
]
const daysMax = 90

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
        today={today}
        error={error}
        onChange={onChange}
      />
    </View>
  )
}

type FieldProps = Omit<Props, 'value'> & {
  value: string | undefined
  from: string
  to: string
  help?: string
}

/** One calendar day within bounds. */
export function DayField({ label, value, from, to, today, onChange, required, error, help }: FieldProps) {
  return (
    <Picker
      mode="date"
      value={value ?? from}
      start={from}
      end={to}
      onChange={({ detail }) => onChange(String(detail.value))}
    >
      <SelectField
        label={label}
        icon="calendar"
        value={value ? `${dateWords(value, today)}（${value.replace(/-/g, '.')}）` : ''}
        placeholder="点按选择日期"
        required={required}
        error={error}
        help={help}
        onPress={() => undefined}
      />
    </Picker>
  )
}
