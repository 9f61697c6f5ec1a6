import { View } from '@tarojs/components'
import { useState } from 'react'
import { usePages } from '@/client/hooks'
import { AskSheet } from '@/features/issues/joint/ask-sheet'
import type { Ask } from '@/features/issues/joint/ask'
import { CommitmentCard } from '@/features/issues/joint/commitment-card'
import { openIssue } from '@/features/issues/open-issue'
import { ListEnd, useListGestures } from '@/features/paging/list-end'
import { pageState } from '@/features/paging/page-state'
import { Link } from '@/ui/button'
import { Card } from '@/ui/card'
import { Empty, ErrorState, Loading, OfflineBar } from '@/ui/states'
import { emptyWords, type Of } from './empty-words'

/** What was promised, the nearest day first; kept, moved or dropped from here. */
export function CommitmentList({ of, isOpen }: { of: Of; isOpen: boolean }) {
  const [asked, setAsked] = useState<{ ask: Ask; issueId: string } | null>(null)
  const pages = usePages('issues.listCommitments', { of, isOpen })
  useListGestures(pages)
  const { loading, error, offline, onRetry } = pageState(pages)
  if (loading) return <Loading shape="card" />
  if (error) return <ErrorState message={error.message} onRetry={onRetry} />
  const read = pages.data?.pages ?? []
  const now = read[0]?.now ?? ''
  const commitments = read.flatMap((page) => page.commitments)
  if (commitments.length === 0 && !pages.hasNextPage) return <Empty mascot="shengbao" {...emptyWords.promises} />
  return (
    <View>
      {offline && <OfflineBar />}
      {commitments.map((commitment) => (
        <Card key={commitment.id}>
          <CommitmentCard
            commitment={commitment}
            now={now}
            onAsk={(ask) => setAsked({ ask, issueId: commitment.issueId })}
            extra={<Link onPress={() => openIssue(commitment.issueId)}>{`看事项 ${commitment.issueCode}`}</Link>}
          />
        </Card>
      ))}
      <ListEnd pages={pages} />
      {asked && (
        <AskSheet
          key={asked.ask.key}
          ask={asked.ask}
          about={{ id: asked.issueId, now, owner: { personId: '' } }}
          onClose={() => setAsked(null)}
        />
      )}
    </View>
  )
}
