import { View } from '@tarojs/components'
import { useCommand } from '@/client/hooks'
import { Submit } from '@/features/forms/submit'
import { payerNames, pointsWords } from '@/features/lovebank/words'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { Facts } from '@/ui/card'
import { Picture } from '@/ui/picture'
import { Sheet } from '@/ui/sheet'
import { toast } from '@/ui/toast'

type Props = {
  code: string
  handout: OutputOf<ContractOf<'redemptions.findRedemption'>>
  onClose: () => void
}

/** What to hand over, large, before it is confirmed. */
export function HandOver({ code, handout, onClose }: Props) {
  const command = useCommand('redemptions.captureRedemption')
  const { rewardName, halfPoints, photoUrl, maskedName, payer } = handout
  const confirm = () =>
    command.mutate(
      { code },
      {
        onSuccess: () => {
          toast(`已发放：${rewardName}`)
          onClose()
        },
      },
    )
  return (
    <Sheet
      open
      title={`发放：${rewardName}`}
      onClose={onClose}
      actions={<Submit words="确认发放" busy={command.isPending} problem={command.error?.message} onPress={confirm} />}
    >
      <View>
        {photoUrl && <Picture src={photoUrl} label={rewardName} className="counter-picture" />}
        <Facts
          items={[
            { label: '领取人', value: maskedName },
            { label: '账户', value: payer === 'family' ? payerNames.family : '个人账户' },
            { label: '积分', value: pointsWords(halfPoints) },
          ]}
        />
      </View>
    </Sheet>
  )
}
