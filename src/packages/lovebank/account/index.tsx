import Taro from '@tarojs/taro'
import { useState } from 'react'
import { useCapability, usePages } from '@/client/hooks'
import { Balance } from '@/features/lovebank/balance'
import { EntryCell } from '@/features/lovebank/entry-cell'
import { ListEnd, useListGestures } from '@/features/paging/list-end'
import { pageState } from '@/features/paging/page-state'
import { dayOf, toInstant } from '@/shared/kernel/time'
import { Cell, CellGroup } from '@/ui/cell'
import { Page, Section } from '@/ui/page'
import { Segmented } from '@/ui/segmented'
import { Empty, Loading } from '@/ui/states'

type Kind = 'person' | 'family'

const items = [
  { value: 'person', label: '我的' },
  { value: 'family', label: '家庭账户' },
] as const

const open = (page: string) => () => void Taro.navigateTo({ url: `/packages/lovebank/${page}/index` })

/** What I have in the love bank, and why: balance, what ends when, and every line behind it; the family's beside mine. */
export default function AccountPage() {
  const [kind, setKind] = useState<Kind>('person')
  const query = useCapability('lovebank.getMyAccount', {})
  const pages = usePages('lovebank.listStatement', { kind })
  useListGestures(pages, query.refetch)
  const accounts = query.data?.accounts ?? []
  const account = accounts.find((one) => one.kind === kind)
  const entries = pages.data?.pages.flatMap((page) => page.entries) ?? []
  const now = toInstant(Date.now())
  return (
    <Page title="我的积分" skeleton="card" {...pageState(query)}>
      {accounts.length > 1 && <Segmented label="看哪个账户" items={items} value={kind} onChange={setKind} />}
      {account && <Balance account={account} today={dayOf(now)} />}
      <CellGroup>
        <Cell icon="gift" title="积分兑换" note="看看能换什么" onPress={open('rewards')} />
        <Cell icon="list" title="我的兑换" note="领取码、领取期限" onPress={open('redemptions')} />
        <Cell icon="report" title="志愿服务证明" note="开证明、核验证明" onPress={open('certificates')} />
        <Cell icon="team" title="志愿排行榜" note="愿意显示的人才上榜" onPress={open('ranking')} />
      </CellGroup>
      <Section title="明细">
        {pages.isPending && <Loading shape="list" />}
        {pages.data && entries.length === 0 && (
          <Empty
            title="还没有积分"
            words={kind === 'family' ? '孩子和家长一起参加活动，积分记在家庭账户。' : '参加志愿服务，按时长记积分。'}
          />
        )}
        {entries.length > 0 && (
          <CellGroup>
            {entries.map((entry) => (
              <EntryCell key={entry.id} entry={entry} now={now} />
            ))}
          </CellGroup>
        )}
        <ListEnd pages={pages} />
      </Section>
    </Page>
  )
}
