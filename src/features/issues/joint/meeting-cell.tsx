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

/** One meeting in a list: when, where and how it stands. */
export function MeetingCell({ meeting, now }: { meeting: MeetingRow; now: string }) {
  const { words, tone } = looks[meeting.state]
  const title = `第 ${meeting.number} 次联席会`
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
