import { useState } from 'react'
import { useCapability, useCommand } from '@/client/hooks'
import { scopeWords, sourceWords, type TopicDetail } from '@/features/consultations/words'
import { Submit } from '@/features/forms/submit'
import { LongChoice } from '@/ui/long-choice'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'

/** Puts a topic into another that says much the same: the likest first, then all that are under way. */
export function JoinSheet({ topic, onClose }: { topic: TopicDetail; onClose: () => void }) {
  const [intoId, setIntoId] = useState<string | null>(null)
  const command = useCommand('consultations.reviewTopic')
  const typed = `${topic.title} ${topic.text}`.slice(0, 1000)
  const similar = useCapability('consultations.findSimilarTopics', { typed })
  const open = useCapability('consultations.listTopics', { which: 'open' })
  const all = [...(similar.data?.topics ?? []), ...(open.data?.topics ?? [])]
  const others = all.filter(({ id }, at) => id !== topic.id && all.findIndex((one) => one.id === id) === at)
  const send = () => {
    if (!intoId) return
    command.mutate(
      { id: topic.id, decision: 'join', intoId },
      {
        onSuccess: () => {
          toast('已并入，参与的人会收到通知')
          onClose()
        },
      },
    )
  }
  return (
    <Sheet
      open
      title="并入相似的议题"
      onClose={onClose}
      actions={
        <Submit
          words="并入"
          busy={command.isPending}
          disabled={!intoId}
          reason="请先选择并到哪一个"
          problem={command.error?.message}
          onPress={send}
        />
      }
    >
      <LongChoice
        label="并到哪一个"
        options={others.map((one) => ({
          value: one.id,
          label: one.title,
          note: `${scopeWords(one.scopeName)}，${sourceWords(one)}`,
        }))}
        value={intoId}
        placeholder="搜议题"
        searchLabel="搜议题"
        onChange={setIntoId}
      />
    </Sheet>
  )
}
