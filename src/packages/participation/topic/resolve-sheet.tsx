import { useState } from 'react'
import { useCapability, useCommand } from '@/client/hooks'
import type { TopicDetail } from '@/features/consultations/words'
import { Submit } from '@/features/forms/submit'
import { TakenUp } from '@/features/forms/taken-up'
import { useHalfWritten } from '@/features/forms/use-half-written'
import { dateWords } from '@/features/issues/time-words'
import { dueDaysMax, firstDueOn, noticeDaysMin } from '@/shared/kernel/notice-days'
import { addDays, dayOf } from '@/shared/kernel/time'
import { showFirstError } from '@/ui/bring-into-view'
import { DayField } from '@/ui/day-field'
import { Field } from '@/ui/field'
import { LongChoice } from '@/ui/long-choice'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'

/** What is proposed: time for the notice, and three weeks to see to it. */
const proposedDays = 30

/** What was agreed, who sees to it, and by when. */
export function ResolveSheet({ topic, onClose }: { topic: TopicDetail; onClose: () => void }) {
  const [isTried, setTried] = useState(false)
  const owners = useCapability('consultations.listOwners', {}, { staleMinutes: 5 })
  const today = dayOf(topic.now)
  const proposedOn = addDays(today, proposedDays)
  const form = useHalfWritten(`resolution ${topic.id}`, { text: '', ownerId: '', dueOn: proposedOn })
  const command = useCommand('consultations.resolveTopic', form.forget)
  const { text, ownerId } = form.words
  // What was chosen long ago may have gone by.
  const dueOn = form.words.dueOn < firstDueOn(today) ? proposedOn : form.words.dueOn
  const missing = (isThere: boolean, words: string) => (isTried && !isThere ? words : undefined)
  const send = () => {
    setTried(true)
    if (!text.trim() || !ownerId) return showFirstError()
    command.mutate(
      { id: topic.id, text, ownerId, dueOn },
      {
        onSuccess: () => {
          toast('决议已形成，可以公示了')
          onClose()
        },
      },
    )
  }
  return (
    <Sheet
      open
      title="形成决议"
      onClose={onClose}
      actions={<Submit words="形成决议" busy={command.isPending} problem={command.error?.message} onPress={send} />}
    >
      <TakenUp form={form} />
      <Field
        label="决议"
        kind="lines"
        required
        maxLength={2000}
        placeholder="大家商量好的办法"
        value={text}
        error={missing(Boolean(text.trim()), '请填写决议')}
        onChange={(typed) => form.write({ text: typed })}
      />
      <LongChoice
        label="谁负责"
        required
        options={(owners.data?.owners ?? []).map(({ id, name, roleName }) => ({
          value: id,
          label: name,
          note: roleName,
        }))}
        value={ownerId}
        placeholder="搜姓名或岗位"
        searchLabel="搜负责人"
        error={missing(ownerId !== '', '请选择负责人')}
        onChange={(chosen) => form.write({ ownerId: chosen })}
      />
      <DayField
        label="哪天之前完成"
        required
        value={dueOn}
        from={firstDueOn(today)}
        to={addDays(today, dueDaysMax)}
        said={dateWords(dueOn, today)}
        help={`公示至少 ${noticeDaysMin} 天，期满以后才执行`}
        onChange={(chosen) => form.write({ dueOn: chosen })}
      />
    </Sheet>
  )
}
