import { usePages } from '@/client/hooks'
import { momentWords } from '@/features/issues/time-words'
import { openIssue } from '@/features/issues/open-issue'
import { Button } from '@/ui/button'
import { Cell, CellGroup } from '@/ui/cell'

/** Who has looked at my number; nothing is shown while nobody has. */
export function PhoneReads() {
  const pages = usePages('residents.listPhoneReads', {})
  const read = pages.data?.pages ?? []
  const reads = read.flatMap((page) => page.reads)
  if (reads.length === 0) return null
  return (
    <>
      <CellGroup title="谁看过我的电话" note="不想再被查看，在上面的“电话”里关掉就行。">
        {reads.map(({ id, issueId, issueCode, personName, purpose, at }) => (
          <Cell
            key={id}
            icon="phone"
            title={`${personName} · ${purpose}`}
            note={`${momentWords(at, read[0]!.now)} · 为了 ${issueCode} 这件事`}
            onPress={() => openIssue(issueId)}
          />
        ))}
      </CellGroup>
      {pages.hasNextPage && (
        <Button block tone="secondary" loading={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
          看更早的
        </Button>
      )}
    </>
  )
}
