import Taro from '@tarojs/taro'
import { usePages } from '@/client/hooks'
import { dueWords, momentWords } from '@/features/issues/time-words'
import { payerNames, pointsWords, stateWords } from '@/features/lovebank/words'
import { ListEnd, useListGestures } from '@/features/paging/list-end'
import { pageState } from '@/features/paging/page-state'
import { Cell, CellGroup } from '@/ui/cell'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/states'

const open = (id: string) => void Taro.navigateTo({ url: `/packages/lovebank/redemption/index?id=${id}` })
const openRewards = () => void Taro.navigateTo({ url: '/packages/lovebank/rewards/index' })

/** What my family and I have set aside and fetched. */
export default function RedemptionsPage() {
  const pages = usePages('redemptions.listMyRedemptions', {})
  useListGestures(pages)
  const read = pages.data?.pages ?? []
  const rows = read.flatMap((page) => page.redemptions)
  const now = read[0]?.now ?? ''
  return (
    <Page title="我的兑换" skeleton="list" {...pageState(pages)}>
      {pages.data && rows.length === 0 && (
        <Empty
          title="还没有兑换过"
          words="参加志愿服务得积分，积分可以兑换日用品。"
          action={{ text: '看看能换什么', onPress: openRewards }}
        />
      )}
      {rows.length > 0 && (
        <CellGroup>
          {rows.map((row) => (
            <Cell
              key={row.id}
              icon="gift"
              tone={row.state === 'held' ? 'warn' : 'neutral'}
              title={row.rewardName}
              note={[
                row.state === 'held'
                  ? `${dueWords(row.endsAt, now)}领取`
                  : momentWords(row.capturedAt ?? row.heldAt, now),
                pointsWords(row.halfPoints),
                row.payer === 'family' && payerNames.family,
              ]
                .filter(Boolean)
                .join(' · ')}
              value={stateWords(row)}
              onPress={() => open(row.id)}
            />
          ))}
        </CellGroup>
      )}
      <ListEnd pages={pages} />
    </Page>
  )
}
