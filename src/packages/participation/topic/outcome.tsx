import { View } from '@tarojs/components'
import type { TopicDetail } from '@/features/consultations/words'
import { dateWords, momentWords } from '@/features/issues/time-words'
import { dayOf, startOfDay, wallClock } from '@/shared/kernel/time'
import { Banner, Card, Facts } from '@/ui/card'
import { Section } from '@/ui/page'
import { Photos } from './photos'

/** A day of a span is said by its date: “12月7日 至 前天” is no span. */
const plainDay = (day: string): string => wallClock(startOfDay(day)).format('M月D日')

/** What was agreed, for how long it was shown, and what came of it. */
export function Outcome({ topic }: { topic: TopicDetail }) {
  const { resolution, notice, report, now } = topic
  const today = dayOf(now)
  return (
    <View>
      {report && (
        <Section title="结果" note={momentWords(report.at, now)}>
          <Card>
            <View className="topic-text">{report.text}</View>
            <Photos urls={report.photos} title="结果照片" />
          </Card>
        </Section>
      )}
      {resolution && (
        <Section title="决议">
          {topic.step === 'noticing' && notice && (
            <Banner tone="info" icon="clock" title={`公示到${dateWords(notice.to, today)}`}>
              对决议有不同意见，请在这之前在下面“大家的意见”里说，或告诉社区。
            </Banner>
          )}
          {resolution.isOverdue && <Banner tone="warn" title="已过完成日期，还没有回告" />}
          <Card>
            <View className="topic-text is-first">{resolution.text}</View>
            <Facts
              items={[
                { label: '负责', value: resolution.ownerName },
                { label: '完成', value: dateWords(resolution.dueOn, today) },
                ...(notice ? [{ label: '公示', value: `${plainDay(notice.from)} 至 ${plainDay(notice.to)}` }] : []),
              ]}
            />
          </Card>
        </Section>
      )}
    </View>
  )
}
