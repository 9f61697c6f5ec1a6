import type { Draft } from '@/client/drafts'
import type { ContractOf } from '@/shared/contracts'
import type { OutputOf } from '@/shared/kernel/capability'

export type Estate = OutputOf<ContractOf<'organization.listPlaces'>>['estates'][number]
export type Place = Draft['place']

/** Somewhere with a name: what is sent, and how a person reads it. */
export interface NamedPlace {
  place: Place
  label: string
}

/** The part of a place that was picked or marked, without what was typed beside it. */
export const spotOf = ({ words: _words, ...spot }: Place): Place => spot

/** True when something was picked or marked, so that typed words are only a hint. */
export const hasSpot = (place: Place): boolean => Object.keys(spotOf(place)).length > 0

type Building = Estate['buildings'][number]

export const inEstate = (estate: Estate): NamedPlace => ({
  place: { estateId: estate.id },
  label: `${estate.name}（公共区域）`,
})

export const inBuilding = (estate: Estate, building: Building, unitId?: string): NamedPlace => {
  const unit = building.units.find(({ id }) => id === unitId)
  return {
    place: { estateId: estate.id, buildingId: building.id, ...(unit ? { unitId: unit.id } : {}) },
    label: `${estate.name} ${building.name}${unit ? ` ${unit.name}` : ''}`,
  }
}

/** A building by its id, wherever it stands. */
export const findBuilding = (estates: readonly Estate[], buildingId: string | undefined) => {
  for (const estate of estates) {
    const building = estate.buildings.find(({ id }) => id === buildingId)
    if (building) return { estate, building }
  }
  return null
}

const tokens = (typed: string): { names: string[]; numbers: string[] } => {
  const parts = typed.replace(/小区|号楼|单元|号|楼|栋/g, ' ').match(/\d+|[^\d\s]+/g) ?? []
  return { names: parts.filter((part) => !/^\d/.test(part)), numbers: parts.filter((part) => /^\d/.test(part)) }
}

const foundMax = 12

/**
 * Buildings and units that answer what was typed, as people say it: "房石", "3号楼", "鑫盛 12 2单元". The first number is the
 * building, the second the unit.
 */
export const searchPlaces = (estates: readonly Estate[], typed: string): NamedPlace[] => {
  const { names, numbers } = tokens(typed)
  if (names.length + numbers.length === 0) return []
  const [number, unitNumber] = numbers
  const found: NamedPlace[] = []
  for (const estate of estates) {
    if (!names.every((name) => estate.name.includes(name))) continue
    if (!number) found.push(inEstate(estate))
    for (const building of estate.buildings) {
      if (number && parseInt(building.name, 10) !== Number(number)) continue
      const unit = unitNumber && building.units.find(({ name }) => parseInt(name, 10) === Number(unitNumber))
      if (unitNumber && !unit) continue
      found.push(inBuilding(estate, building, unit ? unit.id : undefined))
    }
  }
  return found.slice(0, foundMax)
}
