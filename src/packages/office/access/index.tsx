import { useRouter } from '@tarojs/taro'
import { usePages } from '@/client/hooks'
import { momentWords } from '@/features/issues/time-words'
import { ListEnd, useListGestures } from '@/features/paging/list-end'
import { pageState } from '@/features/paging/page-state'
import { Cell, CellGroup } from '@/ui/cell'
import { Page } from '@/ui/page'
import { Empty } from '@/ui/states'

/** Who has read what of disputes and asked for whose number, for those who answer for it: the community's administrator and the branch secretaries. */
export default function Access() {
  const { issueId } = useRouter().params
  const pages = usePages('issues.listAccessLogs', issueId ? { issueId } : {})
  useListGestures(pages)
  const read = pages.data?.pages ?? []
  const now = read[0]?.now ?? ''
  const reads = read.flatMap((page) => page.reads)
  return (
    <Page
      title="查看记录"
      lead="矛盾纠纷、居民电话每被看一次，都记在这里，保留三年。"
      skeleton="list"
      {...pageState(pages)}
      empty={
        reads.length === 0 &&
        !pages.hasNextPage && <Empty title="还没有人看过" words="有人打开矛盾纠纷、查看电话时，这里会留下记录。" />
      }
    >
      <CellGroup>
        {reads.map(({ id, issueCode, personName, action, fields, purpose, at }) => (
          <Cell
            key={id}
            icon="person"
            title={`${personName} · ${action}`}
            note={`编号 ${issueCode} · ${momentWords(at, now)} · ${purpose ?? (fields.join('、') || '只看到有这件事')}`}
          />
        ))}
      </CellGroup>
      <ListEnd pages={pages} />
    </Page>
  )
}
