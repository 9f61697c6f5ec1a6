import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useState } from 'react'
import { monthWords } from '@/shared/kernel/months'
import { dayOf } from '@/shared/kernel/time'
import { useCapability } from '@/client/hooks'
import { useMe } from '@/client/me'
import { pageState } from '@/features/paging/page-state'
import { Button } from '@/ui/button'
import { Choice } from '@/ui/choice'
import { Page, Section } from '@/ui/page'
import { Segmented } from '@/ui/segmented'
import { Empty } from '@/ui/states'
import { Drawn } from './drawn'
import { RateCard } from './rate-card'
import { RateRows } from './rate-rows'
import { definitions, rateNames, spanOf, spans, type RateName, type Span } from './rates'
import './index.scss'

/** How things go: answered in time, solved, found good, and whether it lasted; every figure with what it is made of. */
export default function Rates() {
  const me = useMe()
  const [span, setSpan] = useState<Span>('quarter')
  const [gridId, setGridId] = useState<string | null>(null)
  const [rate, setRate] = useState<RateName>('response')
  const months = spanOf(span, me.data ? dayOf(me.data.now) : '2000-01-01')
  const query = useCapability(
    'insight.getRates',
    { ...months, ...(gridId ? { gridId } : {}) },
    { enabled: me.data !== undefined },
  )
  usePullDownRefresh(() => void query.refetch().finally(() => Taro.stopPullDownRefresh()))
  const found = query.data
  const [grid, setGridName] = useState('')
  const isNothing = found !== undefined && found.total.response.of + found.total.resolution.of === 0
  return (
    <Page
      title="办得怎么样"
      lead={gridId ? `只看${grid}。` : '全社区。数字从每件事的办理记录算出，几分钟更新一次。'}
      skeleton="card"
      {...pageState(me.data ? query : me)}
    >
      <Segmented label="时间" items={spans} value={span} onChange={setSpan} />
      {gridId && (
        <Button block tone="secondary" onPress={() => setGridId(null)}>
          看全社区
        </Button>
      )}
      {isNothing && <Empty title="这段时间还没有数字" words="有人上报、办结、评价以后，这里会算出来。" />}
      {found && !isNothing && (
        <>
          {rateNames.map((name) => (
            <RateCard key={name} rate={name} figures={found.total} />
          ))}
          <Section title="分开看">
            <Choice
              label="看哪个数"
              options={rateNames.map((value) => ({ value, label: definitions[value].name }))}
              value={rate}
              onChange={setRate}
            />
            <RateRows
              title="按月"
              rate={rate}
              rows={found.byMonth.map(({ month, figures }) => ({ key: month, name: monthWords(month), figures }))}
            />
            <RateRows
              title="按网格"
              rate={rate}
              rows={found.byGrid.map(({ gridId: of, name, figures }) => ({
                key: of ?? 'none',
                name,
                figures,
                ...(of
                  ? {
                      onPress: () => {
                        setGridName(name)
                        setGridId(of)
                      },
                    }
                  : {}),
              }))}
            />
            <RateRows
              title="按类别"
              rate={rate}
              rows={found.byGroup.map(({ group, name, figures }) => ({ key: group, name, figures }))}
            />
          </Section>
          <Drawn figures={found.total} />
        </>
      )}
    </Page>
  )
}
