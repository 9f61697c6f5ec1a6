import { View } from '@tarojs/components'
import { useId, useState } from 'react'
import type { DayFieldProps } from './day-field.types'
import { FieldHead, FieldNotes } from './field'

/**
 * One calendar day within bounds. The browser's own control, which a keyboard and a screen reader can work, opens the
 * phone's own calendar; it lets people type any day, so bounds are checked here too. A day that is out of them is not kept: once the control
 * is left it shows again what is sent.
 */
export function DayField({
  label,
  value = '',
  from,
  to,
  said,
  onChange,
  required,
  optional,
  error,
  help,
}: DayFieldProps) {
  const id = useId()
  const [outside, setOutside] = useState('')
  const [isWarned, setWarned] = useState(false)
  const choose = (day: string) => {
    const isOutside = day !== '' && (day < from || day > to)
    setOutside(isOutside ? day : '')
    setWarned(isOutside)
    if (day !== '' && !isOutside) onChange(day)
  }
  const fault = isWarned ? `请选 ${dotted(from)} 到 ${dotted(to)} 之间的日期` : error
  return (
    <View className="ui-field">
      <FieldHead id={id} label={label} required={required} optional={optional} />
      <View className={`ui-field-box ${fault ? 'has-error' : ''}`}>
        <input
          id={id}
          type="date"
          className="ui-input ui-input-day"
          value={outside || value}
          min={from}
          max={to}
          aria-required={required}
          aria-invalid={Boolean(fault)}
          aria-describedby={`${id}-notes`}
          onChange={(event) => choose(event.target.value)}
          onBlur={() => setOutside('')}
        />
      </View>
      <FieldNotes id={id} help={[outside ? undefined : said, help].filter(Boolean).join('，')} error={fault} />
    </View>
  )
}

const dotted = (day: string): string => day.replace(/-/g, '.')
