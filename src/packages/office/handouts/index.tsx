import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { usePages } from '@/client/hooks'
import { clockWords, dateWords } from '@/features/issues/time-words'
import { pointsWords } from '@/features/lovebank/words'
import { ListEnd, useListGestures } from '@/features/paging/list-end'
import { pageState } from '@/features/paging/page-state'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { addDays, dayOf } from '@/shared/kernel/time'
import { Button } from '@/ui/button'
import { Cell, CellGroup } from '@/ui/cell'
import { DayField } from '@/ui/day-field'
import { Page } from '@/ui/page'
import { canPrint, printPage } from '@/ui/print'
import { Empty } from '@/ui/states'
import { Refusals } from './refusals'
import { ReturnSheet } from './return-sheet'
import './index.scss'

type Day = OutputOf<ContractOf<'redemptions.listHandouts'>>
type Handout = Day['handouts'][number]

/** How far back a clerk looks. */
const daysBack = 365
const unnamed = { error: { message: '这个地址没有说明是哪个服务中心，请从“兑换发放”里打开' } }

/** The clerk's day: what went over the counter, what it adds up to, and the way to mend one. */
export default function HandoutsPage() {
  const { centreId = '' } = useRouter().params
  const today = dayOf(Date.now())
  const [day, setDay] = useState(today)
  const [mended, setMended] = useState<Handout | null>(null)
  const pages = usePages('redemptions.listHandouts', { centreId, day }, { enabled: centreId !== '' })
  useListGestures(pages)
  const read = pages.data?.pages ?? []
  const [first] = read
  const rows = read.flatMap(({ handouts }) => handouts)
  return (
    <Page title="发放记录" lead={first?.centreName} skeleton="list" {...(centreId ? pageState(pages) : unnamed)}>
      <View className="handouts-tools">
        <DayField
          label="哪一天"
          value={day}
          from={addDays(today, -daysBack)}
          to={today}
          said={dateWords(day, today)}
          onChange={setDay}
        />
        {canPrint && rows.length > 0 && (
          <Button size="small" tone="secondary" onPress={printPage}>
            打印
          </Button>
        )}
      </View>
      {first && rows.length === 0 && <Empty title="这一天没有发放" words="发放以后，这里能查到每一笔。" />}
      {first && first.totals.length > 0 && <Totals totals={first.totals} day={day} />}
      {rows.length > 0 && (
        <View className="handouts-day">
          <CellGroup title="逐笔">
            {rows.map((row) => (
              <HandoutCell key={row.id} row={row} onMend={() => setMended(row)} />
            ))}
          </CellGroup>
        </View>
      )}
      <ListEnd pages={pages} />
      <Refusals />
      {mended && <ReturnSheet key={mended.id} handout={mended} onClose={() => setMended(null)} />}
    </Page>
  )
}

function Totals({ totals, day }: { totals: Day['totals']; day: string }) {
  const count = totals.reduce((sum, one) => sum + one.count, 0)
  const halfPoints = totals.reduce((sum, one) => sum + one.halfPoints, 0)
  return (
    <CellGroup title={`${day} 合计 ${count} 份，${pointsWords(halfPoints)}`}>
      {totals.map((one) => (
        <Cell key={one.rewardName} title={one.rewardName} value={`${one.count} 份，${pointsWords(one.halfPoints)}`} />
      ))}
    </CellGroup>
  )
}

function HandoutCell({ row, onMend }: { row: Handout; onMend: () => void }) {
  const note = [
    clockWords(row.capturedAt),
    row.maskedName,
    pointsWords(row.halfPoints),
    `${row.clerkName}发放`,
    row.returnedFor !== null && `已更正：${row.returnedFor}`,
  ]
  return (
    <Cell
      title={row.rewardName}
      note={note.filter(Boolean).join(' · ')}
      {...(row.canReturn ? { value: <View className="handouts-mend">更正</View>, onPress: onMend } : {})}
    />
  )
}
