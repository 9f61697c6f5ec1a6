import { Text, View } from '@tarojs/components'
import type { IssueBrief } from '@/shared/contracts/issues/shapes'
import { Card } from '@/ui/card'
import { CellIcon } from '@/ui/cell'
import { Icon } from '@/ui/icon'
import { Tag } from '@/ui/tag'
import { classIcon } from './class-icon'
import './issue-card.scss'
import { lookOf, urgencyIcons, urgencyTones } from './state-look'
import { agoWords, dueWords } from './time-words'

/** As much of an issue as a card shows, whoever may see how much of the rest. */
type Shown = Pick<
  IssueBrief,
  | 'classCode'
  | 'className'
  | 'state'
  | 'stateName'
  | 'result'
  | 'text'
  | 'placeLabel'
  | 'dueAt'
  | 'urgency'
  | 'updatedAt'
>

type Props = {
  issue: Shown
  /** The server's time when the list was read. */
  now: string
  /** What the reader should do next, e.g. "等您确认". */
  hint?: string
  /** What else helps to tell rows apart, e.g. who has it; shown where there is no hint. */
  note?: string
  /** Without one it is only shown. */
  onPress?: () => void
}

/** One issue in a list: what, where, how it stands and until when. */
export function IssueCard({ issue, now, hint, note, onPress }: Props) {
  const look = lookOf(issue)
  const due = issue.dueAt && issue.urgency !== 'none' ? dueWords(issue.dueAt, now) : null
  return (
    <Card {...(onPress ? { onPress } : {})}>
      <View className="issue-card-head">
        <CellIcon name={classIcon(issue.classCode)} tone={issue.urgency === 'red' ? 'danger' : 'primary'} />
        <View className="issue-card-name">{issue.className}</View>
        <Tag tone={look.tone} icon={look.icon}>
          {issue.stateName}
        </Tag>
      </View>
      <View className="issue-card-text">{issue.text}</View>
      <View className="issue-card-place">
        <Icon name="pin" className="issue-card-sign" />
        <Text>{issue.placeLabel}</Text>
      </View>
      <View className="issue-card-foot">
        {due ? (
          <View className={`issue-card-due is-${urgencyTones[issue.urgency]}`}>
            <Icon name={urgencyIcons[issue.urgency]} className="issue-card-sign" />
            <Text>{due}</Text>
          </View>
        ) : (
          <Text className="issue-card-due">{`${agoWords(issue.updatedAt, now)}更新`}</Text>
        )}
        {hint && <Text className="issue-card-hint">{hint}</Text>}
        {!hint && note && <Text className="issue-card-note">{note}</Text>}
      </View>
    </Card>
  )
}
