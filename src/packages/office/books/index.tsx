import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { Text, View } from '@tarojs/components'
import { pointsText } from '@/shared/kernel/points'
import { useCapability } from '@/client/hooks'
import { pageState } from '@/features/paging/page-state'
import { Banner, Card } from '@/ui/card'
import { Cell, CellGroup } from '@/ui/cell'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/states'
import './index.scss'

const points = (halfPoints: number): string => `${pointsText(halfPoints)} 分`

/** What the nights have found of the points ledger (积分总账): whether it holds, what it comes to, and how it moves. */
export default function Books() {
  const query = useCapability('lovebank.getBooks', {})
  usePullDownRefresh(() => void query.refetch().finally(() => Taro.stopPullDownRefresh()))
  const last = query.data?.last
  const days = query.data?.days ?? []
  return (
    <Page
      title="积分总账"
      lead="每天从第一笔开始逐笔重算一遍，和每个人的余额对上才算相符。"
      skeleton="card"
      {...pageState(query)}
      empty={query.data?.last === null && <Empty title="还没有核对过" words="今晚会第一次核对，明天再来看。" />}
    >
      {last?.state === 'broken' && (
        <Banner tone="warn" title="账目有差异，已停止核对">
          {`${last.problem ?? ''}。系统不会自动改账，请管理员核实后冲正或更正。`}
        </Banner>
      )}
      {last && (
        <>
          <Card
            title={`${last.day} 核对${last.state === 'sound' ? '相符' : last.state === 'running' ? '中' : '有差异'}`}
          >
            <View className="books-sum">
              <Text>{points(last.outstanding)}</Text>
              <View className="books-note">居民手里还没用的积分</View>
            </View>
            <View className="books-note">{`${last.accounts} 个账户，${last.transfers} 笔`}</View>
          </Card>
          <CellGroup title="从开始到现在" note="发放 + 更正 − 兑换 − 到期 = 未用">
            <Cell title="发放" value={points(last.issued)} note="冲正的已扣除" />
            <Cell title="更正" value={points(last.adjusted)} />
            <Cell title="兑换" value={points(last.captured)} />
            <Cell title="到期" value={points(last.expired)} />
          </CellGroup>
          <Card title="总账摘要">
            <Text className="books-head">{last.head}</Text>
            <View className="books-note">抄下这串字符：以前的账只要改过一笔，重算出来就对不上它。</View>
          </Card>
        </>
      )}
      {days.length > 0 && (
        <CellGroup title="每天的变化">
          {days.map(({ day, issued, adjusted, captured, expired, outstanding }) => (
            <Cell
              key={day}
              title={day}
              value={points(outstanding)}
              note={`发放 ${pointsText(issued)} · 更正 ${pointsText(adjusted)} · 兑换 ${pointsText(captured)} · 到期 ${pointsText(expired)}`}
            />
          ))}
        </CellGroup>
      )}
    </Page>
  )
}
