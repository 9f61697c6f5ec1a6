import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCapability } from '@/client/hooks'
import { PickField } from '@/features/organization/pick-field'
import { Choices } from '@/ui/choice'

type Props = {
  label: string
  value: readonly string[]
  onChange: (buildingIds: string[]) => void
  error?: string
  required?: boolean
}

/** The buildings of a community by their names, estate and building together. */
export const useBuildings = () => {
  const places = useCapability('organization.listPlaces', {}, { staleMinutes: 30 })
  const estates = places.data?.estates ?? []
  const names = new Map(
    estates.flatMap((estate) => estate.buildings.map(({ id, name }) => [id, `${estate.name}${name}`] as const)),
  )
  return { estates, isPending: places.isPending, nameOf: (id: string) => names.get(id) ?? '' }
}

/** Any buildings of any estates: one estate at a time, what is chosen in the others stays. */
export function BuildingsField({ label, value, onChange, error, required }: Props) {
  const { estates, isPending, nameOf } = useBuildings()
  const [picked, setEstate] = useState<string>()
  const [before] = useState(value)
  // Whoever comes back to a choice sees it, and not a field that looks empty.
  const chosenIn = estates.find(({ buildings }) => buildings.some(({ id }) => before.includes(id)))
  const estate = estates.find(({ id }) => id === picked) ?? chosenIn
  const elsewhere = value.filter((id) => !estate?.buildings.some((building) => building.id === id))
  return (
    <View>
      <PickField
        label={`${label}在哪个小区`}
        options={estates}
        value={estate?.id}
        loading={isPending}
        required={required}
        onPick={setEstate}
      />
      {estate && (
        <Choices
          label={`${label}（${estate.name}）`}
          options={estate.buildings.map(({ id, name }) => ({ value: id, label: name }))}
          value={value.filter((id) => !elsewhere.includes(id))}
          error={error}
          help={elsewhere.length > 0 ? `另外已选：${elsewhere.map(nameOf).join('、')}` : undefined}
          onChange={(chosen) => onChange([...elsewhere, ...chosen])}
        />
      )}
    </View>
  )
}
