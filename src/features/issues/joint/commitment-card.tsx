import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { dateWords } from '@/features/issues/time-words'
import type { CommitmentRow } from '@/shared/contracts/issues/joint-shapes'
import { dayOf } from '@/shared/kernel/time'
import { Link } from '@/ui/button'
import { PhotoGrid } from '@/ui/photo-grid'
import { Tag, type Tone } from '@/ui/tag'
import type { Ask } from './ask'
import { completeCommitment, dropCommitment, postponeCommitment } from './asks'
import './commitment-card.scss'

/** How a commitment stands, in a word. */
export const commitmentLooks: Record<CommitmentRow['state'], { words: string; tone: Tone }> = {
  open: { words: '办理中', tone: 'info' },
  overdue: { words: '已过期', tone: 'danger' },
  done: { words: '已完成', tone: 'success' },
  dropped: { words: '已撤销', tone: 'neutral' },
}

type Props = { commitment: CommitmentRow; now: string; onAsk: (ask: Ask) => void; extra?: ReactNode }

/** One commitment: what, who, by when, how it stands, and what the reader may do with it. */
export function CommitmentCard({ commitment, now, onAsk, extra }: Props) {
  const { id, what, owner, state, movedFrom, sentence } = commitment
  const { words, tone } = commitmentLooks[state]
  const today = dayOf(now)
  const who = [owner.departmentName ?? owner.roleName, owner.name].join(' ')
  return (
    <View className="commitment">
      <View className="commitment-head">
        <View className="commitment-what">{what}</View>
        <Tag tone={tone}>{words}</Tag>
      </View>
      <View className="commitment-line">{who}</View>
      <View className={`commitment-line ${state === 'overdue' ? 'is-late' : ''}`}>
        <Text>{`${dateWords(commitment.dueOn, today)}前完成`}</Text>
        {movedFrom && <Text>{`（原定 ${dateWords(movedFrom, today)}）`}</Text>}
      </View>
      {sentence && <View className="commitment-sentence">{sentence}</View>}
      {commitment.photos.length > 0 && (
        <PhotoGrid photos={commitment.photos.map(({ id: photoId, url }) => ({ id: photoId, src: url }))} />
      )}
      <View className="commitment-acts">
        {commitment.canComplete && (
          <Link label={`完成：${what}`} onPress={() => onAsk(completeCommitment(id, what))}>
            完成了
          </Link>
        )}
        {commitment.canPostpone && (
          <Link label={`改期：${what}`} onPress={() => onAsk(postponeCommitment(id, what))}>
            改期
          </Link>
        )}
        {commitment.canDrop && (
          <Link label={`撤销：${what}`} onPress={() => onAsk(dropCommitment(id, what))}>
            撤销
          </Link>
        )}
        {extra}
      </View>
    </View>
  )
}
