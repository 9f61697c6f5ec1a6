import { useState } from 'react'
import { useCapability } from '@/client/hooks'

interface Picked {
  estateId?: string
  buildingId?: string
  unitId?: string
  householdId?: string
}

/** Down from the estate to the door; choosing again above forgets what was chosen below. */
export const useDoor = () => {
  const [picked, setPicked] = useState<Picked>({})
  const places = useCapability('organization.listPlaces', {}, { staleMinutes: 30 })
  const estates = places.data?.estates ?? []
  const estateId = picked.estateId ?? (estates.length === 1 ? estates[0]?.id : undefined)
  const buildings = estates.find(({ id }) => id === estateId)?.buildings ?? []
  const units = buildings.find(({ id }) => id === picked.buildingId)?.units ?? []
  const unitId = picked.unitId ?? (units.length === 1 ? units[0]?.id : undefined)
  const doors = useCapability('residents.listHouseholds', { unitId: unitId ?? '' }, { enabled: unitId !== undefined })
  return {
    places,
    doors,
    estates,
    buildings,
    units,
    households: doors.data?.households ?? [],
    estateId,
    unitId,
    buildingId: picked.buildingId,
    householdId: picked.householdId,
    pickEstate: (id: string) => setPicked({ estateId: id }),
    pickBuilding: (id: string) => setPicked({ estateId, buildingId: id }),
    pickUnit: (id: string) => setPicked({ ...picked, estateId, unitId: id, householdId: undefined }),
    pickHousehold: (id: string) => setPicked({ ...picked, householdId: id }),
  }
}
