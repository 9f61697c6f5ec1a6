import { Text, View } from '@tarojs/components'
import { useCapability } from '@/client/hooks'
import { addDays, weekdayOf } from '@/shared/kernel/time'
import { aria } from '@/ui/aria'
import { Pressable } from '@/ui/pressable'

const weeks = 3
const weekdays = ['一', '二', '三', '四', '五', '六', '日']

type Props = { today: string; value: string; onChange: (day: string) => void }

/** Three weeks from this Monday on: how many sessions there are each day, and on which days one takes part. */
export function Calendar({ today, value, onChange }: Props) {
  const monday = addDays(today, -((weekdayOf(today) + 6) % 7))
  const days = Array.from({ length: weeks * 7 }, (_, at) => addDays(monday, at))
  const counted = useCapability('activities.countSessions', { from: monday, to: days.at(-1)! }, { staleMinutes: 1 })
  return (
    <View className="sessions-calendar">
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
            const found = counted.data?.days.find((one) => one.day === day)
            const sessions = found?.sessions ?? 0
            const mine = found?.mine ?? 0
            const name = `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
            return (
              <Pressable
                key={day}
                className={`sessions-day ${day === value ? 'is-chosen' : ''} ${day < today ? 'is-past' : ''}`}
                label={`${Number(day.slice(8))} ${name}，${sessions > 0 ? `${sessions} 场` : '没有活动'}${mine > 0 ? '，有我报名的' : ''}`}
                selected={day === value}
                onPress={() => onChange(day === value ? '' : day)}
              >
                <Text className="sessions-date">{String(Number(day.slice(8)))}</Text>
                <Text className={`sessions-count ${mine > 0 ? 'is-mine' : ''}`}>
                  {sessions > 0 ? `${sessions} 场` : ''}
                </Text>
              </Pressable>
            )
          })}
        </View>
      ))}
    </View>
  )
}
