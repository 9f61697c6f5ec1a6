import type { organization } from '@/shared/contracts/organization'
import { householdHeads, householdRow } from '@/shared/domain/organization/household-table'
import { refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { writeSpreadsheet } from '../../runtime/write-spreadsheet'
import { householdsIn, stairsOf } from './register-of'

/** The register of one estate, in the form in which it is read back. */
export const exportHouseholds: Handler<typeof organization.exportHouseholds> = async (
  { estateId },
  { actor, store, directory },
) => {
  const place = await directory()
  const estate = place.estateById.get(estateId)
  if (!estate) return refuse('NOT_FOUND')
  const stairs = stairsOf(place).filter((one) => one.estateId === estateId)
  const byUnit = new Map(stairs.map((stair) => [stair.unitId, stair]))
  const found = await householdsIn([...new Set(stairs.map(({ buildingId }) => buildingId))], actor.communityId, store)
  const rows = found.flatMap((household) => {
    const stair = byUnit.get(household.unitId)
    return stair ? [householdRow(household, stair)] : []
  })
  const text = new TextDecoder().decode(await writeSpreadsheet('csv', estate.name, [householdHeads, ...rows]))
  return { name: `${estate.name}户册.csv`, text, rows: rows.length }
}
