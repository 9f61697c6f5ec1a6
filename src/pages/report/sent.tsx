import { Text, View } from '@tarojs/components'
import { useMe } from '@/client/me'
import type { Reported } from '@/client/drafts'
import { openIssue } from '@/features/issues/open-issue'
import { dueWords } from '@/features/issues/time-words'
import { SubscribeButton } from '@/features/notices/subscribe-button'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button'
import { Facts } from '@/ui/card'
import { Icon } from '@/ui/icon'
import { Page } from '@/ui/page'

interface Props {
  reported: Reported
  forName?: string | undefined
  /** Found on duty: whoever found it may have mended it already. */
  isFound: boolean
  onAgain: () => void
}

/** It is with somebody, and this is who. */
export function Sent({ reported, forName, isFound, onAgain }: Props) {
  const { id, code, route, dueAt } = reported
  const now = useMe().data?.now ?? new Date().toISOString()
  return (
    <Page>
      <View className="report-sent" {...aria({ role: 'status' })}>
        <View className="report-sent-seal">
          <Icon name="check" />
        </View>
        <Text className="report-sent-title">{`已派给 ${route.owner.name}`}</Text>
        <View className="report-sent-why">{route.reason}</View>
      </View>
      <View className="report-slip">
        <Facts
          items={[
            { label: '办结时限', value: dueWords(dueAt, now) },
            { label: '事项编号', value: code },
          ]}
        />
      </View>
      <View className="report-sent-actions">
        <Button block icon="search" onPress={() => openIssue(id)}>
          查看进度
        </Button>
        {isFound && (
          <Button block tone="secondary" icon="check" onPress={() => openIssue(id, 'solveOnSpot')}>
            已经当场解决
          </Button>
        )}
        <Button block tone="secondary" icon="plus" onPress={onAgain}>
          再报一件
        </Button>
      </View>
      {!forName && <SubscribeButton template="issueProgress" words="有进展时微信通知我" />}
      <View className="report-sent-foot">
        {forName
          ? `这件事算${forName}的，有进展会通知本人，由本人确认和评价。`
          : '有新进展会在“消息”里通知您，办完后请您来评价。'}
      </View>
    </Page>
  )
}
