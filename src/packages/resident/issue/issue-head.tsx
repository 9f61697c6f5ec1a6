import { Text, View } from '@tarojs/components'
import type { IssueDetail } from '@/shared/contracts/issues/shapes'
import { classIcon } from '@/features/issues/class-icon'
import { lookOf, urgencyIcons, urgencyTones } from '@/features/issues/state-look'
import { leftWords } from '@/features/issues/time-words'
import { openIssue } from '@/features/issues/open-issue'
import { aria } from '@/ui/aria'
import { Link } from '@/ui/button'
import { Icon } from '@/ui/icon'
import { Tag } from '@/ui/tag'
import { dueOf, reasonOf, standingOf } from './standing'

/** What it is, how it stands and until when: the answer most people came for. */
export function IssueHead({ issue }: { issue: IssueDetail }) {
  const look = lookOf(issue)
  const due = dueOf(issue)
  const reason = reasonOf(issue)
  const tone = issue.urgency === 'amber' || issue.urgency === 'red' ? urgencyTones[issue.urgency] : look.tone
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
      <View className={`issue-standing ui-tone-${tone}`}>
        <View className="issue-standing-line">
          <Icon name={look.icon} className="issue-standing-icon" />
          <Text className="issue-standing-state">{issue.stateName}</Text>
          {issue.isSupervised && (
            <Tag tone="danger" icon="flag">
              社区督办
            </Tag>
          )}
        </View>
        <View className="issue-standing-words">{standingOf(issue)}</View>
        {reason && <View className="issue-standing-reason">{reason}</View>}
        {issue.parent && <ParentLink parent={issue.parent} />}
        {due && issue.dueAt && (
          <View className="issue-standing-due">
            <Icon name={urgencyIcons[issue.urgency]} className="issue-standing-clock" />
            <Text className="issue-standing-until">{issue.urgency === 'red' ? due : `${due}办结`}</Text>
            {issue.urgency !== 'red' && (
              <Text className="issue-standing-left">{leftWords(issue.dueAt, issue.now)}</Text>
            )}
          </View>
        )}
      </View>
    </View>
  )
}

function ParentLink({ parent }: { parent: NonNullable<IssueDetail['parent']> }) {
  return (
    <Link icon="chevron" onPress={() => openIssue(parent.id)}>
      {`已合并到 ${parent.code}，看它的进展`}
    </Link>
  )
}
