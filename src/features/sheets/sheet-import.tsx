import { View } from '@tarojs/components'
import { Button } from '@/ui/button'
import { Banner, Facts } from '@/ui/card'
import { CheckedSheet, type Checked } from './checked-sheet'
import type { SheetImport as Work } from './use-sheet-import'

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
        <CheckedSheet title={title} checked={checked} work={work}>
          <Facts items={[{ label: '文件', value: work.fileName }, ...facts(checked)]} />
        </CheckedSheet>
      )}
    </View>
  )
}
