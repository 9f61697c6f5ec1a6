import { Cell, CellGroup } from '@/ui/cell'
import { Sheet } from '@/ui/sheet'
import { splitActions, type Action } from './actions'

type Props = { open: boolean; actions: readonly Action[]; onClose: () => void; onAct: (action: Action) => void }

/** The rarer actions, each with what it does. */
export function MoreSheet({ open, actions, onClose, onAct }: Props) {
  const act = (action: Action) => {
    onClose()
    onAct(action)
  }
  return (
    <Sheet open={open} title="更多操作" onClose={onClose}>
      <CellGroup>
        {splitActions(actions).more.map((action) => (
          <Cell
            key={action.key}
            icon={action.icon}
            tone={action.danger ? 'danger' : 'primary'}
            title={action.words}
            note={action.note}
            onPress={() => act(action)}
          />
        ))}
      </CellGroup>
    </Sheet>
  )
}
