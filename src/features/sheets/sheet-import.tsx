import { View } from '@tarojs/components'
import { Submit } from '@/features/forms/submit'
import { Button } from '@/ui/button'
import { Banner, Facts } from '@/ui/card'
import { Sheet } from '@/ui/sheet'
import { CellProblems } from './cell-problems'
import type { SheetImport as Work } from './use-sheet-import'

type Checked = { problems: readonly { cell: string; sentence: string }[] }

type Props<C extends Checked> = {
  work: Work<C>
  words: string
  title: string
  /** What the table would change, beside the name of its file. */
  facts: (checked: C) => { label: string; value: string }[]
}

/** The button that brings a table: first what it would change, or what is wrong with it, then the change. */
export function SheetImport<C extends Checked>({ work, words, title, facts }: Props<C>) {
  const { checked } = work
  const isWrong = checked !== null && checked.problems.length > 0
  return (
    <View>
      {work.problem && !checked && (
        <Banner tone="danger" urgent>
          {work.problem}
        </Banner>
      )}
      <Button
        block
        tone="secondary"
        icon="list"
        loading={work.isReading}
        loadingText="正在读表…"
        onPress={() => void work.choose()}
      >
        {words}
      </Button>
      {checked && (
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
              <Submit
                words="确认导入"
                busy={work.isImporting}
                problem={work.problem}
                onPress={() => void work.bring()}
              />
            )
          }
        >
          <View>
            {isWrong ? (
              <CellProblems problems={checked.problems} />
            ) : (
              <Facts items={[{ label: '文件', value: work.fileName }, ...facts(checked)]} />
            )}
          </View>
        </Sheet>
      )}
    </View>
  )
}
