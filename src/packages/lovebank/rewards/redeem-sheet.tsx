import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { useCapability, useCommand } from '@/client/hooks'
import { Submit } from '@/features/forms/submit'
import { dateWords, momentWords } from '@/features/issues/time-words'
import { hoursWords, limitWords, payerNames, pointsWords } from '@/features/lovebank/words'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { dayOf } from '@/shared/kernel/time'
import { Banner, Facts } from '@/ui/card'
import { Choice } from '@/ui/choice'
import { PhotoGrid } from '@/ui/photo-grid'
import { Sheet } from '@/ui/sheet'
import { ErrorState, Loading } from '@/ui/states'
import { toast } from '@/ui/toast'

type Reward = OutputOf<ContractOf<'redemptions.getReward'>>
type Payer = Reward['accounts'][number]['payer']

/** Why it cannot be had just now; undefined when it can. */
const reasonAgainst = (reward: Reward, payer: Payer): string | undefined => {
  const account = reward.accounts.find((one) => one.payer === payer)
  if (reward.stock === 0) return '已兑完'
  if (reward.limitLeft === 0) return '您能兑换的份数已经兑完了'
  if (account?.isSuspended) return '这个账户暂停中'
  return account?.isEnough ? undefined : '可用积分不够'
}

/** One reward in full, and the way to set it aside; what would be lost by not fetching it is said before. */
export function RedeemSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const query = useCapability('redemptions.getReward', { id })
  const command = useCommand('redemptions.redeemReward')
  const [picked, setPicked] = useState<Payer | null>(null)
  const reward = query.data
  const payer = picked ?? reward?.accounts.find(({ isEnough }) => isEnough)?.payer ?? 'person'
  const redeem = ({ price }: Reward) =>
    command.mutate(
      { id, payer, price },
      {
        onSuccess: (redemption) => {
          toast(`已预留，请在${dateWords(dayOf(redemption.endsAt), dayOf(redemption.heldAt))}前来领取`)
          onClose()
          void Taro.navigateTo({ url: `/packages/lovebank/redemption/index?id=${redemption.id}` })
        },
      },
    )
  const reason = reward && reasonAgainst(reward, payer)
  return (
    <Sheet
      open
      title={reward?.name ?? '兑换品'}
      onClose={onClose}
      actions={
        reward && (
          <Submit
            words={`兑换，用 ${pointsWords(reward.price)}`}
            busy={command.isPending}
            problem={command.error?.message}
            disabled={reason !== undefined}
            reason={reason}
            onPress={() => redeem(reward)}
          />
        )
      }
    >
      {query.isPending && <Loading shape="card" />}
      {query.error && <ErrorState message={query.error.message} onRetry={() => void query.refetch()} />}
      {reward && <About reward={reward} payer={payer} onPick={setPicked} />}
    </Sheet>
  )
}

function About({ reward, payer, onPick }: { reward: Reward; payer: Payer; onPick: (payer: Payer) => void }) {
  const { photos, words, centre, limit, limitLeft, accounts, endsAt, now } = reward
  const today = dayOf(now)
  const ending = accounts.find((one) => one.payer === payer)?.ending ?? []
  return (
    <View>
      {photos.length > 0 && <PhotoGrid photos={photos.map(({ url }) => ({ id: url, src: url }))} />}
      <View className="reward-words">{words}</View>
      <Facts
        items={[
          { label: '还剩', value: reward.stock === 0 ? '已兑完' : `${reward.stock} 份` },
          ...(limit ? [{ label: '限量', value: `${limitWords(limit)}，您还可兑 ${limitLeft ?? 0} 份` }] : []),
          { label: '在哪领', value: `${centre.name}，${centre.place}` },
          { label: '开放', value: `${hoursWords(centre.hours)}${centre.isOpen ? '，现在开放' : ''}` },
          { label: '领取期限', value: `${momentWords(endsAt, now)} 前` },
        ]}
      />
      <Choice
        label="用哪个账户"
        layout="list"
        options={accounts.map((one) => ({
          value: one.payer,
          label: payerNames[one.payer],
          note: `可用 ${pointsWords(one.available)}`,
        }))}
        value={payer}
        onChange={onPick}
      />
      {ending.length > 0 && (
        <Banner tone="warn" title="有积分快到期">
          {`${ending.map((lot) => `${pointsWords(lot.halfPoints)} 在${dateWords(lot.expiresOn, today)}到期`).join('，')}。兑换后请尽早领取：到期以后再取消，这部分积分退不回来。`}
        </Banner>
      )}
    </View>
  )
}
