import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { usePages } from '@/client/hooks'
import { AdoptionCell } from '@/features/issues/adoption-cell'
import { ListEnd, useListGestures } from '@/features/paging/list-end'
import { pageState } from '@/features/paging/page-state'
import { dayOf } from '@/shared/kernel/time'
import { Button } from '@/ui/button'
import { CellGroup } from '@/ui/cell'
import { Page } from '@/ui/page'
import { Segmented } from '@/ui/segmented'
import { Empty } from '@/ui/states'

const items = [
  { value: 'active', label: '认养中' },
  { value: 'lapsed', label: '交回社区' },
  { value: 'ended', label: '已终止' },
] as const
type State = (typeof items)[number]['value']

const emptyWords: Record<State, { title: string; words: string }> = {
  active: { title: '还没有认养的绿地', words: '想认养家门口的绿地，请联系社区。' },
  lapsed: { title: '没有交回社区的', words: '到期或连续两次没有养护的，会交回社区照看。' },
  ended: { title: '没有终止的', words: '终止的认养会留在这里。' },
}

/** The register of adopted plots, for everybody. */
export default function AdoptionsPage() {
  const [state, setState] = useState<State>('active')
  const pages = usePages('issues.listAdoptions', { state })
  useListGestures(pages)
  const read = pages.data?.pages ?? []
  const rows = read.flatMap(({ adoptions }) => adoptions)
  const today = dayOf(read[0]?.now ?? 0)
  return (
    <Page title="绿地认养" lead="哪块绿地由谁照看，多久一次，到哪天。" skeleton="list" {...pageState(pages)}>
      <Segmented label="看哪些认养" items={items} value={state} onChange={setState} sticky />
      {pages.data && rows.length === 0 && <Empty mascot="xinbao" {...emptyWords[state]} />}
      {rows.length > 0 && (
        <CellGroup>
          {rows.map((row) => (
            <AdoptionCell key={row.id} row={row} today={today} />
          ))}
        </CellGroup>
      )}
      <ListEnd pages={pages} />
      {read[0]?.canAdd && (
        <View>
          <Button
            block
            tone="secondary"
            icon="plus"
            onPress={() => void Taro.navigateTo({ url: '/packages/office/adopt/index' })}
          >
            登记认养
          </Button>
        </View>
      )}
    </Page>
  )
}
