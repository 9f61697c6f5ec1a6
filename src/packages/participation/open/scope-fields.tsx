import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ContractOf } from '@/shared/contracts'
import type { InputOf, OutputOf } from '@/shared/kernel/capability'
import { Choice, Choices } from '@/ui/choice'
import { DoorField } from './door-field'

type Estates = OutputOf<ContractOf<'organization.listPlaces'>>['estates']
export type Scope = InputOf<ContractOf<'consents.openConsent'>>['scope']

type Props = { estates: Estates; value: Scope; error: string | undefined; onChange: (scope: Scope) => void }

/** Whole buildings, single units, or single doors, an estate at a time; what was chosen elsewhere stays chosen. */
export function ScopeFields({ estates, value, error, onChange }: Props) {
  const [estateId, setEstate] = useState(estates[0]?.id ?? '')
  const buildings = estates.find(({ id }) => id === estateId)?.buildings ?? []
  const chosen = (kind: Scope['kind'], ids: string[]) => onChange({ kind, ids })
  return (
    <View>
      <Choice
        label="范围按"
        required
        options={[
          { value: 'buildings', label: '整栋楼' },
          { value: 'units', label: '单元' },
          { value: 'households', label: '单户' },
        ]}
        value={value.kind}
        onChange={(kind) => chosen(kind, [])}
      />
      <Choice
        label="小区"
        options={estates.map(({ id, name }) => ({ value: id, label: name }))}
        value={estateId}
        onChange={setEstate}
      />
      {value.kind === 'households' ? (
        <DoorField
          key={estateId}
          buildings={buildings}
          value={value.ids}
          error={error}
          onChange={(ids) => chosen('households', ids)}
        />
      ) : (
        <Places buildings={buildings} value={value} error={error} onChange={onChange} />
      )}
    </View>
  )
}

type PlacesProps = Omit<Props, 'estates'> & { buildings: Estates[number]['buildings'] }

function Places({ buildings, value, error, onChange }: PlacesProps) {
  const options =
    value.kind === 'buildings'
      ? buildings.map(({ id, name }) => ({ value: id, label: name }))
      : buildings.flatMap(({ name, units }) => units.map((unit) => ({ value: unit.id, label: `${name}${unit.name}` })))
  const here = new Set(options.map((option) => option.value))
  const elsewhere = value.ids.filter((id) => !here.has(id))
  return (
    <Choices
      label={value.kind === 'buildings' ? `楼栋，已选 ${value.ids.length} 栋` : `单元，已选 ${value.ids.length} 个`}
      required
      options={options}
      value={value.ids.filter((id) => here.has(id))}
      error={error}
      onChange={(ids) => onChange({ ...value, ids: [...elsewhere, ...ids] })}
    />
  )
}
