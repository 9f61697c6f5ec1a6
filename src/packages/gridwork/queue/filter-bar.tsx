import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/ui/button'
import { Choice } from '@/ui/choice'
import { SearchField } from '@/ui/field'
import { Sheet } from '@/ui/sheet'
import { choicesIn, dueOptions, everything, groupOptions, stateOptions, type QueueFilter } from './filter'

type Props = { filter: QueueFilter; found: number; onChange: (filter: QueueFilter) => void }

/** Words to look for, and behind a button what else a queue can be narrowed to. */
export function FilterBar({ filter, found, onChange }: Props) {
  const [open, setOpen] = useState(false)
  const chosen = choicesIn(filter)
  const set = (fields: Partial<QueueFilter>) => onChange({ ...filter, ...fields })
  return (
    <View className="queue-filter">
      <View className="queue-filter-search">
        <SearchField
          value={filter.words}
          onChange={(words) => set({ words })}
          placeholder="编号或关键词"
          label="在待办里查找"
        />
      </View>
      <Button size="small" tone={chosen > 0 ? 'primary' : 'secondary'} icon="filter" onPress={() => setOpen(true)}>
        {chosen > 0 ? `筛选 ${chosen}` : '筛选'}
      </Button>
      <Sheet
        open={open}
        title="筛选待办"
        onClose={() => setOpen(false)}
        actions={
          <>
            <Button block tone="secondary" onPress={() => onChange({ ...everything, words: filter.words })}>
              清除
            </Button>
            <Button block onPress={() => setOpen(false)}>{`看这 ${found} 件`}</Button>
          </>
        }
      >
        <Choice label="时限" options={dueOptions} value={filter.due} onChange={(due) => set({ due })} />
        <Choice label="类别" options={groupOptions} value={filter.group} onChange={(group) => set({ group })} />
        <Choice label="状态" options={stateOptions} value={filter.state} onChange={(state) => set({ state })} />
      </Sheet>
    </View>
  )
}
