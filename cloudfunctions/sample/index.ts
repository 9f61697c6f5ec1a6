import { chanceFrom } from './chance'
import type { Documents } from './documents'
import { lanqiao } from './lanqiao'
import { inventedNames } from './names'
import { personaOf, type Persona } from './personas'
import { xinsheng } from './xinsheng'

/** Whom one may sign in as, and in which order they are listed. The newcomer has no record and comes last. */
const isPersona =
  /^(b-resident-1|b-worker-grid-1|b-community-worker-1|resident-grid-\d|worker-grid-\d|group-leader-\d|branch-secretary-\d|community-worker-\d|property-manager-\d|area-police-1|officer-[a-z-]+|clerk-\d|administrator-1|local-unit-1|volunteer-1|building-head-1|unit-head-1|hub-1)$/

/**
 * One believable community, and a small second one beside it, as the documents they consist of. The same seed and day give the
 * same documents to the byte. `today` only moves the days of terms and leaves.
 */
export const sampleCommunity = (today: string, seed = 1): { documents: Documents; personas: Persona[] } => {
  const chance = chanceFrom(seed)
  const names = inventedNames(chance)
  const main = xinsheng(today, chance, names)
  const second = lanqiao(today, chance, names)
  const documents: Documents = {
    communities: [...main.communities, ...second.communities],
    estates: [...main.estates, ...second.estates],
    buildings: [...main.buildings, ...second.buildings],
    households: [...main.households, ...second.households],
    grids: [...main.grids, ...second.grids],
    partyNodes: [...main.partyNodes, ...second.partyNodes],
    departments: [...main.departments, ...second.departments],
    persons: [...main.persons, ...second.persons],
    postings: [...main.postings, ...second.postings],
    rosterDays: [...main.rosterDays, ...second.rosterDays],
    centres: [...main.centres, ...second.centres],
  }
  const gridOfBuilding = new Map(documents.buildings.map(({ _id, gridId }) => [_id, gridId]))
  const gridOfHousehold = new Map(
    documents.households.map(({ _id, buildingId }) => [_id, gridOfBuilding.get(buildingId)!]),
  )
  return {
    documents,
    personas: [
      ...documents.persons
        .filter(({ _id }) => isPersona.test(_id))
        .map((person) => personaOf(person, documents.postings, (id) => gridOfHousehold.get(id)!, today)),
      {
        id: 'newcomer-1',
        openid: 'openid-newcomer-1',
        name: '新居民',
        roles: [],
        postings: [],
        communityId: 'xinsheng',
      },
    ],
  }
}
