import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { CallError } from '@/client/call'
import { useCommand } from '@/client/hooks'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button'
import { Facts } from '@/ui/card'
import { Icon } from '@/ui/icon'
import { Page } from '@/ui/page'
import type { Outcome } from './use-report'

type Props = {
  outcome: Extract<Outcome, { kind: 'joined' }>
  onAgain: () => void
  /** Taken back: what was written is still there. */
  onUndone: () => void
}

/** Nothing new was reported: they joined what is already being dealt with. What they wrote waits until they leave this screen. */
export function JoinedEnd({ outcome, onAgain, onUndone }: Props) {
  const { issue, answer } = outcome
  const leave = useCommand('issues.leaveIssue')
  const [problem, setProblem] = useState<string>()
  const undo = async () => {
    setProblem(undefined)
    try {
      await leave.mutateAsync({ id: issue.id })
      onUndone()
    } catch (error) {
      setProblem((error as CallError).message)
    }
  }
  return (
    <Page>
      <View className="report-sent" {...aria({ role: 'status' })}>
        <View className="report-sent-seal">
          <Icon name="check" />
        </View>
        <Text className="report-sent-title">已记上：您也遇到了</Text>
        <View className="report-sent-why">{`这件事已有人在办，由${answer.ownerName}负责。不用再报，有进展会通知您。`}</View>
      </View>
      <View className="report-slip">
        <Facts
          items={[
            { label: '事项', value: issue.className },
            { label: '地点', value: issue.placeLabel },
            { label: '现在', value: answer.stateName },
            { label: '也遇到的', value: `${answer.joinedCount} 户` },
          ]}
        />
      </View>
      <View className="report-sent-actions">
        <Button
          block
          icon="search"
          onPress={() => void Taro.navigateTo({ url: `/packages/resident/issue/index?id=${issue.id}` })}
        >
          查看进度
        </Button>
        <Button block tone="secondary" icon="plus" onPress={onAgain}>
          再报一件
        </Button>
        <Button block tone="ghost" loading={leave.isPending} onPress={() => void undo()}>
          点错了，撤销并单独上报
        </Button>
        {problem && (
          <View className="report-problem" {...aria({ role: 'alert' })}>
            {problem}
          </View>
        )}
      </View>
    </Page>
  )
}
