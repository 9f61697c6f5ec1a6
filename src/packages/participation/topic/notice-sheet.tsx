import { useState } from 'react'
import { useCommand } from '@/client/hooks'
import type { TopicDetail } from '@/features/consultations/words'
import { Submit } from '@/features/forms/submit'
import { dateWords } from '@/features/issues/time-words'
import { addDays, dayOf } from '@/shared/kernel/time'
import { Banner } from '@/ui/card'
import { Choice } from '@/ui/choice'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'

const lengths = ['7', '10', '15', '30'] as const
type Length = (typeof lengths)[number]

/** Shows a resolution for at least a week, and not beyond the day it is due. */
export function NoticeSheet({ topic, onClose }: { topic: TopicDetail; onClose: () => void }) {
  const [days, setDays] = useState<Length>('7')
  const command = useCommand('consultations.publishNotice')
  const today = dayOf(topic.now)
  const dueOn = topic.resolution?.dueOn ?? ''
  const lastOf = (length: Length) => addDays(today, Number(length))
  const fitting = lengths.filter((length) => lastOf(length) < dueOn)
  const send = () =>
    command.mutate(
      { id: topic.id, days: Number(days) },
      {
        onSuccess: () => {
          toast('公示从明天开始')
          onClose()
        },
      },
    )
  return (
    <Sheet
      open
      title="公示决议"
      onClose={onClose}
      actions={
        <Submit
          words="开始公示"
          busy={command.isPending}
          problem={command.error?.message}
          disabled={fitting.length === 0}
          reason="公示不完就到完成日期了"
          onPress={send}
        />
      }
    >
      {fitting.length === 0 ? (
        <Banner tone="warn" title="来不及公示了">
          {`决议要在${dateWords(dueOn, today)}前完成，公示至少 ${lengths[0]} 天。请退回重议，另定完成日期。`}
        </Banner>
      ) : (
        <Choice
          label="公示几天"
          options={fitting.map((value) => ({ value, label: `${value} 天` }))}
          value={days}
          help={`从明天到${dateWords(lastOf(days), today)}，期满自动进入执行。`}
          onChange={setDays}
        />
      )}
    </Sheet>
  )
}
