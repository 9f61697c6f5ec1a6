import { View } from '@tarojs/components'
import { useState } from 'react'
import { usePages } from '@/client/hooks'
import { IssueCard } from '@/features/issues/issue-card'
import { openIssue } from '@/features/issues/open-issue'
import { ListEnd, useListGestures } from '@/features/paging/list-end'
import { pageState } from '@/features/paging/page-state'
import { countedOf, countedWords } from '@/shared/kernel/counted'
import { Choice } from '@/ui/choice'
import { Empty, ErrorState, Loading, OfflineBar } from '@/ui/states'

const all = 'all'
const none = 'none'

const inputFor = (chosen: string) => (chosen === all ? {} : { gridId: chosen === none ? null : chosen })

/** What is past its limit, for one grid or all of them, the longest first. The grids come with how many each has. */
export function OverdueList() {
  const [chosen, setChosen] = useState(all)
  const whole = usePages('issues.listOverdue', {})
  const pages = usePages('issues.listOverdue', inputFor(chosen))
  useListGestures(pages, () => whole.refetch())
  const { loading, error, offline, onRetry } = pageState(whole)
  if (loading) return <Loading shape="card" />
  if (error) return <ErrorState message={error.message} onRetry={onRetry} />
  const grids = whole.data?.pages[0]?.grids ?? []
  const read = pages.data?.pages ?? []
  if (grids.length === 0) {
    return <Empty mascot="shengbao" title="没有超期的事" words="过了时限还没有办结的事会出现在这里。" />
  }
  const isMore = whole.data?.pages[0]?.isMore ?? false
  const total = countedOf(grids.reduce((sum, { count }) => sum + count, 0))
  return (
    <View>
      {offline && <OfflineBar />}
      <Choice
        label="按网格看"
        options={[
          { value: all, label: `全部 ${countedWords(total)}` },
          ...grids.map(({ gridId, name, count }) => ({
            value: gridId ?? none,
            label: `${name} ${isMore ? '至少 ' : ''}${count} 件`,
          })),
        ]}
        value={chosen}
        onChange={setChosen}
      />
      {pages.isPending && <Loading shape="card" />}
      {read.flatMap(({ issues, now }) =>
        issues.map((issue) => (
          <IssueCard
            key={issue.id}
            issue={issue}
            now={now}
            note={[chosen === all ? issue.gridName : null, `${issue.ownerName}负责`].filter(Boolean).join(' · ')}
            onPress={() => openIssue(issue.id)}
          />
        )),
      )}
      <ListEnd pages={pages} />
    </View>
  )
}
