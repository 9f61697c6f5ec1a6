import { View } from '@tarojs/components'
import { useCommand } from '@/client/hooks'
import { openTopic } from '@/features/consultations/open'
import { scopeWords, standingOf } from '@/features/consultations/words'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { Button, Link } from '@/ui/button'
import { Card } from '@/ui/card'
import { Section } from '@/ui/page'
import { Pieces } from '@/ui/pieces'
import { Tag } from '@/ui/tag'
import { toast } from '@/ui/toast'
import '../topic/index.scss'

type Similar = OutputOf<ContractOf<'consultations.findSimilarTopics'>>['topics'][number]

/** What others have proposed already, what it says, and the way to stand behind it instead of proposing it again. */
export function SimilarTopics({ topics }: { topics: readonly Similar[] }) {
  if (topics.length === 0) return null
  return (
    <Section title="已经有人提过类似的" note="一样的事附议就行，不用再提；有进展会通知您。">
      {topics.map((topic) => (
        <SimilarCard key={topic.id} topic={topic} />
      ))}
    </Section>
  )
}

function SimilarCard({ topic }: { topic: Similar }) {
  const command = useCommand('consultations.setSupport')
  const { id, title, beginning, supports, scopeName, isSupported } = topic
  const { words, tone } = standingOf(topic)
  const support = () =>
    command.mutate(
      { id, isOn: true },
      { onSuccess: () => toast('已附议，有进展会通知您'), onError: (error) => toast(error.message) },
    )
  return (
    <Card title={title} extra={<Tag tone={tone}>{words}</Tag>}>
      <View className="topic-text">{beginning}</View>
      <View className="topic-when">
        <Pieces items={[scopeWords(scopeName), ...(supports > 0 ? [`${supports} 人附议`] : [])]} />
      </View>
      <View className="topic-acts">
        <Button
          size="small"
          tone="secondary"
          icon={isSupported ? 'check' : 'heart'}
          label={`${isSupported ? '已附议' : '附议这个'}：${title}`}
          loading={command.isPending}
          disabled={isSupported}
          onPress={support}
        >
          {isSupported ? '已附议' : '附议这个'}
        </Button>
        <Link label={`看看：${title}`} onPress={() => openTopic(id)}>
          看看
        </Link>
      </View>
    </Card>
  )
}
