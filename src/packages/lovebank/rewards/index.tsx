import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { useCapability, usePages } from '@/client/hooks'
import { pointsWords } from '@/features/lovebank/words'
import { ListEnd, useListGestures } from '@/features/paging/list-end'
import { pageState } from '@/features/paging/page-state'
import { Cell, CellGroup } from '@/ui/cell'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/states'
import { RedeemSheet } from './redeem-sheet'
import { RewardCard } from './reward-card'
import './index.scss'

const openMine = () => void Taro.navigateTo({ url: '/packages/lovebank/redemptions/index' })

/** What can be had for points, and what I have. */
export default function RewardsPage() {
  const [chosen, setChosen] = useState<string | null>(null)
  const account = useCapability('lovebank.getMyAccount', {}).data
  const pages = usePages('redemptions.listRewards', {})
  useListGestures(pages)
  const rewards = pages.data?.pages.flatMap((page) => page.rewards) ?? []
  const own = account?.accounts.find(({ kind }) => kind === 'person')
  const family = account?.accounts.find(({ kind }) => kind === 'family')
  const most = Math.max(...(account?.accounts.map(({ available }) => available) ?? [0]))
  const have = [
    own && `我有 ${pointsWords(own.available)}`,
    family && family.available > 0 && `家庭账户 ${pointsWords(family.available)}`,
  ]
  return (
    <Page title="积分兑换" lead={have.filter(Boolean).join('，')} skeleton="card" {...pageState(pages)}>
      <CellGroup>
        <Cell icon="list" title="我的兑换" note="领取码、领取期限" onPress={openMine} />
      </CellGroup>
      {pages.data && rewards.length === 0 && (
        <Empty title="现在没有可以兑换的" words="服务中心上架后，这里就能看到。" />
      )}
      <View className="rewards">
        {rewards.map((reward) => (
          <RewardCard
            key={reward.id}
            reward={reward}
            isEnough={!account || most >= reward.price}
            onPress={() => setChosen(reward.id)}
          />
        ))}
      </View>
      <ListEnd pages={pages} />
      {chosen && <RedeemSheet key={chosen} id={chosen} onClose={() => setChosen(null)} />}
    </Page>
  )
}
