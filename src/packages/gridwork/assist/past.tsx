import type { usePages } from '@/client/hooks'
import { momentWords } from '@/features/issues/time-words'
import { openIssue } from '@/features/issues/open-issue'
import { Button } from '@/ui/button'
import { Cell, CellGroup } from '@/ui/cell'

/** What one has reported for others, and for whom. */
export function Past({ pages }: { pages: ReturnType<typeof usePages<'residents.listAssistances'>> }) {
  const read = pages.data?.pages ?? []
  const rows = read
    .flatMap(({ assistances }) => assistances)
    .flatMap((one) => one.issues.map((issue) => ({ ...one, issue })))
  return (
    <>
      {rows.length > 0 && (
        <CellGroup title="我代报过的">
          {rows.map(({ issue, forName, startedAt, purpose }) => (
            <Cell
              key={issue.id}
              icon="report"
              title={`${forName} · ${issue.code}`}
              note={[momentWords(startedAt, read[0]!.now), purpose].filter(Boolean).join(' · ')}
              onPress={() => openIssue(issue.id)}
            />
          ))}
        </CellGroup>
      )}
      {pages.hasNextPage && (
        <Button block tone="secondary" loading={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
          看更早的
        </Button>
      )}
    </>
  )
}
