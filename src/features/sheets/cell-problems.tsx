import { View } from '@tarojs/components'
import { Cell, CellGroup } from '@/ui/cell'
import './cell-problems.scss'

const problemsShown = 20

/** What is wrong in a table, cell by cell. */
export function CellProblems({ problems }: { problems: readonly { cell: string; sentence: string }[] }) {
  return (
    <>
      <View className="cell-problems">一行也没有导入。请在表格里改好这些格子，再选择一次。</View>
      <CellGroup
        note={problems.length > problemsShown ? `还有 ${problems.length - problemsShown} 处，先改这些` : undefined}
      >
        {problems.slice(0, problemsShown).map(({ cell, sentence }) => (
          <Cell key={`${cell}${sentence}`} title={`${cell} 格`} note={sentence} />
        ))}
      </CellGroup>
    </>
  )
}
