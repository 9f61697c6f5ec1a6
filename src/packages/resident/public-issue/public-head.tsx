import { Text, View } from '@tarojs/components'
import { classIcon } from '@/features/issues/class-icon'
import { lookOf } from '@/features/issues/state-look'
import { dueWords } from '@/features/issues/time-words'
import type { PublicDetail } from '@/shared/contracts/issues/public'
import { aria } from '@/ui/aria'
import { Icon } from '@/ui/icon'
import { publicStandingOf } from './standing'

/** What it is and how it stands. */
export function PublicHead({ issue }: { issue: PublicDetail }) {
  const look = lookOf(issue)
  const due = issue.dueAt && dueWords(issue.dueAt, issue.now)
  return (
    <View className="issue-head">
      <View className="issue-name">
        <View className="issue-name-icon">
          <Icon name={classIcon(issue.classCode)} />
        </View>
        <View className="issue-name-words">
          <View className="issue-name-title" {...aria({ role: 'heading', level: 1 })}>
            {issue.className}
          </View>
          <View className="issue-name-code">{`编号 ${issue.code}`}</View>
        </View>
      </View>
      <View className={`issue-standing ui-tone-${look.tone}`}>
        <View className="issue-standing-line">
          <Icon name={look.icon} className="issue-standing-icon" />
          <Text className="issue-standing-state">{issue.stateName}</Text>
        </View>
        <View className="issue-standing-words">{publicStandingOf(issue)}</View>
        {due && (
          <View className="issue-standing-due">
            <Icon name="clock" className="issue-standing-clock" />
            <Text className="issue-standing-until">{due.endsWith('前') ? `${due}办结` : due}</Text>
          </View>
        )}
      </View>
    </View>
  )
}
