import { Text, View } from '@tarojs/components'
import { momentWords } from '@/features/issues/time-words'
import type { OutputOf } from '@/shared/kernel/capability'
import type { ContractOf } from '@/shared/contracts'
import { Icon, type IconName } from '@/ui/icon'
import { Pressable } from '@/ui/pressable'

export type Notice = OutputOf<ContractOf<'notices.listNotices'>>['notices'][number]

const icons: Record<Notice['subject']['kind'], IconName> = {
  issue: 'report',
  binding: 'key',
  leave: 'calendar',
  calendar: 'calendar',
  cluster: 'pin',
  adoption: 'report',
  export: 'list',
  points: 'gift',
  activity: 'calendar',
  session: 'calendar',
  consultation: 'team',
  redemption: 'gift',
  consent: 'edit',
  stock: 'list',
  certificate: 'report',
  project: 'flag',
  share: 'list',
  funding: 'list',
  ledger: 'chart',
}

type Props = { notice: Notice; now: string; onPress: () => void }

/** One message; an unread one is heavier, marked, and says so aloud. */
export function NoticeRow({ notice, now, onPress }: Props) {
  const { title, text, isRead, createdAt, subject } = notice
  const [name, code] = title.split(' · ')
  const time = momentWords(createdAt, now)
  return (
    <Pressable className={`inbox-row ${isRead ? '' : 'is-unread'}`} onPress={onPress}>
      <View className={`inbox-icon ${isRead ? 'ui-tone-neutral' : 'ui-tone-primary'}`}>
        <Icon name={icons[subject.kind]} />
      </View>
      <View className="inbox-words">
        <View className="inbox-line">
          <Text className="inbox-title">{name}</Text>
          {!isRead && <Text className="inbox-new">未读</Text>}
        </View>
        <View className="inbox-text">{text}</View>
        <View className="inbox-time">{code ? `${time} · 编号 ${code}` : time}</View>
      </View>
    </Pressable>
  )
}
