import Taro from '@tarojs/taro'
import { useState } from 'react'
import { useCommand } from '@/client/hooks'
import { clockWords, dateWords } from '@/features/issues/time-words'
import { openMeeting } from '@/features/issues/joint/open-meeting'
import type { ContractOf } from '@/shared/contracts'
import type { IssueDetail } from '@/shared/contracts/issues/shapes'
import type { OutputOf } from '@/shared/kernel/capability'
import { addDays, dayOf } from '@/shared/kernel/time'
import { showFirstError } from '@/ui/bring-into-view'
import { Button } from '@/ui/button'
import { Banner } from '@/ui/card'
import { Choice } from '@/ui/choice'
import { DayField } from '@/ui/day-field'
import { Field } from '@/ui/field'
import { toast } from '@/ui/toast'
import { InvitedField } from './invited-field'
import { startOf, usualHours } from '@/features/issues/joint/start-time'

type Meeting = OutputOf<ContractOf<'issues.getMeeting'>>
const daysAhead = 180

/** When, where, about what, and who comes. */
export function MeetingForm({ issue, meeting }: { issue: IssueDetail; meeting: Meeting | undefined }) {
  const today = dayOf(issue.now)
  const [day, setDay] = useState(meeting ? dayOf(meeting.startsAt) : '')
  const [hour, setHour] = useState(meeting ? clockWords(meeting.startsAt) : '')
  const [place, setPlace] = useState(meeting?.place ?? '')
  const [agenda, setAgenda] = useState(meeting?.agenda ?? '')
  const [personIds, setPersonIds] = useState(meeting?.invited.map(({ personId }) => personId) ?? [])
  const [isTried, setTried] = useState(false)
  const call = useCommand('issues.callMeeting')
  const update = useCommand('issues.updateMeeting')
  const startsAt = startOf(day, hour)
  const { error } = meeting ? update : call
  const missing = (isThere: boolean, words: string) => (isTried && !isThere ? words : undefined)

  const send = () => {
    setTried(true)
    if (!startsAt || !place.trim() || !agenda.trim() || personIds.length === 0) return showFirstError()
    const asked = { startsAt, place, agenda, personIds }
    if (meeting) {
      return update.mutate({ id: meeting.id, ...asked }, { onSuccess: () => void Taro.navigateBack() })
    }
    call.mutate(
      { id: issue.id, ...asked },
      {
        onSuccess: ({ id }) => {
          toast('会议已约好，大家会收到通知')
          void Taro.navigateBack().then(() => openMeeting(id))
        },
      },
    )
  }
  return (
    <>
      <DayField
        label="哪一天"
        required
        value={day || undefined}
        from={today}
        to={addDays(today, daysAhead)}
        said={day && dateWords(day, today)}
        error={missing(Boolean(day), '请选择哪一天开')}
        onChange={setDay}
      />
      <Choice
        label="几点"
        required
        options={usualHours.map((value) => ({ value, label: value }))}
        value={hour || null}
        onChange={setHour}
      />
      <Field
        label="其他时间"
        optional
        value={hour}
        placeholder="例如 14:45"
        error={isTried && !startsAt ? '请写几点几分，例如 14:45' : undefined}
        onChange={setHour}
      />
      <Field
        label="地点"
        required
        value={place}
        maxLength={100}
        placeholder="例如：王舍路与北京路口"
        error={missing(Boolean(place.trim()), '请填写地点')}
        onChange={setPlace}
      />
      <Field
        label="议题"
        kind="lines"
        required
        value={agenda}
        maxLength={1000}
        counter={agenda.length > 800}
        placeholder="要商量哪几件事"
        error={missing(Boolean(agenda.trim()), '请填写议题')}
        onChange={setAgenda}
      />
      <InvitedField
        issueId={issue.id}
        known={[
          ...issue.joint.helpers,
          ...(meeting?.invited ?? []),
          ...(issue.joint.lead ? [issue.joint.lead] : []),
          issue.owner,
        ]}
        chosen={personIds}
        error={missing(personIds.length > 0, '请至少邀请一人')}
        onChange={setPersonIds}
      />
      {error && (
        <Banner tone="danger" urgent>
          {error.message}
        </Banner>
      )}
      <Button block loading={call.isPending || update.isPending} loadingText="正在提交…" onPress={send}>
        {meeting ? '保存，通知大家' : '召开，通知大家'}
      </Button>
    </>
  )
}
