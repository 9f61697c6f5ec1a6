import { View } from '@tarojs/components'
import { usePages } from '@/client/hooks'
import { IssueCard } from '@/features/issues/issue-card'
import { openIssue } from '@/features/issues/open-issue'
import { ListEnd, useListGestures } from '@/features/paging/list-end'
import { pageState } from '@/features/paging/page-state'
import { Empty, ErrorState, Loading, OfflineBar } from '@/ui/states'
import { emptyWords, type Of } from './empty-words'

type Props = { part: 'lead' | 'help'; of: Of; isOpen: boolean }

/** The issues one leads or helps with, each with what was asked. */
export function IssueList({ part, of, isOpen }: Props) {
  const pages = usePages('issues.listDepartmentIssues', { part, of, isOpen })
  useListGestures(pages)
  const { loading, error, offline, onRetry } = pageState(pages)
  if (loading) return <Loading shape="card" />
  if (error) return <ErrorState message={error.message} onRetry={onRetry} />
  const read = pages.data?.pages ?? []
  const issues = read.flatMap((page) => page.issues)
  if (issues.length === 0 && !pages.hasNextPage) return <Empty mascot="shengbao" {...emptyWords[part]} />
  return (
    <View>
      {offline && <OfflineBar />}
      {issues.map((issue) => (
        <IssueCard
          key={issue.id}
          issue={issue}
          now={read[0]?.now ?? ''}
          note={issue.task ?? `${issue.ownerName}负责`}
          onPress={() => openIssue(issue.id)}
        />
      ))}
      <ListEnd pages={pages} />
    </View>
  )
}
