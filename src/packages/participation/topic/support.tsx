import { View } from '@tarojs/components'
import { useCommand } from '@/client/hooks'
import type { TopicDetail } from '@/features/consultations/words'
import type { Ask } from '@/features/issues/joint/ask'
import { Button } from '@/ui/button'
import { useConfirm } from '@/ui/sheet'
import { toast } from '@/ui/toast'
import { withdrawAsk } from './asks'

/** Standing behind a topic, or taking one's own back. */
export function Support({ topic, onAsk }: { topic: TopicDetail; onAsk: (ask: Ask) => void }) {
  const command = useCommand('consultations.setSupport')
  const { id, can, isSupported, supports } = topic
  const count = supports > 0 ? `（${supports}）` : ''
  const [confirm, dialog] = useConfirm()
  const set = (isOn: boolean) =>
    command.mutate(
      { id, isOn },
      {
        onSuccess: () => toast(isOn ? '已附议，有进展会通知您' : '已取消附议'),
        onError: (error) => toast(error.message),
      },
    )
  // A finger that taps twice means it once: only taking it back is asked again.
  const press = async () => {
    if (!isSupported) return set(true)
    const words = '取消以后随时可以再附议。'
    if (await confirm({ title: '取消附议？', words, confirmText: '取消附议', cancelText: '留着' })) set(false)
  }
  if (!can.support && !can.withdraw) return null
  return (
    <View className="topic-support">
      {can.support && (
        <Button
          icon={isSupported ? 'check' : 'heart'}
          tone={isSupported ? 'secondary' : 'primary'}
          loading={command.isPending}
          onPress={() => void press()}
        >
          {isSupported ? `已附议${count}` : `附议${count}`}
        </Button>
      )}
      {can.withdraw && (
        <Button tone="ghost" onPress={() => onAsk(withdrawAsk(id))}>
          撤回议题
        </Button>
      )}
      {dialog}
    </View>
  )
}
