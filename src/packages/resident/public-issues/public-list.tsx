import Taro from '@tarojs/taro'
import { usePages } from '@/client/hooks'
import { IssueCard } from '@/features/issues/issue-card'
import { ListEnd, useListGestures } from '@/features/paging/list-end'
import { pageState } from '@/features/paging/page-state'
import type { Point } from '@/shared/kernel/shapes'
import { Empty, ErrorState, Loading, OfflineBar } from '@/ui/states'
import { asked, isNarrowed, type Filter } from './filters'
import { openPublicIssue } from './open-public-issue'
import { distanceWords, resultWords } from './public-words'

type Props = { filter: Filter; near: Point | undefined; onEverything: () => void }

const report = () => void Taro.switchTab({ url: '/pages/report/index' })

/** What neighbours reported, what changed last on top, or the nearest first. */
export function PublicList({ filter, near, onEverything }: Props) {
  const pages = usePages('issues.listPublicIssues', { ...asked(filter), ...(near ? { near } : {}) })
  useListGestures(pages)
  const { loading, error, offline, onRetry } = pageState(pages)
  const read = pages.data?.pages ?? []
  const issues = read.flatMap((page) => page.issues)
  if (error) return <ErrorState message={error.message} onRetry={onRetry} />
  if (loading) return <Loading shape="card" />
  if (issues.length === 0) return <Nothing isChosen={isNarrowed(filter) || near !== undefined} {...{ onEverything }} />
  return (
    <>
      {offline && <OfflineBar />}
      {issues.map((issue) => (
        <IssueCard
          key={issue.id}
          issue={{ ...issue, dueAt: null, urgency: 'none' }}
          now={read[0]?.now ?? ''}
          note={[distanceWords(issue.distanceMeters), resultWords(issue)].filter(Boolean).join(' · ')}
          onPress={() => openPublicIssue(issue.id)}
        />
      ))}
      <ListEnd pages={pages} />
    </>
  )
}

function Nothing({ isChosen, onEverything }: { isChosen: boolean; onEverything: () => void }) {
  if (isChosen)
    return (
      <Empty
        title="这里没有公开的事项"
        words="换一类，或者看看全社区的。"
        action={{ text: '看全部', onPress: onEverything }}
      />
    )
  return (
    <Empty
      title="还没有公开的事项"
      words="大家上报的事，内容检查通过后会出现在这里，不写是谁报的。"
      action={{ text: '去上报', onPress: report }}
    />
  )
}
