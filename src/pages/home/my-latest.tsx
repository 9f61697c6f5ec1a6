import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { usePages } from '@/client/hooks'
import { classIcon } from '@/features/issues/class-icon'
import { lookOf } from '@/features/issues/state-look'
import { isWaitingForMe } from '@/features/issues/waiting'
import type { IssueBrief } from '@/shared/contracts/issues/shapes'
import { Link } from '@/ui/button'
import { Icon } from '@/ui/icon'
import { Section } from '@/ui/page'
import { Pressable } from '@/ui/pressable'
import { Tag } from '@/ui/tag'
import { latestFirst, nextStep } from './next-step'

const shownCount = 3

/** The last few things I reported, each with what happens next. Nothing for those who never reported. */
export function MyLatest({ now }: { now: string }) {
  const mine = usePages('issues.listMyIssues', {})
  const page = mine.data?.pages[0]
  if (!page || page.issues.length === 0) return null
  const more = (
    <Link
      icon="chevron"
      label="看我的全部上报"
      onPress={() => void Taro.navigateTo({ url: '/packages/resident/my-issues/index' })}
    >
      全部
    </Link>
  )
  return (
    <Section title="我最近的上报" extra={more}>
      <View className="home-issues">
        {latestFirst(page.issues, shownCount).map((issue) => (
          <IssueRow key={issue.id} issue={issue} now={page.now ?? now} />
        ))}
      </View>
    </Section>
  )
}

function IssueRow({ issue, now }: { issue: IssueBrief; now: string }) {
  const look = lookOf(issue)
  const next = nextStep(issue, now)
  return (
    <Pressable
      className="home-issue"
      onPress={() => void Taro.navigateTo({ url: `/packages/resident/issue/index?id=${issue.id}` })}
    >
      <View className="home-issue-icon">
        <Icon name={classIcon(issue.classCode)} />
      </View>
      <View className="home-issue-words">
        <View className="home-issue-head">
          <Text className="home-issue-text">{issue.text}</Text>
          <Tag tone={look.tone}>{issue.stateName}</Tag>
        </View>
        <View className={`home-issue-next ${isWaitingForMe(issue) ? 'is-mine' : ''}`}>{next}</View>
      </View>
    </Pressable>
  )
}
