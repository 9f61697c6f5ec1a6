import { Cell } from '@/ui/cell'
import { Pieces } from '@/ui/pieces'
import { Tag } from '@/ui/tag'
import { openTopic } from './open'
import { checkWords, sourceWords, standingOf, type TopicRow } from './words'

/** One topic of a list: what it is about, whose, how many stand behind it, and where it stands. */
export function TopicCell({ topic, onPress }: { topic: TopicRow; onPress?: () => void }) {
  const { id, title, scopeName, supports, textCheck } = topic
  const { words, tone } = standingOf(topic)
  const facts = [scopeName ?? '', sourceWords(topic), supports > 0 ? `${supports} 人附议` : ''].filter(Boolean)
  return (
    <Cell
      title={title}
      note={checkWords(textCheck) ?? <Pieces items={facts} />}
      value={<Tag tone={tone}>{words}</Tag>}
      onPress={onPress ?? (() => openTopic(id))}
    />
  )
}
