import type * as z from 'zod'
import type { board, consentHead, contactRow, result } from '../../contracts/consents/shapes'
import { dayOf } from '../../kernel/time'
import { agreementOf, curveOf, participationOf } from './count'
import { isOpen, lastDayOf, type Consent, type ConsentResult } from './consent'
import type { ConsentHousehold } from './household'
import { headsOf, panelOf, shownPanel, type HeadGroup } from './panel'
import { sumOf, type Counted } from './seal'
import { liveOf } from './standing'
import { baseOf, type ConsentTally } from './tally'
import type { ConflictRule } from '../../kernel/consents'

/** What everybody may know of a consent. */
export const headView = (consent: Consent, now: number): z.input<typeof consentHead> => {
  const { _id: id, title, matter, rule, isProgressPublic, state, openedAt, closesAt, closedAt } = consent
  const early = consent.closedEarly
  const { households, vacant, frameHash } = consent
  const about = { id, title, matter, rule, isProgressPublic, state, openedAt, closesAt, closedAt }
  const closedEarly = early ? { byName: early.name, reason: early.reason } : null
  return { ...about, closedEarly, isOpen: isOpen(consent, now), households, vacant, frameHash }
}

const sumsView = (sum: Counted) => ({ ...sum, agreement: agreementOf(sum), participation: participationOf(sum) })

/**
 * How it goes, from the running sums. No panel while answers are taken: between two looks one household may have answered, and by how
 * much the areas or the heads grew would say which, and what.
 */
export const boardView = (
  consent: Consent,
  tallies: readonly ConsentTally[],
  groups: readonly HeadGroup[],
  now: number,
): z.input<typeof board> => {
  const buildings = tallies.map(({ blockId: id, name, households, counts }) => ({ id, name, households, ...counts }))
  const sum = sumOf(buildings)
  const heads = headsOf(baseOf(tallies, 'singles'), groups)
  return {
    sums: sumsView(sum),
    buildings,
    curve: curveOf(
      tallies.flatMap(({ days }) => Object.entries(days)),
      dayOf(consent.openedAt ?? consent.createdAt),
      lastDayOf(consent, now),
    ),
    panel: isOpen(consent, now) ? [] : shownPanel(panelOf(baseOf(tallies, 'area'), heads), sum),
  }
}

/** How it went, from the recount. */
export const countedBoard = (counted: ConsentResult): z.input<typeof board> => ({
  sums: sumsView(sumOf(counted.buildings)),
  buildings: counted.buildings.map(({ id, name, households, agree, disagree, abstain }) => ({
    id,
    name,
    households,
    agree,
    disagree,
    abstain,
  })),
  curve: [...counted.curve],
  panel: counted.panel,
})

export const resultView = (counted: ConsentResult): z.input<typeof result> => {
  const { countedAt, root, signature, publicKey, isAsTallied } = counted
  return { countedAt, root, signature, publicKey, isAsTallied }
}

/** A household for its contact. */
export const contactView = (household: ConsentHousehold, rule: ConflictRule): z.input<typeof contactRow> => {
  const { householdId, label, isVacant, status, isInConflict, contactedAt, link, said } = household
  const channel = liveOf(said, rule)?.channel ?? null
  return { householdId, label, isVacant, status, channel, isInConflict, contactedAt, hasLink: link !== null }
}

/** Whether the desk may: where progress is withheld it is from the desk too, which could else end it while one side is ahead. */
export const isBoardShownToDesk = (consent: Consent, now: number): boolean =>
  consent.state !== 'opening' && (consent.isProgressPublic || !isOpen(consent, now))

/** Whether somebody who is not of the desk may see how it goes: said before opening, or once it is published. */
export const isBoardPublic = ({ state, isProgressPublic }: Consent): boolean =>
  state === 'published' || (isProgressPublic && state !== 'opening')
