import { momentWords } from '@/features/issues/time-words'
import type { MeetingRow } from '@/shared/contracts/issues/joint-shapes'
import { Cell } from '@/ui/cell'
import { Tag, type Tone } from '@/ui/tag'
import { openMeeting } from './open-meeting'

const looks: Record<MeetingRow['state'], { words: string; tone: Tone }> = {
  ahead: { words: '未开', tone: 'info' },
  open: { words: '正在签到', tone: 'primary' },
  over: { words: '已开', tone: 'neutral' },
  cancelled: { words: '已取消', tone: 'warn' },
}

type Props = { meeting: MeetingRow; now: string; about?: string | undefined }

/** One meeting in a list: when, where and how it stands; among those of several issues also what it is about. */
export function MeetingCell({ meeting, now, about }: Props) {
  const { words, tone } = looks[meeting.state]
  const title = [`第 ${meeting.number} 次联席会`, about].filter(Boolean).join(' · ')
  const when = momentWords(meeting.startsAt, now)
  return (
    <Cell
      icon="team"
      title={title}
      note={`${when} · ${meeting.place}${meeting.hasMinutes ? ' · 有纪要' : ''}`}
      value={<Tag tone={tone}>{words}</Tag>}
      label={`${title}，${when}，${meeting.place}，${words}`}
      onPress={() => openMeeting(meeting.id)}
    />
  )
}
