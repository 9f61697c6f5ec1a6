import { View } from '@tarojs/components'
import { LikeCard, type LikeIssue } from '@/features/issues/like-card'
import type { Joined } from '@/features/issues/join-button'
import { ActionBar } from '@/ui/action-bar'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button'
import { Page } from '@/ui/page'

type Props = {
  issues: readonly LikeIssue[]
  now: string
  isSending: boolean
  onJoined: (issue: LikeIssue, answer: Joined) => void
  onBack: () => void
  /** It is another thing: off it goes. */
  onGoOn: () => void
}

/** Shown only where something like it has been reported: join it in one tap, or go on. */
export function LikeStep({ issues, now, isSending, onJoined, onBack, onGoOn }: Props) {
  return (
    <Page
      bottom={
        <ActionBar>
          <Button block tone="secondary" disabled={isSending} onPress={onBack}>
            返回
          </Button>
          <Button block icon="send" loading={isSending} loadingText="正在提交…" onPress={onGoOn}>
            不是同一件，继续上报
          </Button>
        </ActionBar>
      }
    >
      <View className="report-title" {...aria({ role: 'heading', level: 1 })}>
        附近已有类似的事
      </View>
      <View className="report-lead">是同一件的话，点“我也遇到”就行：不用再报一次，有进展同样通知您。</View>
      {issues.map((issue) => (
        <LikeCard key={issue.id} issue={issue} now={now} onJoined={(answer) => onJoined(issue, answer)} />
      ))}
    </Page>
  )
}
