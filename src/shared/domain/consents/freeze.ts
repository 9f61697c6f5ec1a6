import { sampleMin } from '../../kernel/percent'
import type { Household } from '../organization/records'
import { askedOf, type Consent } from './consent'
import { assignEvenly, type ToContact } from './contacts'
import type { Digest } from './entry'
import { frozenHousehold, type ConsentHousehold } from './household'
import { frameHashOf, frozenHash, merkleRoot } from './seal'
import { emptyTally, type ConsentTally } from './tally'

/** A building as it is counted: alone, or with other small ones. */
export interface Block {
  readonly id: string
  readonly name: string
  readonly order: number
  readonly buildingIds: readonly string[]
}

interface Asked {
  readonly id: string
  readonly name: string
  readonly order: number
  readonly households: number
}

/**
 * What is counted and shown apart. A building with fewer than five households would tell what a household said, so small ones are counted
 * together, and with the next smallest while they are still too few.
 */
export const blocksOf = (buildings: readonly Asked[]): Block[] => {
  const bySize = [...buildings].sort((a, b) => a.households - b.households || a.order - b.order)
  const together: Asked[] = []
  let held = 0
  for (const building of bySize) {
    const isNeeded = building.households < sampleMin || (held > 0 && held < sampleMin)
    if (!isNeeded) break
    together.push(building)
    held += building.households
  }
  const merged = [...together].sort((a, b) => a.order - b.order)
  const alone = buildings
    .filter((building) => !together.includes(building))
    .map(({ id, name, order }) => ({ id, name, order, buildingIds: [id] }))
  const [first] = merged
  const rest = first
    ? [{ ...first, name: merged.map(({ name }) => name).join('、'), buildingIds: merged.map(({ id }) => id) }]
    : []
  return [...alone, ...rest]
    .map(({ id, name, order, buildingIds }) => ({ id, name, order, buildingIds }))
    .sort((a, b) => a.order - b.order)
}

/** Doors in the order somebody walks them: building, unit, door. Compared as text. */
const walkOrder = (buildingOrder: number, unitAt: number, { order }: Pick<Household, 'order'>): string =>
  [buildingOrder, unitAt, order].map((number) => String(number).padStart(5, '0')).join('-')

/** What the frozen set needs to know of a building: its whole name, its place among others, its units in their order. */
interface FrozenBuilding {
  readonly name: string
  readonly order: number
  readonly unitIds: readonly string[]
}

interface Around {
  readonly buildingOf: (buildingId: string) => FrozenBuilding | undefined
  readonly labelOf: (household: Household) => string
  readonly tiers: (household: Household) => ToContact['tiers']
}

const headKeysOf = ({ groups, salt }: Consent, digest: Digest): Map<string, string> =>
  new Map(
    groups.flatMap(({ householdIds }, at) =>
      householdIds.map((id) => [id, digest(JSON.stringify([salt, 'head', at])).slice(0, 24)] as const),
    ),
  )

/** Every household as it is frozen, in the order one walks them, each with its contact; and the buildings they are counted by. */
export const frozenSet = (
  consent: Consent,
  households: readonly Household[],
  { buildingOf, labelOf, tiers }: Around,
  at: string,
  digest: Digest,
): { households: ConsentHousehold[]; blocks: Block[] } => {
  const walked = households
    .map((household) => {
      const { order = 0, unitIds = [] } = buildingOf(household.buildingId) ?? {}
      return { household, order: walkOrder(order, unitIds.indexOf(household.unitId) + 1, household) }
    })
    .sort((a, b) => (a.order < b.order ? -1 : 1))
  const contacts = assignEvenly(
    walked.map(({ household }) => ({ householdId: household._id, tiers: tiers(household) })),
  )
  const counts = new Map<string, number>()
  for (const { buildingId } of households) counts.set(buildingId, (counts.get(buildingId) ?? 0) + 1)
  const blocks = blocksOf(
    [...counts].map(([id, count]) => {
      const { name = '', order = 0 } = buildingOf(id) ?? {}
      return { id, name, order, households: count }
    }),
  )
  const blockOf = new Map(blocks.flatMap(({ id, buildingIds }) => buildingIds.map((one) => [one, id] as const)))
  const heads = headKeysOf(consent, digest)
  const frozen = walked.map(({ household, order }) =>
    frozenHousehold(
      household,
      {
        consentId: consent._id,
        salt: consent.salt,
        label: labelOf(household),
        order,
        blockId: blockOf.get(household.buildingId)!,
        headKey: heads.get(household._id) ?? '',
        contactId: contacts.get(household._id)!,
        at,
      },
      digest,
    ),
  )
  return { households: frozen, blocks }
}

/** The empty sums of what was frozen, and the hash over all of it that is shown at the opening. */
export const framed = (
  consent: Consent,
  households: readonly ConsentHousehold[],
  blocks: readonly Block[],
  digest: Digest,
): { tallies: ConsentTally[]; frameHash: string; households: number; vacant: number } => {
  const { _id: consentId, communityId } = consent
  const inBlock = (id: string) => households.filter(({ blockId }) => blockId === id)
  const roots = blocks.map(({ id }) => {
    const leaves = inBlock(id).sort((a, b) => (a.pseudonym < b.pseudonym ? -1 : 1))
    const root = merkleRoot(
      leaves.map((one) => frozenHash(consentId, one, digest)),
      digest,
    )
    return { id, households: leaves.length, root }
  })
  return {
    tallies: blocks.map(({ id: blockId, name, order }) =>
      emptyTally({ communityId, consentId, blockId, name, order }, inBlock(blockId)),
    ),
    frameHash: frameHashOf(askedOf(consent), roots, digest),
    households: households.length,
    vacant: households.filter(({ isVacant }) => isVacant).length,
  }
}
