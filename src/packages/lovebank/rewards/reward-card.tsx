import { View } from '@tarojs/components'
import { pointsWords } from '@/features/lovebank/words'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { Icon } from '@/ui/icon'
import { Picture } from '@/ui/picture'
import { Pressable } from '@/ui/pressable'

type Reward = OutputOf<ContractOf<'redemptions.listRewards'>>['rewards'][number]
type Props = { reward: Reward; isEnough: boolean; onPress: () => void }

const stockWords = ({ stock }: Reward, isEnough: boolean): string => {
  if (stock === 0) return '已兑完'
  return isEnough ? `还剩 ${stock} 份` : `还剩 ${stock} 份，积分不够`
}

/** One thing on offer: its picture, its price, and whether there is any left. */
export function RewardCard({ reward, isEnough, onPress }: Props) {
  const left = stockWords(reward, isEnough)
  return (
    <Pressable
      className={`reward ${reward.stock === 0 ? 'is-gone' : ''}`}
      label={`${reward.name}，${pointsWords(reward.price)}，${left}`}
      onPress={onPress}
    >
      <View className="reward-picture">
        {reward.photoUrl ? <Picture src={reward.photoUrl} label="" className="reward-image" /> : <Icon name="gift" />}
      </View>
      <View className="reward-name">{reward.name}</View>
      <View className="reward-price">{pointsWords(reward.price)}</View>
      <View className="reward-left">{left}</View>
    </Pressable>
  )
}
