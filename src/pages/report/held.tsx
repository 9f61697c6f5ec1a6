import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { useDrafts } from '@/client/drafts'
import { sendWaiting } from '@/client/waiting'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button'
import { Icon } from '@/ui/icon'
import { Page } from '@/ui/page'
import type { Outcome } from './use-report'

type Props = { draftId: string; outcome: Extract<Outcome, { kind: 'held' }>; onAgain: () => void }

/** Finished but not yet gone: kept on the phone, and sent by itself. */
export function Held({ draftId, outcome, onAgain }: Props) {
  const [trying, setTrying] = useState(false)
  const isStillHere = useDrafts(({ kept }) => kept.some(({ id }) => id === draftId))
  const attempt = async () => {
    if (trying) return
    setTrying(true)
    await sendWaiting()
    setTrying(false)
  }
  if (!isStillHere) return <Gone onAgain={onAgain} />
  return (
    <Page>
      <View className="report-sent" {...aria({ role: 'status' })}>
        <View className="report-sent-seal is-held">
          <Icon name="offline" />
        </View>
        <Text className="report-sent-title">已保存，联网后自动提交</Text>
        <View className="report-sent-why">
          {outcome.isOffline
            ? '现在网络不通。写好的内容和照片都在手机里，不会丢，也不用重填。'
            : '系统暂时没有接住。写好的内容和照片都在手机里，过一会儿会自动再试。'}
        </View>
      </View>
      <View className="report-sent-actions">
        <Button block icon="send" loading={trying} loadingText="正在提交…" onPress={() => void attempt()}>
          立即再试
        </Button>
        <Button block tone="secondary" icon="plus" onPress={onAgain}>
          再报一件
        </Button>
        <Button block tone="ghost" onPress={() => void Taro.switchTab({ url: '/pages/home/index' })}>
          回首页
        </Button>
      </View>
    </Page>
  )
}

function Gone({ onAgain }: { onAgain: () => void }) {
  return (
    <Page>
      <View className="report-sent" {...aria({ role: 'status' })}>
        <View className="report-sent-seal">
          <Icon name="check" />
        </View>
        <Text className="report-sent-title">已经提交了</Text>
        <View className="report-sent-why">网络恢复后自动提交成功，负责人已经收到。</View>
      </View>
      <View className="report-sent-actions">
        <Button block icon="search" onPress={() => void Taro.navigateTo({ url: '/packages/resident/my-issues/index' })}>
          查看进度
        </Button>
        <Button block tone="secondary" icon="plus" onPress={onAgain}>
          再报一件
        </Button>
      </View>
    </Page>
  )
}
