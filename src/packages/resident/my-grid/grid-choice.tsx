import type { MapGrid } from '@/features/map/point-map'
import { Choice } from '@/ui/choice'
import { Sheet } from '@/ui/sheet'

type Props = {
  isOpen: boolean
  grids: readonly (MapGrid & { groupName: string })[]
  gridId: string
  onChoose: (gridId: string) => void
  onClose: () => void
}

export function GridChoice({ isOpen, grids, gridId, onChoose, onClose }: Props) {
  return (
    <Sheet open={isOpen} title="看哪个网格" onClose={onClose}>
      <Choice
        label="网格"
        hideLabel
        layout="list"
        options={grids.map(({ id, name, groupName }) => ({ value: id, label: name, note: groupName }))}
        value={gridId}
        onChange={onChoose}
      />
    </Sheet>
  )
}
