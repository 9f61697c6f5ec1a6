import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommand } from '@/client/hooks'
import { problemOf } from '@/features/forms/problem'
import { Submit } from '@/features/forms/submit'
import { pointsWords } from '@/features/lovebank/words'
import { Choice } from '@/ui/choice'
import { Field } from '@/ui/field'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'

type Props = {
  handout: { id: string; rewardName: string; halfPoints: number; maskedName: string }
  onClose: () => void
}

const brought = [
  { value: 'back', label: '拿回来了', note: '库存加回一份' },
  { value: 'gone', label: '没有拿回来', note: '只退积分' },
] as const

/** Mends a handing over: why, and whether the goods are back on the shelf. */
export function ReturnSheet({ handout, onClose }: Props) {
  const [reason, setReason] = useState('')
  const [goods, setGoods] = useState<'back' | 'gone' | null>(null)
  const command = useCommand('redemptions.returnRedemption')
  const isReady = reason.trim() !== '' && goods !== null
  const send = () =>
    command.mutate(
      { id: handout.id, reason, isBack: goods === 'back' },
      {
        onSuccess: () => {
          toast('已更正，对方会收到通知')
          onClose()
        },
      },
    )
  return (
    <Sheet
      open
      title={`更正：${handout.rewardName}`}
      onClose={onClose}
      actions={
        <Submit
          words={`退回 ${pointsWords(handout.halfPoints)}`}
          busy={command.isPending}
          problem={problemOf(command.error)}
          disabled={!isReady}
          reason="请写明原因，并选择物品有没有拿回来"
          onPress={send}
        />
      }
    >
      <View>
        <Choice label="物品" required layout="list" options={brought} value={goods} onChange={setGoods} />
        <Field
          label="原因"
          kind="lines"
          required
          maxLength={200}
          placeholder="例如：拿错了尺寸，当场换回"
          value={reason}
          error={command.error?.fields.reason}
          onChange={setReason}
        />
      </View>
    </Sheet>
  )
}
