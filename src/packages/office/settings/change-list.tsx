import type { usePages } from '@/client/hooks'
import { momentWords } from '@/features/issues/time-words'
import { Cell, CellGroup } from '@/ui/cell'
import { Empty, Loading } from '@/ui/states'

type Pages = ReturnType<typeof usePages<'settings.listSettingChanges'>>

/** Who has set what, from which number to which, the last first. */
export function ChangeList({ pages }: { pages: Pages }) {
  const read = pages.data?.pages ?? []
  const changes = read.flatMap((page) => page.changes)
  if (pages.isPending) return <Loading />
  if (changes.length === 0)
    return <Empty title="还没有改动过" words="各项都是平常的数。改动以后，谁在什么时候改的会记在这里。" />
  return (
    <CellGroup>
      {changes.flatMap(({ id, at, byName, lines }) =>
        lines.map(({ name, from, to }) => (
          <Cell
            key={`${id}${name}`}
            title={`${name}：${from} 改为 ${to}`}
            note={`${byName} · ${momentWords(at, read[0]!.now)}`}
          />
        )),
      )}
    </CellGroup>
  )
}
