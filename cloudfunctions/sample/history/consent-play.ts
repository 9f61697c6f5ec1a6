import { decideContact, type After, type Before } from '@/shared/domain/consents/answer'
import type { Consent } from '@/shared/domain/consents/consent'
import type { ContactLog } from '@/shared/domain/consents/contact-log'
import { contactRoles } from '@/shared/domain/consents/contact-roles'
import { tiersOf } from '@/shared/domain/consents/contacts'
import type { Digest, Entry, EntryNote } from '@/shared/domain/consents/entry'
import type { ConsentHousehold } from '@/shared/domain/consents/household'
import type { ConsentTally } from '@/shared/domain/consents/tally'
import type { Household } from '@/shared/domain/organization/records'
import { toInstant } from '@/shared/kernel/time'
import type { Documents } from '../documents'
import { ruled } from './stage'

/** What freezing a set needs to know of the sample's buildings and people. */
export const around = (documents: Documents) => {
  const buildings = new Map(documents.buildings.map((building) => [building._id, building]))
  const estates = new Map(documents.estates.map(({ _id, name }) => [_id, name]))
  const homes = new Map(documents.households.map((household) => [household._id, household]))
  const persons = new Map(documents.persons.map((person) => [person._id, person]))
  const nameOf = (id: string) => `${estates.get(buildings.get(id)!.estateId)}${buildings.get(id)!.name}`
  return {
    buildingOf: (id: string) => {
      const { order, units } = buildings.get(id)!
      return { name: nameOf(id), order, unitIds: units.map((unit) => unit.id) }
    },
    labelOf: ({ buildingId, unitId, name }: Household) =>
      `${nameOf(buildingId)}${buildings.get(buildingId)!.units.find(({ id }) => id === unitId)!.name}${name}`,
    tiers: tiersOf(
      documents.postings
        .filter(({ role }) => contactRoles.some((one) => one === role))
        .map(({ personId, role, scope }) => ({
          personId,
          role,
          scope,
          homeId: persons.get(personId)?.householdId ?? null,
        })),
      {
        gridOfBuilding: (id) => buildings.get(id)?.gridId,
        buildingOfHome: (id) => homes.get(id)?.buildingId,
        duty: documents.communities[0]!.dutyPersonIds.map((personId) => ({
          personId,
          homeId: persons.get(personId)?.householdId ?? null,
          isAway: false,
        })),
      },
    ),
  }
}

/** Everything a consent has written, as it is played. */
export class Play {
  readonly households = new Map<string, ConsentHousehold>()
  readonly tallies = new Map<string, ConsentTally>()
  readonly entries: Entry[] = []
  readonly notes: EntryNote[] = []
  readonly logs: ContactLog[] = []

  constructor(
    public consent: Consent,
    private readonly digest: Digest,
  ) {}

  private before(householdId: string): Before {
    const household = this.households.get(householdId)!
    return { consent: this.consent, household, tally: this.tallies.get(household.blockId)! }
  }

  private keep({ household, tally }: Pick<After, 'household' | 'tally'>): void {
    this.households.set(household.householdId, household)
    this.tallies.set(household.blockId, tally)
  }

  act(
    householdId: string,
    now: number,
    decide: (before: Before, with_: { now: number; digest: Digest }) => After,
  ): void {
    const after = decide(this.before(householdId), { now, digest: this.digest })
    this.keep(after)
    this.entries.push(after.entry)
    this.notes.push(after.note)
  }

  contact(householdId: string, now: number, isReached: boolean, by: ContactLog['by']): void {
    const before = this.before(householdId)
    this.keep(ruled(decideContact(before, isReached, now)))
    this.logs.push({
      _id: `contact-log-${this.consent._id}-${this.logs.length + 1}`,
      communityId: this.consent.communityId,
      consentId: this.consent._id,
      consentHouseholdId: before.household._id,
      at: toInstant(now),
      by,
      way: isReached ? 'visit' : 'phone',
      isReached,
      words: isReached ? null : '电话没有接，周末再去',
    })
  }
}
