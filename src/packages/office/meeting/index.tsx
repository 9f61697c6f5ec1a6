import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCapability } from '@/client/hooks'
import { AskSheet } from '@/features/issues/joint/ask-sheet'
import type { Ask } from '@/features/issues/joint/ask'
import { addCommitment, cancelMeeting, writeMinutes } from '@/features/issues/joint/asks'
import { openMeetingForm } from '@/features/issues/joint/open-meeting'
import { openIssue } from '@/features/issues/open-issue'
import { momentWords } from '@/features/issues/time-words'
import { TurningCode } from '@/features/codes/turning-code'
import { pageState } from '@/features/paging/page-state'
import { Button, Link } from '@/ui/button'
import { Banner, Card, Facts } from '@/ui/card'
import { Page, Section } from '@/ui/page'
import { Attendance } from './attendance'
import { CheckIn } from './check-in'
import { Minutes } from './minutes'
import { MinutesPaper } from './minutes-paper'
import './index.scss'

const unnamed = { error: { message: '这个地址没有说明是哪一次会议，请从事项或收件箱里打开' } }

/** One joint meeting: before it what and where, in it who is there, after it what was agreed. */
export default function MeetingPage() {
  const { id = '' } = useRouter().params
  const [asked, setAsked] = useState<Ask | null>(null)
  const query = useCapability('issues.getMeeting', { id }, { enabled: id !== '' })
  const meeting = query.data
  usePullDownRefresh(() => void query.refetch().finally(() => Taro.stopPullDownRefresh()))
  const title = meeting ? `第 ${meeting.number} 次联席会` : undefined
  return (
    <Page title={title} skeleton="card" {...(id ? pageState(query) : unnamed)}>
      {meeting && (
        <>
          {meeting.cancelledFor !== null && (
            <Banner tone="warn" title="会议已取消">
              {meeting.cancelledFor}
            </Banner>
          )}
          {meeting.code && (
            <TurningCode
              code={meeting.code}
              now={meeting.now}
              label="会议签到码"
              who="参会的人"
              onStale={() => void query.refetch()}
            />
          )}
          {meeting.canCheckIn && !meeting.code && <CheckIn id={meeting.id} />}
          <Section title="会议安排">
            <Card>
              <Facts
                items={[
                  { label: '时间', value: momentWords(meeting.startsAt, meeting.now) },
                  { label: '地点', value: meeting.place },
                  {
                    label: '主持',
                    value: [meeting.chair.departmentName, meeting.chair.name].filter(Boolean).join(' '),
                  },
                  { label: '事项', value: <Link onPress={() => openIssue(meeting.issueId)}>{meeting.issueCode}</Link> },
                ]}
              />
              <View className="meeting-agenda">{meeting.agenda}</View>
              {meeting.canUpdate && (
                <View className="meeting-acts">
                  <Button size="small" tone="secondary" onPress={() => openMeetingForm(meeting.issueId, meeting.id)}>
                    更改安排
                  </Button>
                  <Button size="small" tone="ghost" onPress={() => setAsked(cancelMeeting(meeting.id))}>
                    取消会议
                  </Button>
                </View>
              )}
            </Card>
          </Section>
          <Attendance meeting={meeting} onAsk={setAsked} />
          <Minutes
            meeting={meeting}
            onWrite={() => setAsked(writeMinutes(meeting.id, meeting.minutes.at(-1)?.text ?? ''))}
            onPromise={() => setAsked(addCommitment(meeting.issueId, meeting.id))}
          />
          <MinutesPaper meeting={meeting} />
          {asked && (
            <AskSheet
              key={asked.key}
              ask={asked}
              about={{ id: meeting.issueId, now: meeting.now, owner: { personId: '' } }}
              onClose={() => setAsked(null)}
            />
          )}
        </>
      )}
    </Page>
  )
}
