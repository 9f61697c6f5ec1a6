import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { CallError } from '@/client/call'
import { dropDraft, sendDraft, useDrafts, type Draft } from '@/client/drafts'
import { whoKey } from '@/client/session'
import { classOf } from '@/shared/domain/issues/classes'
import { Button } from '@/ui/button'
import { Icon } from '@/ui/icon'
import { useConfirm } from '@/ui/sheet'
import { toast } from '@/ui/toast'

/** Finished reports that are still on this phone, and those that came back. Never anyone else's. */
export function WaitingDrafts() {
  const drafts = useDrafts(({ kept }) => kept).filter((draft) => draft.who === whoKey() && draft.state !== 'editing')
  const [ask, dialog] = useConfirm()
  if (drafts.length === 0) return null
  const drop = async ({ id }: Draft) => {
    const isSure = await ask({
      title: '删除这件还没提交的上报？',
      words: '照片和文字都会从手机里删掉，找不回来。',
      confirmText: '删除',
      danger: true,
    })
    if (isSure) dropDraft(id)
  }
  return (
    <View className="home-drafts">
      {drafts.map((draft) => (
        <DraftCard key={draft.id} draft={draft} onDrop={() => void drop(draft)} />
      ))}
      {dialog}
    </View>
  )
}

const sendNow = async (id: string) => {
  try {
    await sendDraft(id)
    toast('已提交，负责人会收到')
  } catch (error) {
    toast(error instanceof CallError ? error.message : '没有提交成功，已为您保存')
  }
}

const openReport = () => void Taro.switchTab({ url: '/pages/report/index' })

function DraftCard({ draft, onDrop }: { draft: Draft; onDrop: () => void }) {
  const isRefused = draft.state === 'refused'
  const className = draft.classCode ? classOf(draft.classCode)?.name : undefined
  return (
    <View className={`home-draft ${isRefused ? 'is-refused' : ''}`}>
      <View className="home-draft-head">
        <Icon name={isRefused ? 'warning' : 'offline'} className="home-draft-icon" />
        <Text>{isRefused ? '这件没有提交成功' : '已保存在手机里，联网后自动提交'}</Text>
      </View>
      <View className="home-draft-text">{draft.text || className || '还没有写内容'}</View>
      {isRefused && <View className="home-draft-why">{draft.problem?.message}</View>}
      <View className="home-draft-actions">
        <Button size="small" tone="ghost" label={`删除：${draft.text}`} onPress={onDrop}>
          删除
        </Button>
        {isRefused ? (
          <Button size="small" icon="edit" onPress={openReport}>
            去修改
          </Button>
        ) : (
          <Button
            size="small"
            icon="send"
            loading={draft.state === 'sending'}
            loadingText="正在提交…"
            onPress={() => void sendNow(draft.id)}
          >
            立即发送
          </Button>
        )}
      </View>
    </View>
  )
}
