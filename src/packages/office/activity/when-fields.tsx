import { weekdayNames } from '@/features/activities/rule-words'
import { dateWords } from '@/features/issues/time-words'
import { addDays } from '@/shared/kernel/time'
import { Choice, Choices } from '@/ui/choice'
import { DayField } from '@/ui/day-field'
import { Section } from '@/ui/page'
import type { Frequency, Typed } from './typed'

const frequencies: { value: Frequency; label: string }[] = [
  { value: 'once', label: '只一次' },
  { value: 'weekly', label: '每周' },
  { value: 'daily', label: '每天两次' },
]
const hours = ['07:00', '08:00', '09:00', '10:00', '14:00', '15:00', '16:00', '17:00', '18:30']
const spans = ['30', '60', '90', '120', '180', '240']
const weekdays = [1, 2, 3, 4, 5, 6, 0].map((day) => ({ value: String(day), label: weekdayNames[day]! }))
const daysAhead = 366

type Props = {
  typed: Pick<Typed, 'frequency' | 'weekdays' | 'times' | 'minutes' | 'from' | 'to'>
  errors: Readonly<Record<string, string>>
  today: string
  onGive: (fields: Partial<Typed>) => void
}

/** When: once, every week, or twice a day. */
export function WhenFields({ typed, errors, today, onGive }: Props) {
  const { frequency, times, from, to } = typed
  const isOnce = frequency === 'once'
  const startsAt = (chosen: string[]) => onGive({ times: frequency === 'daily' ? chosen.slice(-2) : chosen.slice(-1) })
  return (
    <Section title="什么时候">
      <Choice
        label="多久一次"
        required
        options={frequencies}
        value={frequency}
        onChange={(value) => onGive({ frequency: value, times: times.slice(0, 1) })}
      />
      {frequency === 'weekly' && (
        <Choices
          label="星期几"
          required
          options={weekdays}
          value={typed.weekdays}
          error={errors.weekdays}
          onChange={(chosen) => onGive({ weekdays: chosen })}
        />
      )}
      <DayField
        label={isOnce ? '哪一天' : '从哪天'}
        required
        value={from || undefined}
        from={today}
        to={addDays(today, daysAhead)}
        said={from && dateWords(from, today)}
        error={errors.from}
        onChange={(day) => onGive({ from: day })}
      />
      {!isOnce && (
        <DayField
          label="到哪天"
          required
          value={to || undefined}
          from={from || today}
          to={addDays(from || today, daysAhead)}
          said={to && dateWords(to, today)}
          error={errors.to}
          onChange={(day) => onGive({ to: day })}
        />
      )}
      <Choices
        label={frequency === 'daily' ? '几点开始（选两个）' : '几点开始'}
        required
        options={hours.map((value) => ({ value, label: value }))}
        value={times}
        error={errors.times}
        onChange={startsAt}
      />
      <Choice
        label="每场多长"
        required
        options={spans.map((value) => ({ value, label: `${value} 分钟` }))}
        value={typed.minutes}
        onChange={(minutes) => onGive({ minutes })}
      />
    </Section>
  )
}
