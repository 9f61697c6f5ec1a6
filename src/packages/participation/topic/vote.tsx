import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/hooks'
import { shareWords, type TopicDetail } from '@/features/consultations/words'
import { Submit } from '@/features/forms/submit'
import { exactWords } from '@/features/issues/time-words'
import { Card, Facts } from '@/ui/card'
import { Choice } from '@/ui/choice'
import { Section } from '@/ui/page'
import { toast } from '@/ui/toast'

type VoteView = NonNullable<TopicDetail['vote']>

const byWords = { person: '按人表决，一人一票', household: '按户表决，一户一票' } as const

/** The vote: what it asks, what speaks for and against, one's own ballot, and the counts as far as they are shown. */
export function Vote({ topic, vote }: { topic: TopicDetail; vote: VoteView }) {
  const { options, ballots, households } = vote
  return (
    <Section title="表决" note={byWords[vote.by]}>
      <Card title={vote.question}>
        {options.map((option) => (
          <View key={option.id} className="topic-option">
            <View className="topic-option-head">
              <View>{option.text}</View>
              {option.ballots !== null && <View>{`${option.ballots} 票`}</View>}
            </View>
            {option.arguments.map(({ side, text }) => (
              <View key={`${side}${text}`} className="topic-argument">
                {`${side === 'for' ? '赞成' : '反对'}：${text}`}
              </View>
            ))}
          </View>
        ))}
        <Facts
          items={[
            { label: vote.isOpen ? '截止' : '已截止', value: exactWords(vote.closesAt) },
            ...(ballots !== null && households !== null
              ? [{ label: '参与', value: shareWords(ballots, households) }]
              : []),
            ...(ballots !== null && households === null ? [{ label: '参与', value: `${ballots} 人` }] : []),
            ...(ballots === null && vote.isOpen ? [{ label: '票数', value: '截止后公布' }] : []),
            ...(vote.isOpen || vote.isCounted ? [] : [{ label: '结果', value: '正在计票，几分钟后公布' }]),
          ]}
        />
        {topic.can.vote && <Ballot topic={topic} vote={vote} />}
      </Card>
    </Section>
  )
}

function Ballot({ topic, vote }: { topic: TopicDetail; vote: VoteView }) {
  const [chosen, setChosen] = useState(vote.mine)
  const command = useCommand('consultations.castBallot')
  const send = () => {
    if (!chosen) return
    command.mutate({ id: topic.id, optionId: chosen }, { onSuccess: () => toast('已投票，截止前可以改') })
  }
  return (
    <View className="topic-ballot">
      <Choice
        label={vote.by === 'household' ? '我家的选择' : '我的选择'}
        layout="list"
        options={vote.options.map(({ id, text }) => ({ value: id, label: text }))}
        value={chosen}
        onChange={setChosen}
      />
      <Submit
        words={vote.mine ? '改投' : '投票'}
        busy={command.isPending}
        disabled={!chosen || chosen === vote.mine}
        reason={chosen && chosen === vote.mine ? '已经投了这一项' : '请先选择一项'}
        problem={command.error?.message}
        onPress={send}
      />
    </View>
  )
}
