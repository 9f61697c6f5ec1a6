import { useState } from 'react'
import { call, type CallError } from '@/client/call'
import { useCommand } from '@/client/hooks'
import { chooseSheet } from '@/client/sheets'
import type { ChosenSheet } from '@/client/sheets.types'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { toast } from '@/ui/toast'

export type Checked = OutputOf<ContractOf<'settings.checkCalendar'>>

export interface Import {
  isReading: boolean
  isImporting: boolean
  /** What went wrong, as a sentence. */
  problem: string | undefined
  /** What the chosen file would change; null while none is chosen. */
  checked: Checked | null
  fileName: string
  choose: () => Promise<void>
  bring: () => Promise<void>
  close: () => void
}

/** A file chosen, looked at by the server, and only then brought in. */
export const useImport = (year: number | undefined): Import => {
  const [sheet, setSheet] = useState<ChosenSheet | null>(null)
  const [checked, setChecked] = useState<Checked | null>(null)
  const [problem, setProblem] = useState<string>()
  const [isReading, setReading] = useState(false)
  const command = useCommand('settings.importCalendar')

  const choose = async () => {
    if (!year) return
    setProblem(undefined)
    try {
      const chosen = await chooseSheet()
      if (!chosen) return
      setReading(true)
      const found = await call('settings.checkCalendar', { year, fileName: chosen.name, content: chosen.content })
      setSheet(chosen)
      setChecked(found)
    } catch (error) {
      setProblem((error as Error).message)
    } finally {
      setReading(false)
    }
  }

  const close = () => setChecked(null)

  const bring = async () => {
    if (!sheet || !year) return
    setProblem(undefined)
    try {
      const { isChanged, count } = await command.mutateAsync({ year, fileName: sheet.name, content: sheet.content })
      toast(isChanged ? `${year} 年的表已导入，共 ${count} 天` : '和现有的表一样，没有改动')
      close()
    } catch (error) {
      setProblem((error as CallError).message)
    }
  }

  return {
    isReading,
    isImporting: command.isPending,
    problem,
    checked,
    fileName: sheet?.name ?? '',
    choose,
    bring,
    close,
  }
}
