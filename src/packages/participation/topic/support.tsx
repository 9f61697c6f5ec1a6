import { View } from '@tarojs/components'
import { useCommand } from '@/client/hooks'
import type { TopicDetail } from '@/features/consultations/words'
import type { Ask } from '@/features/issues/joint/ask'
import { Button } from '@/ui/button'
import { toast } from '@/ui/toast'
import { withdrawAsk } from './asks'

/** Standing behind a topic, or taking one's own back. */
export function Support({ topic, onAsk }: { topic: TopicDetail; onAsk: (ask: Ask) => void }) {
  const command = useCommand('consultations.setSupport')
  const { id, can, isSupported, supports } = topic
  const count = supports > 0 ? `（${supports}）` : ''
  const press = () =>
    command.mutate(
      { id, isOn: !isSupported },
      {
        onSuccess: () => toast(isSupported ? '已取消附议' : '已附议，有进展会通知您'),
        onError: (error) => toast(error.message),
      },
    )
  if (!can.support && !can.withdraw) return null
  return (
    <View className="topic-support">
      {can.support && (
        <Button
          icon={isSupported ? 'check' : 'heart'}
          tone={isSupported ? 'secondary' : 'primary'}
          loading={command.isPending}
          onPress={press}
        >
          {isSupported ? `已附议${count}` : `附议${count}`}
        </Button>
      )}
      {can.withdraw && (
        <Button tone="ghost" onPress={() => onAsk(withdrawAsk(id))}>
          撤回议题
        </Button>
      )}
    </View>
  )
}
