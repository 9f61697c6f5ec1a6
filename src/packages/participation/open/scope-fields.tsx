import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { Choice, Choices } from '@/ui/choice'

type Estates = OutputOf<ContractOf<'organization.listPlaces'>>['estates']
export interface Scope {
  kind: 'buildings' | 'units'
  ids: string[]
}

type Props = { estates: Estates; value: Scope; error: string | undefined; onChange: (scope: Scope) => void }

/** Whole buildings or single units, an estate at a time; what was chosen in another estate stays chosen. */
export function ScopeFields({ estates, value, error, onChange }: Props) {
  const [estateId, setEstate] = useState(estates[0]?.id ?? '')
  const buildings = estates.find(({ id }) => id === estateId)?.buildings ?? []
  const options =
    value.kind === 'buildings'
      ? buildings.map(({ id, name }) => ({ value: id, label: name }))
      : buildings.flatMap(({ name, units }) => units.map((unit) => ({ value: unit.id, label: `${name}${unit.name}` })))
  const here = new Set(options.map((option) => option.value))
  const elsewhere = value.ids.filter((id) => !here.has(id))
  return (
    <View>
      <Choice
        label="范围按"
        required
        options={[
          { value: 'buildings', label: '整栋楼' },
          { value: 'units', label: '单元' },
        ]}
        value={value.kind}
        onChange={(kind) => onChange({ kind, ids: [] })}
      />
      <Choice
        label="小区"
        options={estates.map(({ id, name }) => ({ value: id, label: name }))}
        value={estateId}
        onChange={setEstate}
      />
      <Choices
        label={value.kind === 'buildings' ? `楼栋，已选 ${value.ids.length} 栋` : `单元，已选 ${value.ids.length} 个`}
        required
        options={options}
        value={value.ids.filter((id) => here.has(id))}
        error={error}
        onChange={(ids) => onChange({ ...value, ids: [...elsewhere, ...ids] })}
      />
    </View>
  )
}
