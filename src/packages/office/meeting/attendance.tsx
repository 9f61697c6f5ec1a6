import { View } from '@tarojs/components'
import { useCommand } from '@/client/hooks'
import type { Ask } from '@/features/issues/joint/ask'
import { signInGuest } from '@/features/issues/joint/asks'
import { clockWords } from '@/features/issues/time-words'
import { Button, Link } from '@/ui/button'
import { Card } from '@/ui/card'
import { Section } from '@/ui/page'
import { Tag } from '@/ui/tag'
import { toast } from '@/ui/toast'
import { turnoutWords, type Meeting } from './meeting'

type Props = { meeting: Meeting; onAsk: (ask: Ask) => void }

/** Who is expected and who is there; the chair signs in whoever has no telephone. */
export function Attendance({ meeting, onAsk }: Props) {
  const command = useCommand('issues.signInAttendee')
  const { attendance, invited, chair } = meeting
  const seats = [chair, ...invited]
  const entryOf = (personId: string) => attendance.find((one) => one.personId === personId)
  const guests = attendance.filter((one) => one.personId === null)
  const signIn = (personId: string) =>
    command.mutate({ id: meeting.id, personId }, { onError: (error) => toast(error.message) })
  return (
    <Section title="参加的人" note={turnoutWords(meeting)}>
      <Card>
        {seats.map((seat) => (
          <Seat
            key={seat.personId}
            name={seat.name}
            from={seat.departmentName ?? seat.roleName}
            entry={entryOf(seat.personId)}
            onSignIn={meeting.canSignIn && !entryOf(seat.personId) ? () => signIn(seat.personId) : undefined}
          />
        ))}
        {guests.map((guest) => (
          <Seat key={`${guest.name}${guest.from}`} name={guest.name} from={guest.from || '临时到场'} entry={guest} />
        ))}
        {meeting.canSignIn && (
          <View className="meeting-acts">
            <Button size="small" tone="secondary" icon="plus" onPress={() => onAsk(signInGuest(meeting.id))}>
              代签临时到场的人
            </Button>
          </View>
        )}
      </Card>
    </Section>
  )
}

type SeatProps = {
  name: string
  from: string
  entry: Meeting['attendance'][number] | undefined
  onSignIn?: (() => void) | undefined
}

function Seat({ name, from, entry, onSignIn }: SeatProps) {
  return (
    <View className="meeting-seat">
      <View className="meeting-seat-words">
        <View className="meeting-seat-name">{name}</View>
        <View className="meeting-seat-from">{from}</View>
      </View>
      {entry && (
        <Tag tone="success" icon="check">{`${clockWords(entry.at)} ${entry.by === 'chair' ? '代签' : '签到'}`}</Tag>
      )}
      {onSignIn && (
        <Link label={`代${name}签到`} onPress={onSignIn}>
          代签
        </Link>
      )}
    </View>
  )
}
