import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useCapability, usePages } from '@/client/hooks'
import { IssueCard } from '@/features/issues/issue-card'
import { openIssue } from '@/features/issues/open-issue'
import { ListEnd, useListGestures } from '@/features/paging/list-end'
import { pageState } from '@/features/paging/page-state'
import { totalWords } from '@/shared/kernel/counted'
import { dayOf } from '@/shared/kernel/time'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button'
import { Pressable } from '@/ui/pressable'
import { Icon } from '@/ui/icon'
import { Empty, ErrorState, Loading, OfflineBar } from '@/ui/states'
import { askedOf, firstFilter, wordsOf } from './book-filter'
import { BookExport } from './book-export'
import { FilterSheet } from './filter-sheet'
import { MergeBar } from './merge-bar'
import { canPrint, printPage } from '@/ui/print'

type Open = 'filter' | 'export' | null

/** The book (台账) of what was reported: narrowed, counted, taken away, printed; rows of one class merged. */
export function Book({ mayMerge }: { mayMerge: boolean }) {
  const today = dayOf(Date.now())
  const [filter, setFilter] = useState(() => firstFilter(today))
  const [open, setOpen] = useState<Open>(null)
  const [chosen, setChosen] = useState<readonly string[] | null>(null)
  const asked = askedOf(filter)
  const grids = useCapability('organization.listGrids', {}, { staleMinutes: 60 }).data?.grids ?? []
  const pages = usePages('issues.listDesk', { filter: asked })
  useListGestures(pages)
  const { loading, error, offline, onRetry } = pageState(pages)
  const read = pages.data?.pages ?? []
  const counted = { count: read[0]?.total ?? 0, isMore: read[0]?.isTotalMore ?? false }
  const total = counted.count
  const issues = read.flatMap((page) => page.issues)
  const toggle = (id: string) =>
    setChosen((now) => now && (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]))
  return (
    <View>
      {offline && <OfflineBar />}
      <View className="book-head">
        <View className="book-words" {...aria({ role: 'status' })}>
          <Text className="book-total">{loading ? '正在数…' : totalWords(counted)}</Text>
          <View>{wordsOf(filter, grids.find(({ id }) => id === filter.gridId)?.name)}</View>
        </View>
        <View className="book-tools">
          <Button size="small" tone="secondary" icon="filter" onPress={() => setOpen('filter')}>
            筛选
          </Button>
          {total > 0 && (
            <Button size="small" tone="secondary" icon="list" onPress={() => setOpen('export')}>
              导出
            </Button>
          )}
          {canPrint && total > 0 && (
            <Button size="small" tone="ghost" onPress={printPage}>
              打印
            </Button>
          )}
          {mayMerge && total > 1 && chosen === null && (
            <Button size="small" tone="ghost" icon="swap" onPress={() => setChosen([])}>
              合并
            </Button>
          )}
        </View>
      </View>
      {(issues.length < total || counted.isMore) && (
        <View className="book-print-note">{`这里打印了前 ${issues.length} 件，全部请用“导出”。`}</View>
      )}
      {loading && <Loading shape="card" />}
      {error && <ErrorState message={error.message} onRetry={onRetry} />}
      {!loading && !error && issues.length === 0 && <Empty title="没有符合的事项" words="换一段日期，或者放宽筛选。" />}
      {issues.map((issue) => {
        const card = { issue, now: read[0]!.now, note: `${issue.ownerName}负责` }
        if (chosen === null) return <IssueCard key={issue.id} {...card} onPress={() => openIssue(issue.id)} />
        const isChosen = chosen.includes(issue.id)
        return (
          <Pressable
            key={issue.id}
            className={`book-pick ${isChosen ? 'is-chosen' : ''}`}
            role="checkbox"
            checked={isChosen}
            label={`${issue.className}，${issue.placeLabel}，编号 ${issue.code}`}
            onPress={() => toggle(issue.id)}
          >
            <View className="book-pick-mark" {...aria({ hidden: true })}>
              {isChosen && <Icon name="check" />}
            </View>
            <View className="book-pick-card">
              <IssueCard {...card} />
            </View>
          </Pressable>
        )
      })}
      <ListEnd pages={pages} />
      {chosen && <MergeBar chosen={issues.filter(({ id }) => chosen.includes(id))} onEnd={() => setChosen(null)} />}
      {open === 'filter' && (
        <FilterSheet filter={filter} today={today} grids={grids} onChange={setFilter} onClose={() => setOpen(null)} />
      )}
      {open === 'export' && <BookExport filter={asked} counted={counted} onClose={() => setOpen(null)} />}
    </View>
  )
}
