import { Choice } from '@/ui/choice'
import { Field } from '@/ui/field'
import { Section } from '@/ui/page'
import type { Typed } from './typed'

const rates = [
  { value: '2', label: '1 小时 1 分' },
  { value: '1', label: '1 小时 0.5 分' },
  { value: '3', label: '1 小时 1.5 分' },
  { value: '4', label: '1 小时 2 分' },
  { value: '0', label: '不计积分' },
]

type Props = {
  typed: Pick<Typed, 'capacity' | 'headCountMin' | 'halfPointsPerHour'>
  errors: Readonly<Record<string, string>>
  onGive: (fields: Partial<Typed>) => void
}

/** How many may come, how many have to, and what an hour is worth. */
export function WhoFields({ typed, errors, onGive }: Props) {
  return (
    <Section title="多少人、多少分">
      <Field
        label="名额"
        kind="number"
        required
        value={typed.capacity}
        error={errors.capacity}
        help="满了排候补，空出来自动递补"
        onChange={(capacity) => onGive({ capacity })}
      />
      <Field
        label="最少人数"
        kind="number"
        required
        value={typed.headCountMin}
        error={errors.headCountMin}
        help="前一天还不够，会提醒带队人"
        onChange={(headCountMin) => onGive({ headCountMin })}
      />
      <Choice
        label="积分"
        required
        options={rates}
        value={typed.halfPointsPerHour}
        onChange={(halfPointsPerHour) => onGive({ halfPointsPerHour })}
      />
    </Section>
  )
}
