import { View } from '@tarojs/components'
import { useCommand } from '@/client/hooks'
import type { TopicDetail } from '@/features/consultations/words'
import { TurningCode } from '@/features/codes/turning-code'
import type { Ask } from '@/features/issues/joint/ask'
import { momentWords } from '@/features/issues/time-words'
import { CodeEntry } from '@/features/scan/code-entry'
import type { ScanAsked } from '@/features/scan/use-scan.types'
import { Button } from '@/ui/button'
import { Card, Facts } from '@/ui/card'
import { Section } from '@/ui/page'
import { toast } from '@/ui/toast'
import { cancelMeetingAsk, minutesAsk } from './asks'
import { Photos } from './photos'

type Meeting = TopicDetail['meetings'][number]
type Props = { topic: TopicDetail; onAsk: (ask: Ask) => void; onStale: () => void }

const asked: ScanAsked = {
  title: '扫会场的签到码',
  typed: '六位数字',
  isWanted: (text) => text.startsWith('topic-meeting:'),
  unwanted: '这不是议事会的签到码，请对准会场屏幕上的码',
}

/** The sittings, the last first: when, where, who came, what was said; in the room the code to sign in by. */
export function Meetings({ topic, onAsk, onStale }: Props) {
  return (
    <View>
      {[...topic.meetings].reverse().map((meeting) => (
        <Sitting key={meeting.id} topic={topic} meeting={meeting} onAsk={onAsk} onStale={onStale} />
      ))}
    </View>
  )
}

function Sitting({ topic, meeting, onAsk, onStale }: Props & { meeting: Meeting }) {
  const { id, number, startsAt, place, agenda, cancelledFor, attended, minutes, code } = meeting
  return (
    <View>
      {code && <TurningCode code={code} now={topic.now} label="议事会签到码" who="到会的人" onStale={onStale} />}
      {meeting.canCheckIn && !code && <SignIn topicId={topic.id} meetingId={id} />}
      <Section title={`第 ${number} 次会议`} note={cancelledFor === null ? undefined : `已取消：${cancelledFor}`}>
        <Card>
          <Facts
            items={[
              { label: '时间', value: momentWords(startsAt, topic.now) },
              { label: '地点', value: place },
              { label: '议程', value: agenda },
              ...(attended > 0
                ? [{ label: '到会', value: `${attended} 人${meeting.isMine ? '，您已签到' : ''}` }]
                : []),
            ]}
          />
          {minutes && (
            <View className="topic-minutes">
              <View className="topic-text">{minutes.text}</View>
              <Photos urls={minutes.photos} title="会议照片" />
            </View>
          )}
          <View className="topic-acts">
            {meeting.canWriteMinutes && (
              <Button
                size="small"
                tone="secondary"
                icon="edit"
                onPress={() => onAsk(minutesAsk(topic.id, id, minutes))}
              >
                {minutes ? '改纪要' : '写纪要'}
              </Button>
            )}
            {meeting.canCancel && (
              <Button size="small" tone="ghost" onPress={() => onAsk(cancelMeetingAsk(topic.id, id))}>
                取消会议
              </Button>
            )}
          </View>
        </Card>
      </Section>
    </View>
  )
}

function SignIn({ topicId, meetingId }: { topicId: string; meetingId: string }) {
  const command = useCommand('consultations.attendMeeting')
  const send = async (code: string) => {
    await command.mutateAsync({ id: topicId, meetingId, code })
    toast('签到好了')
  }
  return (
    <Section title="到会签到">
      <CodeEntry
        asked={asked}
        length={6}
        clean={(typed) => typed.replace(/\D/g, '')}
        kind="number"
        placeholder="会场屏幕上的数字"
        action="签到"
        send={send}
      />
    </Section>
  )
}
