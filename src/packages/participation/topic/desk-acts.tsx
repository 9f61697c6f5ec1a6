import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/hooks'
import type { TopicDetail } from '@/features/consultations/words'
import type { Ask } from '@/features/issues/joint/ask'
import { Button } from '@/ui/button'
import { toast } from '@/ui/toast'
import { declineAsk, goBackAsk, growAsk, reportAsk } from './asks'
import { JoinSheet } from './join-sheet'
import { MeetingSheet } from './meeting-sheet'
import { NoticeSheet } from './notice-sheet'
import { ResolveSheet } from './resolve-sheet'
import { TieSheet } from './tie-sheet'
import { VoteSheet } from './vote-sheet'

type Sheet = 'join' | 'meeting' | 'vote' | 'resolve' | 'notice' | 'tie'

/** What the desk can do about a topic at its step; nothing for everybody else. */
export function DeskActs({ topic, onAsk }: { topic: TopicDetail; onAsk: (ask: Ask) => void }) {
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const { id, can } = topic
  const close = () => setSheet(null)
  const opener = (what: Sheet) => () => setSheet(what)
  return (
    <View className="topic-desk">
      <JudgeWords topic={topic} />
      <Review topic={topic} onAsk={onAsk} onJoin={opener('join')} />
      {can.callMeeting && (
        <Button
          block
          tone={topic.meetings.length > 0 ? 'secondary' : 'primary'}
          icon="calendar"
          onPress={opener('meeting')}
        >
          {topic.meetings.length > 0 ? '再开一次会' : '召开会议'}
        </Button>
      )}
      {can.openVote && (
        <Button block tone="secondary" icon="list" onPress={opener('vote')}>
          发起表决
        </Button>
      )}
      {can.resolve && (
        <Button block icon="check" onPress={opener('resolve')}>
          形成决议
        </Button>
      )}
      {can.publish && (
        <Button block icon="flag" onPress={opener('notice')}>
          开始公示
        </Button>
      )}
      {can.reportBack && (
        <Button block icon="send" onPress={() => onAsk(reportAsk(id))}>
          回告结果
        </Button>
      )}
      {can.grow && (
        <Button block tone="secondary" icon="flag" onPress={() => onAsk(growAsk(id))}>
          立成项目
        </Button>
      )}
      {can.goBack && (
        <Button block tone="ghost" onPress={() => onAsk(goBackAsk(id))}>
          退回重议
        </Button>
      )}
      {can.tie && (
        <Button block tone="ghost" onPress={opener('tie')}>
          {topic.project ? '换项目或移出' : '归到项目'}
        </Button>
      )}
      {sheet === 'join' && <JoinSheet topic={topic} onClose={close} />}
      {sheet === 'meeting' && <MeetingSheet topic={topic} onClose={close} />}
      {sheet === 'vote' && <VoteSheet topic={topic} onClose={close} />}
      {sheet === 'resolve' && <ResolveSheet topic={topic} onClose={close} />}
      {sheet === 'notice' && <NoticeSheet topic={topic} onClose={close} />}
      {sheet === 'tie' && <TieSheet topic={topic} onClose={close} />}
    </View>
  )
}

function JudgeWords({ topic }: { topic: TopicDetail }) {
  const command = useCommand('consultations.judgeWords')
  const judge = (pass: boolean) =>
    command.mutate({ kind: 'topic', id: topic.id, pass }, { onError: (error) => toast(error.message) })
  if (!topic.can.judgeWords) return null
  return (
    <View className="topic-acts">
      <Button loading={command.isPending} onPress={() => judge(true)}>
        文字可以公开
      </Button>
      <Button tone="secondary" onPress={() => judge(false)}>
        不公开
      </Button>
    </View>
  )
}

type ReviewProps = { topic: TopicDetail; onAsk: (ask: Ask) => void; onJoin: () => void }

function Review({ topic, onAsk, onJoin }: ReviewProps) {
  const takeUp = useCommand('consultations.takeUpTopic')
  const review = useCommand('consultations.reviewTopic')
  const { id, can } = topic
  const onError = (error: { message: string }) => toast(error.message)
  return (
    <View>
      {can.takeUp && (
        <Button block loading={takeUp.isPending} onPress={() => takeUp.mutate({ id }, { onError })}>
          开始初审，由我主办
        </Button>
      )}
      {can.review && (
        <>
          <Button
            block
            icon="check"
            loading={review.isPending}
            onPress={() =>
              review.mutate({ id, decision: 'accept' }, { onSuccess: () => toast('已通过，请安排会议'), onError })
            }
          >
            初审通过
          </Button>
          <Button block tone="secondary" icon="swap" onPress={onJoin}>
            并入相似的议题
          </Button>
          <Button block tone="ghost" onPress={() => onAsk(declineAsk(id))}>
            初审不通过
          </Button>
        </>
      )}
    </View>
  )
}
