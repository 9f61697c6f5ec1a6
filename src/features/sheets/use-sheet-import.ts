import { useState } from 'react'
import { chooseSheet } from '@/client/sheets'
import type { ChosenSheet } from '@/client/sheets.types'
import { toast } from '@/ui/toast'

export interface SheetImport<Checked> {
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

/** A file chosen, looked at by the server, and only then brought in; `bring` answers what to say when it is done. */
export const useSheetImport = <Checked>(
  check: (sheet: ChosenSheet) => Promise<Checked>,
  bringIn: (sheet: ChosenSheet) => Promise<string>,
): SheetImport<Checked> => {
  const [sheet, setSheet] = useState<ChosenSheet | null>(null)
  const [checked, setChecked] = useState<Checked | null>(null)
  const [problem, setProblem] = useState<string>()
  const [isReading, setReading] = useState(false)
  const [isImporting, setImporting] = useState(false)

  const choose = async () => {
    setProblem(undefined)
    try {
      const chosen = await chooseSheet()
      if (!chosen) return
      setReading(true)
      const found = await check(chosen)
      setSheet(chosen)
      setChecked(found)
    } catch (error) {
      // What was found in the file before says nothing about this one.
      setChecked(null)
      setProblem((error as Error).message)
    } finally {
      setReading(false)
    }
  }

  const close = () => setChecked(null)

  const bring = async () => {
    if (!sheet) return
    setProblem(undefined)
    setImporting(true)
    try {
      toast(await bringIn(sheet))
      close()
    } catch (error) {
      setProblem((error as Error).message)
    } finally {
      setImporting(false)
    }
  }

  return { isReading, isImporting, problem, checked, fileName: sheet?.name ?? '', choose, bring, close }
}
