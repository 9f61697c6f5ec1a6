import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { usePages } from '@/client/hooks'
import { PrivacyAsk } from '@/features/privacy/privacy-ask'
import { pointsWords } from '@/features/lovebank/words'
import { ListEnd, useListGestures } from '@/features/paging/list-end'
import { pageState } from '@/features/paging/page-state'
import { Button } from '@/ui/button'
import { Cell, CellGroup } from '@/ui/cell'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/states'
import { CountSheet } from './count-sheet'
import { ManageSheet } from './manage-sheet'
import { RewardForm } from './reward-form'
import type { Managed } from './managed'
import './index.scss'

const unnamed = { error: { message: '这个地址没有说明是哪个服务中心，请从“兑换发放”里打开' } }

type Open = { what: 'add' } | { what: 'manage' | 'edit' | 'count'; id: string } | null

/** What a centre has on its shelf: add, change, take off, count. */
export default function RewardsPage() {
  const { centreId = '' } = useRouter().params
  const [open, setOpen] = useState<Open>(null)
  const pages = usePages('redemptions.listManagedRewards', { centreId }, { enabled: centreId !== '' })
  useListGestures(pages)
  const read = pages.data?.pages ?? []
  const [first] = read
  const rewards = read.flatMap((page) => page.rewards)
  const chosen = open && 'id' in open ? rewards.find(({ id }) => id === open.id) : undefined
  const close = () => setOpen(null)
  return (
    <Page title="兑换品和库存" lead={first?.centreName} skeleton="list" {...(centreId ? pageState(pages) : unnamed)}>
      {first?.mayManage && (
        <View className="shelf-add">
          <Button block icon="plus" onPress={() => setOpen({ what: 'add' })}>
            上架一件
          </Button>
        </View>
      )}
      {first && rewards.length === 0 && <Empty title="架上还没有东西" words="上架以后，居民就能用积分兑换。" />}
      <View>
        {groupsOf(rewards).map(({ title, rows }) => (
          <CellGroup key={title} title={title}>
            {rows.map((reward) => (
              <RewardCell
                key={reward.id}
                reward={reward}
                onPress={first?.mayManage ? () => setOpen({ what: 'manage', id: reward.id }) : undefined}
              />
            ))}
          </CellGroup>
        ))}
      </View>
      <ListEnd pages={pages} />
      {open?.what === 'add' && <RewardForm centreId={centreId} reward={null} onClose={close} />}
      {open?.what === 'manage' && chosen && (
        <ManageSheet
          reward={chosen}
          onEdit={() => setOpen({ what: 'edit', id: chosen.id })}
          onCount={() => setOpen({ what: 'count', id: chosen.id })}
          onClose={close}
        />
      )}
      {open?.what === 'edit' && chosen && <RewardForm centreId={centreId} reward={chosen} onClose={close} />}
      {open?.what === 'count' && chosen && <CountSheet reward={chosen} onClose={close} />}
      <PrivacyAsk />
    </Page>
  )
}

const groupsOf = (rewards: readonly Managed[]) =>
  [
    { title: '在架', rows: rewards.filter(({ isOffered }) => isOffered) },
    { title: '已下架', rows: rewards.filter(({ isOffered }) => !isOffered) },
  ].filter(({ rows }) => rows.length > 0)

function RewardCell({ reward, onPress }: { reward: Managed; onPress: (() => void) | undefined }) {
  const { name, price, stock, held, isLow } = reward
  const left = stock === 0 ? '已兑完' : `可兑 ${stock} 份`
  return (
    <Cell
      icon={isLow ? 'warning' : 'gift'}
      tone={isLow ? 'warn' : 'primary'}
      title={name}
      note={[pointsWords(price), left, held > 0 && `预留 ${held} 份`, isLow && '不到十分之一']
        .filter(Boolean)
        .join(' · ')}
      {...(onPress ? { onPress } : {})}
    />
  )
}
