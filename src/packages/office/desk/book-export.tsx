import { useCommand } from '@/client/hooks'
import { ExportSheet } from '@/features/downloads/export-sheet'
import { countedWords, type Counted } from '@/shared/kernel/counted'
import type { DeskFilter } from './book-filter'

interface Props {
  filter: DeskFilter
  counted: Counted
  onClose: () => void
}

/** The book as a table: what the list shows, all of it. */
export function BookExport({ filter, counted, onClose }: Props) {
  const command = useCommand('issues.exportIssues')
  return (
    <ExportSheet
      title={counted.isMore ? `导出全部，${countedWords(counted)}` : `导出这 ${countedWords(counted)}`}
      note="不含上报人、电话和门牌。导出的文件保留七天，请妥善保管。"
      ask={(format) => command.mutateAsync({ filter, format })}
      onClose={onClose}
    />
  )
}
