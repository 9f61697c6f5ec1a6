import { useState } from 'react'
import { Button } from '@/ui/button'
import { Choice } from '@/ui/choice'
import { DayField } from '@/ui/day-field'
import { Sheet } from '@/ui/sheet'
import { firstFilter, groupOptions, stateOptions, type BookFilter } from './book-filter'

type Props = {
  filter: BookFilter
  today: string
  grids: readonly { id: string; name: string }[]
  onChange: (filter: BookFilter) => void
  onClose: () => void
}

const firstDay = '2020-01-01'

/** From when to when, where, what and how it stands; nothing changes until it is taken. */
export function FilterSheet({ filter, today, grids, onChange, onClose }: Props) {
  const [typed, setTyped] = useState(filter)
  const set = (fields: Partial<BookFilter>) => setTyped((now) => ({ ...now, ...fields }))
  const isTurned = typed.from > typed.to
  return (
    <Sheet
      open
      title="筛选台账"
      onClose={onClose}
      actions={
        <>
          <Button block tone="secondary" onPress={() => setTyped(firstFilter(today))}>
            恢复默认
          </Button>
          <Button
            block
            disabled={isTurned}
            reason="起始日期不能晚于截止日期"
            onPress={() => {
              onChange(typed)
              onClose()
            }}
          >
            查看
          </Button>
        </>
      }
    >
      <DayField label="从哪天上报" value={typed.from} from={firstDay} to={today} onChange={(from) => set({ from })} />
      <DayField label="到哪天" value={typed.to} from={firstDay} to={today} onChange={(to) => set({ to })} />
      <Choice label="类别" options={groupOptions} value={typed.group} onChange={(group) => set({ group })} />
      <Choice label="状态" options={stateOptions} value={typed.state} onChange={(state) => set({ state })} />
      <Choice
        label="网格"
        options={[
          { value: 'all', label: '不限' },
          ...grids.map(({ id, name }) => ({ value: id, label: name })),
          { value: 'none', label: '不分网格' },
        ]}
        value={typed.gridId}
        onChange={(gridId) => set({ gridId })}
      />
    </Sheet>
  )
}
