import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { CallError } from '@/client/call'
import { deedsOf, dropDeed, sendDeed, useDeeds, type Deed, type KeptAct } from '@/client/deeds'
import { clockWords } from '@/features/issues/time-words'
import { toInstant } from '@/shared/kernel/time'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button'
import { Icon } from '@/ui/icon'
import { useConfirm } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import './kept-deeds.scss'
import { moveWords } from './move-words'

/** What a deed is called. */
export const actWords = (act: KeptAct): string => (act === 'progress' ? '记一条进展' : moveWords[act].short)

/** What was done on this phone and is not with the server yet, or came back; of one issue, or of all. */
export function KeptDeeds({ issueId }: { issueId?: string }) {
  const deeds = deedsOf(useDeeds(({ kept }) => kept)).filter(({ issue }) => !issueId || issue.id === issueId)
  const [ask, dialog] = useConfirm()
  if (deeds.length === 0) return null
  const drop = async ({ id }: Deed) => {
    const isSure = await ask({
      title: '删除存下的这一步？',
      words: '写的内容和照片都会从手机里删掉，找不回来。',
      confirmText: '删除',
      danger: true,
    })
    if (isSure) dropDeed(id)
  }
  const isWaiting = deeds.some(({ state }) => state !== 'refused')
  return (
    <View className="kept-deeds" {...aria({ role: 'region', label: '存在手机里的' })}>
      {deeds.map((deed) => (
        <DeedCard key={deed.id} deed={deed} isHere={issueId !== undefined} onDrop={() => void drop(deed)} />
      ))}
      {isWaiting && <View className="kept-deeds-note">联网后自动提交；时间以提交成功的时刻为准。</View>}
      {dialog}
    </View>
  )
}

const sendNow = async (id: string) => {
  try {
    await sendDeed(id)
    toast('已提交')
  } catch (error) {
    toast(error instanceof CallError ? error.message : '没有提交成功，已为您保存')
  }
}

const openAgain = ({ id, issue }: Deed, isHere: boolean): void => {
  const url = `/packages/resident/issue/index?id=${issue.id}&deed=${id}`
  void (isHere ? Taro.redirectTo({ url }) : Taro.navigateTo({ url }))
}

function DeedCard({ deed, isHere, onDrop }: { deed: Deed; isHere: boolean; onDrop: () => void }) {
  const { issue, act, words, photos, state, problem } = deed
  const isRefused = state === 'refused'
  const said = words.text ?? words.sentence ?? words.reason
  const name = `${actWords(act)} · ${issue.className} ${issue.code}`
  return (
    <View className={`kept-deed ${isRefused ? 'is-refused' : ''}`}>
      <View className="kept-deed-head">
        <Icon name={isRefused ? 'warning' : 'offline'} className="kept-deed-icon" />
        <Text>{isRefused ? '这一步没有办成' : `${clockWords(toInstant(deed.updatedAt))} 存在手机里，还没提交`}</Text>
      </View>
      <View className="kept-deed-name">{name}</View>
      {said && <View className="kept-deed-words">{said}</View>}
      {photos.length > 0 && <View className="kept-deed-words">{`照片 ${photos.length} 张`}</View>}
      {isRefused && <View className="kept-deed-why">{problem?.message}</View>}
      <View className="kept-deed-actions">
        <Button size="small" tone="ghost" label={`删除：${name}`} onPress={onDrop}>
          删除
        </Button>
        {isRefused ? (
          <Button size="small" icon="edit" label={`打开修改：${name}`} onPress={() => openAgain(deed, isHere)}>
            {act === 'start' ? '打开看看' : '打开修改'}
          </Button>
        ) : (
          <Button
            size="small"
            icon="send"
            loading={state === 'sending'}
            loadingText="正在提交…"
            label={`现在提交：${name}`}
            onPress={() => void sendNow(deed.id)}
          >
            现在提交
          </Button>
        )}
      </View>
    </View>
  )
}
