import { useRouter } from '@tarojs/taro'
import { useCapability } from '@/client/hooks'
import { pageState } from '@/features/paging/page-state'
import { Page } from '@/ui/page'
import { MeetingForm } from './meeting-form'

const unnamed = { error: { message: '这个地址没有说明是哪一件事，请从事项里打开' } }

/** Calls a joint meeting on an issue, or changes one that has not begun. */
export default function CallMeeting() {
  const { issueId = '', meetingId = '' } = useRouter().params
  const issue = useCapability('issues.getIssue', { id: issueId }, { enabled: issueId !== '', staleMinutes: 5 })
  const meeting = useCapability('issues.getMeeting', { id: meetingId }, { enabled: meetingId !== '', staleMinutes: 5 })
  const isWaiting = meetingId !== '' && !meeting.data
  return (
    <Page
      title={meetingId ? '更改会议' : '召开联席会'}
      lead="参加的人会马上收到通知，也能看到这件事。"
      skeleton="form"
      {...(issueId ? pageState(isWaiting ? meeting : issue) : unnamed)}
    >
      {issue.data && <MeetingForm issue={issue.data} meeting={meeting.data} />}
    </Page>
  )
}
