import { Text, View } from '@tarojs/components'
import { usePages } from '@/client/hooks'
import { IssueCard } from '@/features/issues/issue-card'
import { openIssue } from '@/features/issues/open-issue'
import { ListEnd, useListGestures } from '@/features/paging/list-end'
import { pageState } from '@/features/paging/page-state'
import type { IssueBrief } from '@/shared/contracts/issues/shapes'
import { aria } from '@/ui/aria'
import { Empty, ErrorState, Loading, OfflineBar } from '@/ui/states'
import { groupByDue, groupNames } from './groups'
import { emptyWords, type View as QueueView } from './views'

/** Whose it is; in one's own list, for whom it waits. */
const noteFor = ({ state, ownerName }: IssueBrief, view: QueueView): string | undefined => {
  if (view !== 'mine') return `${ownerName}负责`
  return state === 'verifying' ? '等上报人确认' : undefined
}

/** One view of the queue, the most pressing first. The last answer stays in sight when the way to the server is cut. */
export function QueueList({ view }: { view: QueueView }) {
  const pages = usePages('issues.listQueue', { view })
  useListGestures(pages)
  const { loading, error, offline, onRetry } = pageState(pages)
  if (loading) return <Loading shape="card" />
  if (error) return <ErrorState message={error.message} onRetry={onRetry} />
  const read = pages.data?.pages ?? []
  const now = read[0]?.now ?? ''
  const issues = read.flatMap((page) => page.issues)
  if (issues.length === 0 && !pages.hasNextPage) {
    return <Empty mascot="shengbao" title={emptyWords[view].title} words={emptyWords[view].words} />
  }
  return (
    <View>
      {offline && <OfflineBar />}
      {groupByDue(issues, now).map(({ group, issues: rows }) => (
        <View key={group}>
          <View className={`queue-group is-${group}`} {...aria({ role: 'heading', level: 2 })}>
            <Text>{groupNames[group]}</Text>
            <Text className="queue-count">{`${rows.length} 件`}</Text>
          </View>
          {rows.map((issue) => (
            <IssueCard
              key={issue.id}
              issue={issue}
              now={now}
              hint={view === 'verify' ? '去核查' : undefined}
              note={noteFor(issue, view)}
              onPress={() => openIssue(issue.id)}
            />
          ))}
        </View>
      ))}
      <ListEnd pages={pages} />
    </View>
  )
}
