import { Text, View } from '@tarojs/components'
import { CallButton } from '@/features/organization/call-button'
import { aria } from '@/ui/aria'
import { Link } from '@/ui/button'
import { Avatar, Card } from '@/ui/card'
import { Icon } from '@/ui/icon'
import { Tag } from '@/ui/tag'
import { dayWords, hourWords, type RosterDay } from './day-words'

type Props = { day: RosterDay; today: string; isRunning: boolean; onPlan?: (() => void) | undefined }

/** One day of the roster: its hours, who is on watch and how to ring them. */
export function DayCard({ day, today, isRunning, onPlan }: Props) {
  const title = dayWords(day.day, today)
  const isOpen = day.people.length === 0
  return (
    <Card>
      <View className="roster-head">
        <View className="roster-title" {...aria({ role: 'heading', level: 2 })}>
          {title}
        </View>
        {!day.isWorkingDay && <Tag tone="info">{day.holidayName ?? '周末'}</Tag>}
        {isRunning && day.day !== today && <Tag tone="primary">正在值班</Tag>}
        {onPlan && (
          <View className="roster-plan">
            <Link label={`${isOpen ? '安排' : '更改'}${title}的值班`} icon="edit" onPress={onPlan}>
              {isOpen ? '安排' : '更改'}
            </Link>
          </View>
        )}
      </View>
      <View className="roster-hours">{hourWords(day)}</View>
      {isOpen ? (
        <View className="roster-open">
          <Icon name="warning" className="roster-open-icon" />
          <Text>{`${day.day < today ? '没有安排' : '还没有安排'}，急事会告知社区值班岗`}</Text>
        </View>
      ) : (
        day.people.map((person) => <Watcher key={person.personId} {...person} />)
      )}
    </Card>
  )
}

function Watcher({ name, roleName, dutyPhone, isAway }: RosterDay['people'][number]) {
  return (
    <View className="roster-person">
      <Avatar name={name} />
      <View className="roster-words">
        <View className="roster-name">
          <Text>{name}</Text>
          {isAway && <Tag tone="warn">不在岗</Tag>}
        </View>
        {roleName && <View className="roster-role">{roleName}</View>}
      </View>
      {dutyPhone && !isAway && <CallButton name={`${roleName}${name}`} phone={dutyPhone} />}
    </View>
  )
}
