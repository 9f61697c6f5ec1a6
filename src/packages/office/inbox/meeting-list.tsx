import { View } from '@tarojs/components'
import { usePages } from '@/client/hooks'
import { MeetingCell } from '@/features/issues/joint/meeting-cell'
import { ListEnd, useListGestures } from '@/features/paging/list-end'
import { pageState } from '@/features/paging/page-state'
import { classOf } from '@/shared/domain/issues/classes'
import { CellGroup } from '@/ui/cell'
import { Empty, ErrorState, Loading, OfflineBar } from '@/ui/states'
import { emptyWords, type Of } from './empty-words'

/** The joint meetings one is asked to, the nearest first. */
export function MeetingList({ of, when }: { of: Of; when: 'ahead' | 'past' }) {
  const pages = usePages('issues.listMeetings', { of, when })
  useListGestures(pages)
  const { loading, error, offline, onRetry } = pageState(pages)
  if (loading) return <Loading shape="list" />
  if (error) return <ErrorState message={error.message} onRetry={onRetry} />
  const read = pages.data?.pages ?? []
  const meetings = read.flatMap((page) => page.meetings)
  if (meetings.length === 0 && !pages.hasNextPage) return <Empty mascot="shengbao" {...emptyWords.meetings} />
  return (
    <View>
      {offline && <OfflineBar />}
      <CellGroup>
        {meetings.map((meeting) => (
          <MeetingCell
            key={meeting.id}
            meeting={meeting}
            now={read[0]?.now ?? ''}
            about={classOf(meeting.classCode)?.name}
          />
        ))}
      </CellGroup>
      <ListEnd pages={pages} />
    </View>
  )
}
