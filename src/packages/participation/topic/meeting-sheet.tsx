import { useState } from 'react'
import { useCommand } from '@/client/hooks'
import type { TopicDetail } from '@/features/consultations/words'
import { Submit } from '@/features/forms/submit'
import { TakenUp } from '@/features/forms/taken-up'
import { useHalfWritten } from '@/features/forms/use-half-written'
import { startOf } from '@/features/issues/joint/start-time'
import { dateWords } from '@/features/issues/time-words'
import { addDays, dayOf } from '@/shared/kernel/time'
import { showFirstError } from '@/ui/bring-into-view'
import { Choice } from '@/ui/choice'
import { DayField } from '@/ui/day-field'
import { Field } from '@/ui/field'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'

/** When residents have time: evenings and weekends. */
const usualHours = ['09:00', '14:30', '18:30', '19:00']
const daysAhead = 90

/** Calls a sitting: when, where, about what. */
export function MeetingSheet({ topic, onClose }: { topic: TopicDetail; onClose: () => void }) {
  const today = dayOf(topic.now)
  const form = useHalfWritten(`meeting ${topic.id}`, { day: '', hour: '19:00', place: '', agenda: '' })
  const { hour, place, agenda } = form.words
  // What was chosen long ago may have gone by.
  const day = form.words.day < today ? '' : form.words.day
  const [isTried, setTried] = useState(false)
  const command = useCommand('consultations.callMeeting', form.forget)
  const startsAt = startOf(day, hour)
  const missing = (isThere: boolean, words: string) => (isTried && !isThere ? words : undefined)
  const send = () => {
    setTried(true)
    if (!startsAt || !place.trim() || !agenda.trim()) return showFirstError()
    command.mutate(
      { id: topic.id, startsAt, place, agenda },
      {
        onSuccess: () => {
          toast('会议已定，参与的人会收到通知')
          onClose()
        },
      },
    )
  }
  return (
    <Sheet
      open
      title="召开会议"
      onClose={onClose}
      actions={
        <Submit words="召开，通知大家" busy={command.isPending} problem={command.error?.message} onPress={send} />
      }
    >
      <TakenUp form={form} />
      <DayField
        label="哪一天"
        required
        value={day || undefined}
        from={today}
        to={addDays(today, daysAhead)}
        said={day && dateWords(day, today)}
        error={missing(Boolean(day), '请选择哪一天开')}
        onChange={(chosen) => form.write({ day: chosen })}
      />
      <Choice
        label="几点"
        required
        options={usualHours.map((value) => ({ value, label: value }))}
        value={hour}
        onChange={(chosen) => form.write({ hour: chosen })}
      />
      <Field
        label="其他时间"
        optional
        value={usualHours.includes(hour) ? '' : hour}
        placeholder="例如 18:45"
        error={missing(startOf(today, hour) !== null, '请写几点几分，例如 18:45')}
        onChange={(chosen) => form.write({ hour: chosen })}
      />
      <Field
        label="地点"
        required
        maxLength={60}
        placeholder="例如：党群服务中心二楼"
        value={place}
        error={missing(Boolean(place.trim()), '请填写地点')}
        onChange={(typed) => form.write({ place: typed })}
      />
      <Field
        label="议程"
        kind="lines"
        required
        maxLength={1000}
        placeholder="要商量哪几件事"
        value={agenda}
        error={missing(Boolean(agenda.trim()), '请填写议程')}
        onChange={(typed) => form.write({ agenda: typed })}
      />
    </Sheet>
  )
}
