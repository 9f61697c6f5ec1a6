import { View } from '@tarojs/components'
import { usePages } from '@/client/hooks'
import { checkWords, type TopicDetail } from '@/features/consultations/words'
import type { Ask } from '@/features/issues/joint/ask'
import { momentWords } from '@/features/issues/time-words'
import { Button, Link } from '@/ui/button'
import { Card } from '@/ui/card'
import { Section } from '@/ui/page'
import { commentAsk } from './asks'

/** What people said about it, newest first, a page at a time. */
export function Comments({ topic, onAsk }: { topic: TopicDetail; onAsk: (ask: Ask) => void }) {
  const pages = usePages('consultations.listComments', { id: topic.id })
  const comments = pages.data?.pages.flatMap((page) => page.comments) ?? []
  return (
    <Section title="大家的意见">
      <Card>
        {pages.data && comments.length === 0 && <View className="topic-when">还没有人发言。</View>}
        {comments.map(({ id, name, text, createdAt, textCheck, isMine }) => (
          <View key={id} className="topic-comment">
            <View className="topic-text">{text}</View>
            <View className="topic-when">
              {[isMine ? '我' : name, momentWords(createdAt, topic.now), checkWords(textCheck)]
                .filter(Boolean)
                .join(' · ')}
            </View>
          </View>
        ))}
        <View className="topic-acts">
          {topic.can.comment && (
            <Button size="small" tone="secondary" icon="edit" onPress={() => onAsk(commentAsk(topic.id))}>
              说说意见
            </Button>
          )}
          {pages.hasNextPage && <Link onPress={() => void pages.fetchNextPage()}>更早的意见</Link>}
        </View>
      </Card>
    </Section>
  )
}
