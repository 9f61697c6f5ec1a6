import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Submit } from '@/features/forms/submit'
import { Sheet } from '@/ui/sheet'
import { CellProblems } from './cell-problems'
import type { SheetImport } from './use-sheet-import'

export type Checked = { problems: readonly { cell: string; sentence: string }[] }
type Props = {
  title: string
  /** What the file would bring once it is confirmed. */
  words?: string
  checked: Checked
  work: SheetImport<Checked>
  children: ReactNode
}

/** What a chosen file would change, or which of its cells are wrong, before anything is changed. */
export function CheckedSheet({ title, words = '确认导入', checked: { problems }, work, children }: Props) {
  const isWrong = problems.length > 0
  return (
    <Sheet
      open
      title={isWrong ? '表里有填得不对的格子' : title}
      onClose={work.close}
      actions={
        isWrong ? (
          <Submit
            words="改好后重新选择"
            busy={work.isReading}
            problem={work.problem}
            onPress={() => void work.choose()}
          />
        ) : (
          <Submit words={words} busy={work.isImporting} problem={work.problem} onPress={() => void work.bring()} />
        )
      }
    >
      <View>{isWrong ? <CellProblems problems={problems} /> : children}</View>
    </Sheet>
  )
}
