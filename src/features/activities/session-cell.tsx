import { hoursWords, sessionLook, type SessionRow } from './words'
import { openSession } from './open'
import { Cell } from '@/ui/cell'
import { Tag } from '@/ui/tag'

type Props = { session: SessionRow; now: string; day?: string }

/** One session of a list: when, what, where, and how many places are left. */
export function SessionCell({ session, now, day }: Props) {
  const { id, title, place, taken, capacity, waiting } = session
  const look = sessionLook(session, now)
  const seats = `${taken}/${capacity} 人${waiting > 0 ? `，候补 ${waiting} 人` : ''}`
  const when = [day, hoursWords(session)].filter(Boolean).join(' ')
  return (
    <Cell
      icon="calendar"
      title={title}
      note={`${when} · ${place.words} · ${seats}`}
      value={look ? <Tag tone={look.tone}>{look.words}</Tag> : undefined}
      onPress={() => openSession(id)}
    />
  )
}
