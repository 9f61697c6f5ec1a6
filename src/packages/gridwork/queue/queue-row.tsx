import { View } from '@tarojs/components'
import { IssueCard } from '@/features/issues/issue-card'
import { openIssue } from '@/features/issues/open-issue'
import type { IssueBrief } from '@/shared/contracts/issues/shapes'
import { aria } from '@/ui/aria'
import { Icon } from '@/ui/icon'
import { Pressable } from '@/ui/pressable'

type Props = {
  issue: IssueBrief
  now: string
  hint?: string | undefined
  note?: string | undefined
  /** While rows are being chosen: whether this one is, and what turns that round. */
  choosing?: { isChosen: boolean; onToggle: () => void } | undefined
}

/** One row: leads to its issue, or is chosen. */
export function QueueRow({ issue, now, hint, note, choosing }: Props) {
  const shown = { issue, now, ...(hint ? { hint } : {}), ...(note ? { note } : {}) }
  if (!choosing) return <IssueCard {...shown} onPress={() => openIssue(issue.id)} />
  return (
    <Pressable
      className={`queue-pick ${choosing.isChosen ? 'is-chosen' : ''}`}
      role="checkbox"
      checked={choosing.isChosen}
      label={`${issue.className}，${issue.placeLabel}，编号 ${issue.code}`}
      onPress={choosing.onToggle}
    >
      <View className="queue-pick-mark" {...aria({ hidden: true })}>
        {choosing.isChosen && <Icon name="check" />}
      </View>
      <View className="queue-pick-card">
        <IssueCard {...shown} />
      </View>
    </Pressable>
  )
}
