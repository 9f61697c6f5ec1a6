import { View } from '@tarojs/components'
import { useCommand, usePages } from '@/client/hooks'
import { checkWords, type TopicDetail } from '@/features/consultations/words'
import type { Ask } from '@/features/issues/joint/ask'
import { momentWords } from '@/features/issues/time-words'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { Button, Link } from '@/ui/button'
import { Card } from '@/ui/card'
import { Section } from '@/ui/page'
import { toast } from '@/ui/toast'
import { commentAsk } from './asks'

type Comment = OutputOf<ContractOf<'consultations.listComments'>>['comments'][number]

/** What people said about it, newest first, a page at a time. */
export function Comments({ topic, onAsk }: { topic: TopicDetail; onAsk: (ask: Ask) => void }) {
  const pages = usePages('consultations.listComments', { id: topic.id })
  const comments = pages.data?.pages.flatMap((page) => page.comments) ?? []
  return (
    <Section title="大家的意见">
      <Card>
        {comments.length === 0 && <View className="topic-when">{stateWords(pages)}</View>}
        {pages.error && !pages.data && <Link onPress={() => void pages.refetch()}>重试</Link>}
        {comments.map((comment) => (
          <CommentRow key={comment.id} comment={comment} now={topic.now} />
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

const stateWords = ({ data, error }: { data: unknown; error: { message: string } | null }): string => {
  if (data) return '还没有人发言。'
  return error ? error.message : '正在读取…'
}

/** One comment; whoever runs topics lets it be seen, or takes it down. */
function CommentRow({ comment, now }: { comment: Comment; now: string }) {
  const command = useCommand('consultations.judgeWords')
  const { id, name, text, createdAt, textCheck, isMine, canJudge } = comment
  const judge = (pass: boolean) => () =>
    command.mutate(
      { kind: 'comment', id, pass },
      { onSuccess: () => toast(pass ? '已公开' : '已不公开'), onError: (error) => toast(error.message) },
    )
  const unseen = canJudge ? deskWords[textCheck] : checkWords(textCheck)
  return (
    <View className="topic-comment">
      <View className="topic-text">{text}</View>
      <View className="topic-when">
        {[isMine ? '我' : name, momentWords(createdAt, now), unseen].filter(Boolean).join(' · ')}
      </View>
      {canJudge && (
        <View className="topic-judge">
          {textCheck !== 'passed' && <Link onPress={judge(true)}>可以公开</Link>}
          {textCheck !== 'rejected' && <Link onPress={judge(false)}>不公开</Link>}
        </View>
      )}
    </View>
  )
}

const deskWords: Partial<Record<Comment['textCheck'], string>> = {
  waiting: '等检查',
  review: '等您审核',
  rejected: '没有公开',
}
