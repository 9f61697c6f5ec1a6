import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { copyText } from '@/client/clipboard'
import { useCapability, useCommand } from '@/client/hooks'
import { useDownload } from '@/features/downloads/use-download'
import { Button } from '@/ui/button'
import { Banner, Card } from '@/ui/card'
import { Section } from '@/ui/page'
import { useConfirm } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import { Close } from './close'
import type { BoardAnswer } from './index'
import { Reassign } from './reassign'

/** What the desk can do next: pass a paper on, end it, publish it, hand the log out to be checked. */
export function DeskActs({ answer }: { answer: BoardAnswer }) {
  const { id, isOpen, state } = answer
  return (
    <Section title="办理">
      <View className="figures-acts">
        {isOpen && (
          <Button
            block
            tone="secondary"
            icon="edit"
            onPress={() => void Taro.navigateTo({ url: `/packages/participation/paper/index?id=${id}` })}
          >
            收到纸质签字
          </Button>
        )}
        {isOpen && <Reassign id={id} />}
        {isOpen && <Close id={id} />}
        {(state === 'closed' || (state === 'open' && !isOpen)) && (
          <Banner tone="info">正在从原始记录逐条复核，一两分钟后下拉刷新看结果。</Banner>
        )}
        {state === 'counted' && <Publish id={id} />}
        {answer.result && <Export id={id} />}
      </View>
    </Section>
  )
}

function Publish({ id }: { id: string }) {
  const command = useCommand('consents.publishConsent')
  const [ask, dialog] = useConfirm()
  const publish = async () => {
    const words = '总数、各楼、每日曲线和签名的根对全体居民公开。哪一户怎么签不会公开。'
    if (!(await ask({ title: '公布结果？', words, confirmText: '公布', cancelText: '取消' }))) return
    command.mutate({ id }, { onSuccess: () => toast('已公布'), onError: (error) => toast(error.message) })
  }
  return (
    <>
      <Button block loading={command.isPending} onPress={() => void publish()}>
        公布结果
      </Button>
      {dialog}
    </>
  )
}

function Export({ id }: { id: string }) {
  const query = useCapability('consents.exportConsent', { id })
  const [download, sheet] = useDownload()
  const [isWorking, setWorking] = useState(false)
  const exported = query.data
  if (!exported) return null
  const take = async (url: string, name: string) => {
    setWorking(true)
    try {
      await download(url, name)
    } catch {
      toast('没有下载成功，请下拉刷新再试')
    } finally {
      setWorking(false)
    }
  }
  return (
    <Card title="请别人复核">
      <View className="figures-label">
        日志里户号加盐，没有门牌、姓名、时间和面积。在任何电脑上运行下面的命令，会重新算票并核对根。
      </View>
      <View className="signed-root">{exported.words}</View>
      <Button
        block
        tone="secondary"
        icon="list"
        loading={isWorking}
        onPress={() => void take(exported.url, exported.name)}
      >
        下载意见日志
      </Button>
      <Button block tone="ghost" loading={isWorking} onPress={() => void take(exported.tableUrl, exported.tableName)}>
        下载户意见表
      </Button>
      <Button block tone="ghost" onPress={() => void copyText(exported.words).then(() => toast('已复制'))}>
        复制命令
      </Button>
      {sheet}
    </Card>
  )
}
