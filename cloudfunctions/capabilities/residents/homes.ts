import type { Home } from '@/shared/domain/residents/assistance'
import type { Household } from '@/shared/domain/organization/records'
import type { Directory } from '../../store/directory'

/** A household with the grid its building belongs to, which posts reach it by. */
export const homeOf = (household: Household, { buildingById }: Directory): Home => ({
  ...household,
  gridId: buildingById.get(household.buildingId)?.gridId ?? null,
})
