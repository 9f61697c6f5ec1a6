import type { Building, Household } from '../organization/records'
import { projectSteps } from '../../kernel/projects'
import { buildingSharesIdOf, newShare, withSums, type BuildingShares } from './funding'
import { isCovered } from './money'
import type { Project } from './project'

/** Households pay for what was resolved and is not yet accepted. */
export const mayFundIn = ({ reached, isEnded }: Pick<Project, 'reached' | 'isEnded'>): boolean =>
  !isEnded &&
  projectSteps.indexOf(reached) >= projectSteps.indexOf('deliberated') &&
  projectSteps.indexOf(reached) < projectSteps.indexOf('accepted')

/** Nobody pays for what is not done after all, or whose final account is published; what was paid may still go back. */
export const mayCollectFor = ({ reached, isEnded }: Pick<Project, 'reached' | 'isEnded'>): boolean =>
  !isEnded && reached !== 'settled'

/** Once the final account is published no more goes back, or out of the books, than there is above what was spent of it. */
export const mayTakeOut = (project: Pick<Project, 'state' | 'lines'>, leftFen: number): boolean =>
  project.state !== 'settled' || isCovered(project, leftFen)

/**
 * What a draft by another rule leaves to one by hand: areas and exemptions. Its amounts were reckoned and nobody has agreed on them, so they
 * cannot be opened as if somebody had.
 */
export const unagreed = (building: BuildingShares): BuildingShares =>
  withSums({ ...building, shares: building.shares.map((one) => ({ ...one, plannedFen: 0 })) })

interface Planned {
  fundingId: string
  building: Building
  /** Estate and building together. */
  name: string
  homes: readonly Household[]
  /** What an earlier draft knew of it. */
  earlier: BuildingShares | null
}

/**
 * The shares of a building before anything is computed, unit by unit and door by door. Amounts and exemptions of an earlier draft stay with
 * their households; an area stays where a table brought it, and is the register's of today otherwise.
 */
export const newBuildingShares = ({ fundingId, building, name, homes, earlier }: Planned): BuildingShares => {
  const unitAt = new Map(building.units.map(({ id }, at) => [id, at]))
  const place = ({ unitId }: Household) => unitAt.get(unitId) ?? building.units.length
  const shares = [...homes]
    .sort((a, b) => place(a) - place(b) || a.order - b.order || (a._id < b._id ? -1 : 1))
    .map((home, at) => {
      const label = `${building.units[place(home)]?.name ?? ''}${home.name}`
      const fresh = newShare({ ...home, label, order: at + 1 })
      const known = earlier?.shares.find(({ householdId }) => householdId === home._id)
      if (!known) return fresh
      const { areaHundredths } = known.isAreaTyped ? known : fresh
      return { ...known, label, order: fresh.order, areaHundredths }
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
