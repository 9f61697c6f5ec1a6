import type { Building, Household } from '../organization/records'
import { projectSteps } from '../../kernel/projects'
import { buildingSharesIdOf, newShare, withSums, type BuildingShares } from './funding'
import type { Project } from './project'

/** Households pay for what was resolved and is not yet accepted. */
export const mayFundIn = ({ reached, isEnded }: Pick<Project, 'reached' | 'isEnded'>): boolean =>
  !isEnded &&
  projectSteps.indexOf(reached) >= projectSteps.indexOf('deliberated') &&
  projectSteps.indexOf(reached) < projectSteps.indexOf('accepted')

/** Nobody pays for what is not done after all, or whose final account is published; what was paid may still go back. */
export const mayCollectFor = ({ reached, isEnded }: Pick<Project, 'reached' | 'isEnded'>): boolean =>
  !isEnded && reached !== 'settled'

interface Planned {
  fundingId: string
  building: Building
  /** Estate and building together. */
  name: string
  homes: readonly Household[]
  /** What an earlier draft knew of it. */
  earlier: BuildingShares | null
}

/** The shares of a building before anything is computed; areas, amounts and exemptions of an earlier draft stay with their households. */
export const newBuildingShares = ({ fundingId, building, name, homes, earlier }: Planned): BuildingShares => {
  const unitNames = new Map(building.units.map((unit) => [unit.id, unit.name]))
  const shares = [...homes]
    .sort((a, b) => a.order - b.order)
    .map((home) => {
      const fresh = newShare({ ...home, label: `${unitNames.get(home.unitId) ?? ''}${home.name}` })
      const known = earlier?.shares.find(({ householdId }) => householdId === home._id)
      return known ? { ...known, label: fresh.label, order: fresh.order } : fresh
    })
  return withSums({
    _id: buildingSharesIdOf(fundingId, building._id),
    communityId: building.communityId,
    fundingId,
    buildingId: building._id,
    name,
    order: building.order,
    households: 0,
    plannedFen: 0,
    exemptFen: 0,
    paidFen: 0,
    refundedFen: 0,
    shares,
  })
}
