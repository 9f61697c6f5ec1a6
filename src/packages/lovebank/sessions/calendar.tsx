import { Text, View } from '@tarojs/components'
import { useCapability } from '@/client/hooks'
import { addDays, weekdayOf } from '@/shared/kernel/time'
import { aria } from '@/ui/aria'
import { Group } from '@/ui/group'
import { Pressable } from '@/ui/pressable'

const weeks = 3
const weekdays = ['一', '二', '三', '四', '五', '六', '日']

/** "27", and "12.1" on the first of a month. */
const dateOf = (day: string): string => {
  const date = String(Number(day.slice(8)))
  return date === '1' ? `${Number(day.slice(5, 7))}.1` : date
}

type Props = { today: string; value: string; onChange: (day: string) => void }

/** Three weeks from this Monday on: how many sessions there are each day, and on which days one takes part. */
export function Calendar({ today, value, onChange }: Props) {
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7))
  const days = Array.from({ length: weeks * 7 }, (_, at) => addDays(monday, at))
  const counted = useCapability('activities.countSessions', { from: monday, to: days.at(-1)! }, { staleMinutes: 1 })
  return (
    <Group role="radiogroup" label="选一天" className="sessions-calendar">
      <View className="sessions-week" {...aria({ hidden: true })}>
        {weekdays.map((name) => (
          <View key={name} className="sessions-weekday">
            {name}
          </View>
        ))}
      </View>
      {Array.from({ length: weeks }, (_, week) => (
        <View key={week} className="sessions-week">
          {days.slice(week * 7, week * 7 + 7).map((day) => {
            const { sessions = 0, mine = 0 } = counted.data?.days.find((one) => one.day === day) ?? {}
            const words = mine > 0 ? '已报' : sessions > 0 ? `${sessions} 场` : ''
            return (
              <Pressable
                key={day}
                className={`sessions-day ${day === value ? 'is-chosen' : ''} ${day < today ? 'is-past' : ''}`}
                role="radio"
                checked={day === value}
                onPress={() => onChange(day === value ? '' : day)}
              >
                <Text className="sessions-date">{dateOf(day)}</Text>
                <Text className={`sessions-count ${mine > 0 ? 'is-mine' : ''}`}>{words}</Text>
              </Pressable>
            )
          })}
        </View>
      ))}
    </Group>
  )
}
