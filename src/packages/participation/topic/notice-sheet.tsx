import { useState } from 'react'
import { useCommand } from '@/client/hooks'
import type { TopicDetail } from '@/features/consultations/words'
import { Submit } from '@/features/forms/submit'
import { dateWords } from '@/features/issues/time-words'
import { addDays, dayOf } from '@/shared/kernel/time'
import { Choice } from '@/ui/choice'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'

const lengths = ['7', '10', '15', '30'] as const

/** Shows a resolution for at least a week. */
export function NoticeSheet({ topic, onClose }: { topic: TopicDetail; onClose: () => void }) {
  const [days, setDays] = useState<(typeof lengths)[number]>('7')
  const command = useCommand('consultations.publishNotice')
  const today = dayOf(topic.now)
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
      actions={<Submit words="开始公示" busy={command.isPending} problem={command.error?.message} onPress={send} />}
    >
      <Choice
        label="公示几天"
        options={lengths.map((value) => ({ value, label: `${value} 天` }))}
        value={days}
        help={`从明天到${dateWords(addDays(today, Number(days)), today)}，期满自动进入执行。`}
        onChange={setDays}
      />
    </Sheet>
  )
}
