import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { deedsOf, useDeeds } from '@/client/deeds'
import { usePages } from '@/client/hooks'
import { actWords } from '@/features/issues/kept-deeds'
import { askedFirst } from '@/features/issues/time-words'
import { ListEnd, useListGestures } from '@/features/paging/list-end'
import { pageState } from '@/features/paging/page-state'
import type { IssueBrief } from '@/shared/contracts/issues/shapes'
import { aria } from '@/ui/aria'
import { Button } from '@/ui/button'
import { Banner } from '@/ui/card'
import { Empty, ErrorState, Loading, OfflineBar } from '@/ui/states'
import { everything, isNarrowed, narrowed } from './filter'
import { FilterBar } from './filter-bar'
import { groupByDue, groupNames } from './groups'
import { QueueRow } from './queue-row'
import { SelectBar } from './select-bar'
import { useSelection } from './use-selection'
import { emptyWords, type View as QueueView } from './views'

/** Whose it is; in one's own list, for whom it waits, or what lies on the phone for it. */
const noteFor = (issue: IssueBrief, view: QueueView, now: string, kept: string | undefined): string | undefined => {
  const { state, ownerName } = issue
  if (kept) return `已存：${kept}`
  if (view === 'verify' && issue.reporterUntil) return askedFirst(issue.reporterUntil, now)
  if (view !== 'mine') return `${ownerName}负责`
  return state === 'verifying' ? '等上报人确认' : undefined
}

/** How far a search reads on by itself. */
const searchedMax = 200
/** As many matches as fill a screen or two; then reading on is left to the reader. */
const enough = 20

/** One view of the queue, the most pressing first. The last answer stays in sight when the way to the server is cut. */
export function QueueList({ view, personId }: { view: QueueView; personId: string }) {
  const [filter, setFilter] = useState(everything)
  const selection = useSelection()
  const deeds = deedsOf(useDeeds(({ kept }) => kept))
  const pages = usePages('issues.listQueue', { view })
  useListGestures(pages)
  const read = pages.data?.pages ?? []
  const now = read[0]?.now ?? ''
  const issues = read.flatMap((page) => page.issues)
  const shown = narrowed(issues, filter)
  const isSearching = isNarrowed(filter)
  const readsOn =
    isSearching && pages.hasNextPage && !pages.isError && shown.length < enough && issues.length < searchedMax
  useEffect(() => {
    if (readsOn && !pages.isFetching) void pages.fetchNextPage()
  })
  const { loading, error, offline, onRetry } = pageState(pages)
  if (loading) return <Loading shape="card" />
  if (error) return <ErrorState message={error.message} onRetry={onRetry} />
  if (issues.length === 0 && !pages.hasNextPage) {
    return <Empty mascot="shengbao" title={emptyWords[view].title} words={emptyWords[view].words} />
  }
  return (
    <View>
      {offline && <OfflineBar />}
      {offline && view === 'mine' && !selection.isOn && (
        <Banner icon="offline">没有信号也能办：点“选择办理”，写好的会存在手机里，联网后自动提交。</Banner>
      )}
      <FilterBar filter={filter} found={shown.length} onChange={setFilter} />
      <View className="queue-tools">
        <View className="queue-found" {...aria({ role: 'status' })}>
          {isSearching && `在已读的 ${issues.length} 件里找到 ${shown.length} 件${readsOn ? '，还在往下找' : ''}`}
        </View>
        {view === 'mine' && !selection.isOn && (
          <Button size="small" tone="ghost" icon="check" onPress={selection.begin}>
            选择办理
          </Button>
        )}
      </View>
      {shown.length === 0 && !readsOn && (
        <Empty
          title="没有符合的事项"
          words={pages.hasNextPage ? '还有没读到的，可以继续往下读。' : '换个词，或者放宽筛选。'}
          action={{ text: '清除筛选', onPress: () => setFilter(everything) }}
        />
      )}
      {groupByDue(shown, now).map(({ group, issues: rows }) => (
        <View key={group}>
          <View className={`queue-group is-${group}`} {...aria({ role: 'heading', level: 2 })}>
            <Text>{groupNames[group]}</Text>
            <Text className="queue-count">{`${rows.length} 件`}</Text>
          </View>
          {rows.map((issue) => {
            const kept = deeds.find((deed) => deed.issue.id === issue.id && deed.state !== 'refused')
            return (
              <QueueRow
                key={issue.id}
                issue={issue}
                now={now}
                hint={view === 'verify' && !issue.reporterUntil ? '去核查' : undefined}
                note={noteFor(issue, view, now, kept && actWords(kept.act))}
                choosing={
                  selection.isOn
                    ? { isChosen: selection.has(issue.id), onToggle: () => selection.toggle(issue.id) }
                    : undefined
                }
              />
            )
          })}
        </View>
      ))}
      <ListEnd pages={pages} />
      {selection.isOn && <SelectBar chosen={selection.of(issues)} ownerId={personId} now={now} onEnd={selection.end} />}
    </View>
  )
}
