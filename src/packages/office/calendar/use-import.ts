import { call } from '@/client/call'
import { useCommand } from '@/client/hooks'
import { useSheetImport, type SheetImport } from '@/features/sheets/use-sheet-import'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'

export type Checked = OutputOf<ContractOf<'settings.checkCalendar'>>
export type Import = SheetImport<Checked>

/** A year's table chosen, looked at by the server, and only then brought in. */
export const useImport = (year: number): Import => {
  const command = useCommand('settings.importCalendar')
  return useSheetImport(
    ({ name, content }) => call('settings.checkCalendar', { year, fileName: name, content }),
    async ({ name, content }) => {
      const { isChanged, count } = await command.mutateAsync({ year, fileName: name, content })
      return isChanged ? `${year} 年的表已导入，共 ${count} 天` : '和现有的表一样，没有改动'
    },
  )
}
