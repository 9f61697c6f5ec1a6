import { dayOf } from '../../kernel/time'
import { askedOf, lastDayOf, type Consent, type ConsentResult } from './consent'
import { curveOf, type DayChange } from './count'
import type { Digest, Entry, EntryNote } from './entry'
import { countBuilding, exportOf } from './export-log'
import type { ConsentHousehold } from './household'
import { headsOf, panelOf, shownPanel, type Base, type HeadGroup } from './panel'
import { sumOf } from './seal'
import { isConflict, liveOf, nothingSaid, saidAfter } from './standing'
import type { ConsentTally } from './tally'

interface Raw {
  readonly consent: Consent
  readonly blocks: readonly Pick<ConsentTally, 'blockId' | 'name'>[]
  readonly households: readonly ConsentHousehold[]
  /** By pseudonym, in their order. */
  readonly entries: ReadonlyMap<string, readonly Entry[]>
  /** By the line they belong to. */
  readonly notes: ReadonlyMap<string, EntryNote>
}

/** What the count needs of one household, from its raw lines alone. */
const readOver = ({ consent, entries, notes }: Raw, household: ConsentHousehold) => {
  const changes: (readonly [string, DayChange])[] = []
  let said = nothingSaid
  let live = liveOf(said, consent.rule)
  let lastDay = dayOf(consent.openedAt ?? consent.createdAt)
  const chain = entries.get(household.pseudonym) ?? []
  for (const entry of chain) {
    said = saidAfter(said, entry, consent.rule)
    const next = liveOf(said, consent.rule)
    // A note that left with its signer leaves its line on the day of the one before.
    lastDay = dayOf(notes.get(entry._id)?.at ?? lastDay)
    if (next?.answer === live?.answer) continue
    if (live) changes.push([lastDay, { [live.answer]: -1 }])
    if (next) changes.push([lastDay, { [next.answer]: 1 }])
    live = next
  }
  return { household, chain, live, changes, isInConflict: isConflict(said) }
}

const none: Base = { all: 0, participating: 0, agree: 0 }

const plus = (to: Base, weight: number, answer: string | undefined): Base => ({
  all: to.all + weight,
  participating: to.participating + (answer ? weight : 0),
  agree: to.agree + (answer === 'agree' ? weight : 0),
})

/**
 * Counts a consent from its raw log and from nothing else: buildings, total, curve, both bases of art. 278, the export and its root.
 * Running sums are not looked at.
 */
export const recount = (
  raw: Raw,
  digest: Digest,
): {
  counted: Pick<ConsentResult, 'root' | 'buildings' | 'curve' | 'panel' | 'conflicts'>
  text: string
  frameHash: string
  area: Base
  heads: Base
} => {
  const { consent, blocks } = raw
  const asked = askedOf(consent)
  const { consentId, rule } = asked
  const read = raw.households.map((household) => readOver(raw, household))
  const inBlock = new Map<string, (typeof read)[number][]>(blocks.map(({ blockId }) => [blockId, []]))
  for (const one of read) {
    const block = inBlock.get(one.household.blockId)
    // Left out without a word it would be a count of fewer than were asked.
    if (!block) throw new Error(`the household ${one.household._id} is counted with no building`)
    block.push(one)
  }
  const parts = blocks.map(({ blockId: id, name }, at) =>
    countBuilding(
      { consentId, id, name, number: at + 1, rule },
      inBlock.get(id)!.map(({ household: { pseudonym, weightDigest }, chain }) => ({
        pseudonym,
        weightDigest,
        entries: chain,
      })),
      digest,
    ),
  )
  const groups = new Map<string, HeadGroup>()
  let [area, singles] = [none, none]
  for (const { household, live } of read) {
    const { headKey, areaSquareCentimeters } = household
    area = plus(area, areaSquareCentimeters, live?.answer)
    if (headKey === '') singles = plus(singles, 1, live?.answer)
    else {
      const { answered, agree } = groups.get(headKey) ?? { answered: 0, agree: 0 }
      groups.set(headKey, {
        answered: answered + (live ? 1 : 0),
        agree: agree + (live?.answer === 'agree' ? 1 : 0),
      })
    }
  }
  const heads = headsOf(singles, [...groups.values()])
  const buildings = parts.map(({ sealed }) => ({ ...sealed }))
  const panel = shownPanel(panelOf(area, heads), sumOf(buildings))
  const { text, root, frameHash } = exportOf({ ...asked, panel }, parts, digest)
  const curve = curveOf(
    read.flatMap(({ changes }) => changes),
    dayOf(consent.openedAt ?? consent.createdAt),
    lastDayOf(consent),
  ).map((point) => ({ ...point }))
  const conflicts = read.filter(({ isInConflict }) => isInConflict).length
  return { counted: { root, buildings, curve, panel, conflicts }, text, frameHash, area, heads }
}
