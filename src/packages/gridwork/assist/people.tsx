import { Banner } from '@/ui/card'
import { Cell, CellGroup } from '@/ui/cell'
import type { Chosen } from './start-sheet'

type Props = {
  people: readonly { personId: string; name: string; householdLabel: string | null }[]
  note?: string | undefined
  none: string
  onChoose: (chosen: Chosen) => void
}

/** People to choose from: names and homes, nothing else. */
export function People({ people, note, none, onChoose }: Props) {
  if (people.length === 0) return <Banner icon="info">{none}</Banner>
  return (
    <CellGroup {...(note ? { note } : {})}>
      {people.map(({ personId, name, householdLabel }) => (
        <Cell
          key={personId}
          icon="person"
          title={name}
          note={householdLabel ?? '没有登记住处'}
          onPress={() => onChoose({ personId, name })}
        />
      ))}
    </CellGroup>
  )
}
