import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCapability } from '@/client/hooks'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'
import { Banner } from '@/ui/card'
import { Choice, Choices } from '@/ui/choice'

type Building = OutputOf<ContractOf<'organization.listPlaces'>>['estates'][number]['buildings'][number]

type Props = {
  buildings: readonly Building[]
  value: string[]
  error: string | undefined
  onChange: (ids: string[]) => void
}

/** Single doors, a unit at a time; those chosen in other units stay chosen. */
export function DoorField({ buildings, value, error, onChange }: Props) {
  const units = buildings.flatMap(({ name, units }) =>
    units.map(({ id, name: unit }) => ({ value: id, label: name + unit })),
  )
  const [unitId, setUnit] = useState(units[0]?.value ?? '')
  const query = useCapability('residents.listHouseholds', { unitId }, { enabled: unitId !== '' })
  const options = query.data?.households.map(({ id, name }) => ({ value: id, label: name })) ?? []
  const here = new Set(options.map((option) => option.value))
  const elsewhere = value.filter((id) => !here.has(id))
  return (
    <View>
      <Choice label="单元" options={units} value={unitId} onChange={setUnit} />
      {query.error && <Banner tone="danger">{query.error.message}</Banner>}
      <Choices
        label={`门牌，已选 ${value.length} 户`}
        required
        help="不到五户的楼会和别的楼合在一起算，免得看出是谁家"
        options={options}
        value={value.filter((id) => here.has(id))}
        error={error}
        onChange={(ids) => onChange([...elsewhere, ...ids])}
      />
    </View>
  )
}
