import { Picker } from '@tarojs/components'
import type { DayFieldProps } from './day-field.types'
import { SelectField } from './field'

const dayWords = (day: string, said: string | undefined): string => {
  const dotted = day.replace(/-/g, '.')
  return said ? `${said}（${dotted}）` : dotted
}

/** One calendar day within bounds, from WeChat's own wheel. */
export function DayField({ value, from, to, said, onChange, ...rest }: DayFieldProps) {
  return (
    <Picker
      mode="date"
      value={value ?? from}
      start={from}
      end={to}
      onChange={({ detail }) => onChange(String(detail.value))}
    >
      <SelectField
        {...rest}
        icon="calendar"
        value={value ? dayWords(value, said) : ''}
        placeholder="点按选择日期"
        onPress={() => undefined}
      />
    </Picker>
  )
}
