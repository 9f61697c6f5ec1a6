import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useCapability } from '@/client/hooks'
import { useMe } from '@/client/me'
import { openProject, openTopic } from '@/features/consultations/open'
import {
  checkWords,
  membersOnly,
  scopeWords,
  sourceWords,
  standingOf,
  stepDays,
  type TopicDetail,
} from '@/features/consultations/words'
import { AskSheet } from '@/features/issues/joint/ask-sheet'
import type { Ask } from '@/features/issues/joint/ask'
import { exactWords, momentWords } from '@/features/issues/time-words'
import { pageState } from '@/features/paging/page-state'
import { stepNames, steps } from '@/shared/kernel/consultation-steps'
import { Banner, Card, Facts } from '@/ui/card'
import { Cell, CellGroup } from '@/ui/cell'
import { Page, Section } from '@/ui/page'
import { Steps } from '@/ui/steps'
import { Timeline } from '@/ui/timeline'
import { Comments } from './comments'
import { DeskActs } from './desk-acts'
import { Meetings } from './meetings'
import { Outcome } from './outcome'
import { Support } from './support'
import { Vote } from './vote'
import './index.scss'

const unnamed = { error: { message: '这个地址没有说明是哪个议题，请从“居民议事”里打开' } }

/** One topic, from what was proposed to what came of it, with everything its reader can do about it. */
export default function TopicPage() {
  const { id = '' } = useRouter().params
  const query = useCapability('consultations.getTopic', { id }, { enabled: id !== '' })
  const [ask, setAsk] = useState<Ask | null>(null)
  const me = useMe()
  const topic = query.data
  // Whoever comes into the room signs in first, and is not sent looking for where.
  const isSitting = topic?.meetings.some(({ code, canCheckIn }) => code !== null || canCheckIn) ?? false
  const meetings = topic && <Meetings topic={topic} onAsk={setAsk} onStale={() => void query.refetch()} />
  const state = me.data?.person.isNewcomer ? membersOnly : pageState(query)
  usePullDownRefresh(() => void query.refetch().finally(() => Taro.stopPullDownRefresh()))
  return (
    <Page
      title={topic?.title ?? '议题'}
      eyebrow={topic && sourceWords(topic)}
      skeleton="card"
      {...(id ? state : unnamed)}
    >
      {topic && (
        <>
          <Standing topic={topic} />
          <DeskActs topic={topic} onAsk={setAsk} />
          {isSitting && meetings}
          <About topic={topic} />
          <Support topic={topic} onAsk={setAsk} />
          {topic.vote && <Vote topic={topic} vote={topic.vote} />}
          <Outcome topic={topic} />
          {!isSitting && meetings}
          <Comments topic={topic} onAsk={setAsk} />
          <Section title="经过">
            <Card>
              <Timeline
                label="议题经过"
                items={[...topic.history].reverse().map(({ name, at, words }, nth) => ({
                  id: String(nth),
                  title: name,
                  time: momentWords(at, topic.now),
                  words,
                }))}
              />
            </Card>
          </Section>
          {ask && (
            <AskSheet
              key={ask.key}
              ask={ask}
              about={{ id, now: topic.now, owner: { personId: '' } }}
              onClose={() => setAsk(null)}
            />
          )}
        </>
      )}
    </Page>
  )
}

/** Which of the eight steps it is at, or how it ended. */
function Standing({ topic }: { topic: TopicDetail }) {
  const { end, joinedInto, textCheck, history, step } = topic
  const unseen = checkWords(textCheck)
  return (
    <View>
      {unseen && <Banner tone="warn" title={unseen} />}
      {end === 'joined' && joinedInto && (
        <Banner
          tone="info"
          title="已并入相似的议题"
          action={{ text: joinedInto.title, onPress: () => openTopic(joinedInto.id) }}
        />
      )}
      {end && end !== 'joined' && (
        <Banner tone="warn" title={standingOf(topic).words}>
          {history.at(-1)?.words}
        </Banner>
      )}
      {!end && (
        <Steps steps={steps.map((one) => stepNames[one])} current={steps.indexOf(step)} notes={stepDays(topic)} />
      )}
    </View>
  )
}

function About({ topic }: { topic: TopicDetail }) {
  const { text, scopeName, proposerName, runnerName, createdAt, project } = topic
  return (
    <Section title="说的是什么">
      <Card>
        <View className="topic-text is-first">{text}</View>
        <Facts
          items={[
            { label: '范围', value: scopeWords(scopeName) },
            { label: '提议', value: `${proposerName}，${exactWords(createdAt)}` },
            ...(runnerName ? [{ label: '主办', value: runnerName }] : []),
          ]}
        />
      </Card>
      {project && (
        <CellGroup>
          <Cell
            icon="flag"
            title={project.title}
            note="所属项目，每次会议和决定都在里面"
            onPress={() => openProject(project.id)}
          />
        </CellGroup>
      )}
    </Section>
  )
}
