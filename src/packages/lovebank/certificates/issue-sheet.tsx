import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { Choice } from '@/ui/choice'
import { DayField } from '@/ui/day-field'
import { Sheet } from '@/ui/sheet'

const spans = [
  { value: 'year', label: '今年' },
  { value: 'all', label: '全部' },
  { value: 'days', label: '自己选' },
] as const
type Span = (typeof spans)[number]['value']

/** Before anybody served here. */
const firstDay = '2000-01-01'

type Props = { today: string; onClose: () => void; onIssued: (id: string) => void }

/** For which time a certificate is wanted. */
export function IssueSheet({ today, onClose, onIssued }: Props) {
  const [span, setSpan] = useState<Span>('year')
  const [from, setFrom] = useState(`${today.slice(0, 4)}-01-01`)
  const [to, setTo] = useState(today)
  const command = useCommand('activities.issueCertificate')
  const asked = { year: { from: `${today.slice(0, 4)}-01-01` }, all: {}, days: { from, to } }[span]
  const choose = (next: Span) => {
    setSpan(next)
    command.reset()
  }
  return (
    <Sheet
      open
      title="开一份证明"
      onClose={onClose}
      actions={
        <Submit
          words="开具"
          busy={command.isPending}
          problem={problemOf(command.error)}
          onPress={() => command.mutate(asked, { onSuccess: ({ id }) => onIssued(id) })}
        />
      }
    >
      <View>
        <Choice
          label="哪段时间"
          options={spans}
          value={span}
          onChange={choose}
          help="只写已经确认的时长；还在等人确认的，确认后再开。"
        />
        {span === 'days' && (
          <>
            <DayField label="从哪天" value={from} from={firstDay} to={today} onChange={setFrom} />
            <DayField
              label="到哪天"
              value={to}
              from={firstDay}
              to={today}
              error={command.error?.fields.to}
              onChange={setTo}
            />
          </>
        )}
      </View>
    </Sheet>
  )
}
