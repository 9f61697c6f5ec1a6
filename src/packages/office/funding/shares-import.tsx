import { call } from '@/client/call'
import { useCommand } from '@/client/hooks'
import { SheetImport } from '@/features/sheets/sheet-import'
import { useSheetImport } from '@/features/sheets/use-sheet-import'
import { yuanWords } from '@/shared/kernel/money'

/** Brings areas, amounts and exemptions from a table: first what it would change, then the change. */
export function SharesImport({ projectId }: { projectId: string }) {
  const command = useCommand('projects.importShares')
  const work = useSheetImport(
    ({ name, content }) => call('projects.checkShares', { projectId, fileName: name, content }),
    async ({ name, content }) => {
      const { isChanged, changed } = await command.mutateAsync({ projectId, fileName: name, content })
      return isChanged ? `已导入，改动 ${changed} 户` : '和现有的一样，没有改动'
    },
  )
  return (
    <SheetImport
      work={work}
      words="导入各户面积和金额"
      title="导入各户"
      facts={({ count, changed, sumFen }) => [
        { label: '表里', value: `${count} 户` },
        { label: '会改动', value: changed > 0 ? `${changed} 户` : '没有，和现有的一样' },
        { label: '合计', value: yuanWords(sumFen) },
      ]}
    />
  )
}
