import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { usePages } from '@/client/hooks'
import { classIcon } from '@/features/issues/class-icon'
import { agoWords } from '@/features/issues/time-words'
import { ListEnd, useListGestures } from '@/features/paging/list-end'
import { pageState } from '@/features/paging/page-state'
import { Cell, CellGroup } from '@/ui/cell'
import { Empty, ErrorState, Loading, OfflineBar } from '@/ui/states'

const open = (id: string) => void Taro.navigateTo({ url: `/packages/office/clusters/index?id=${id}` })

/** What waits to be looked at, the last changed first. */
export function ClusterList() {
  const pages = usePages('issues.listClusters', {})
  useListGestures(pages)
  const { loading, error, offline, onRetry } = pageState(pages)
  if (loading) return <Loading shape="card" />
  if (error) return <ErrorState message={error.message} onRetry={onRetry} />
  const read = pages.data?.pages ?? []
  const rows = read.flatMap(({ clusters }) => clusters)
  if (rows.length === 0 && !pages.hasNextPage) {
    return (
      <Empty
        mascot="shengbao"
        title="没有要看的"
        words="同一段地方、同一类，短期内有好几件上报时，会放到这里请您看看。"
      />
    )
  }
  return (
    <View>
      {offline && <OfflineBar />}
      <CellGroup>
        {rows.map((row) => (
          <Cell
            key={row.id}
            icon={classIcon(row.classCode)}
            title={row.className}
            note={`${row.placeLabel} · ${row.reports} 件上报 · ${agoWords(row.updatedAt, read[0]!.now)}`}
            onPress={() => open(row.id)}
          />
        ))}
      </CellGroup>
      <ListEnd pages={pages} />
    </View>
  )
}
