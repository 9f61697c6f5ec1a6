import * as z from 'zod'
import type { Fraction, Matter } from '../../kernel/consents'
import { sampleMin } from '../../kernel/percent'
import type { Counted } from './seal'

/** What takes part and what agrees, of all, in one of the two bases: square centimetres, or heads. */
export interface Base {
  readonly all: number
  readonly participating: number
  readonly agree: number
}

/** Several units of one buyer, or all that are unsold or undelivered: one head together. */
export interface HeadGroup {
  readonly answered: number
  readonly agree: number
}

/**
 * Heads (人数): one for each single unit, and one for each group of units. A group takes part when any of its units has answered, and
 * agrees when all of those agree.
 */
export const headsOf = (singles: Base, groups: readonly HeadGroup[]): Base => {
  const taking = groups.filter(({ answered }) => answered > 0)
  return {
    all: singles.all + groups.length,
    participating: singles.participating + taking.length,
    agree: singles.agree + taking.filter(({ answered, agree }) => agree === answered).length,
  }
}

const fraction = z.strictObject({ numerator: z.int(), denominator: z.int() })

export const panelRow = z.strictObject({
  base: z.enum(['area', 'heads']),
  participation: fraction,
  /** Of those who take part, not of all. */
  agreement: fraction,
  /** Whether the two are what was counted; else they are cut down to whole percents, since they would tell one home's size. */
  isExact: z.boolean(),
  isQuorate: z.boolean(),
  isEnough: z.strictObject({ ordinary: z.boolean(), special: z.boolean() }),
})
export type PanelRow = z.infer<typeof panelRow>

const rowOf = (base: PanelRow['base'], { all, participating, agree }: Base): PanelRow => ({
  base,
  participation: { numerator: participating, denominator: all },
  agreement: { numerator: agree, denominator: participating },
  isExact: true,
  isQuorate: all > 0 && participating * 3 >= all * 2,
  isEnough: {
    ordinary: agree * 2 > participating,
    special: participating > 0 && agree * 4 >= participating * 3,
  },
})

/**
 * The figures of 民法典 art. 278 beside a signature rate: at least two thirds of all take part, by area and by heads; of those, more than
 * half agree in ordinary matters, three quarters in special ones. Figures only: a consent is no vote of an owners' meeting.
 */
export const panelOf = (area: Base, heads: Base): PanelRow[] => [rowOf('area', area), rowOf('heads', heads)]

/** Too few to hide among, and more than none. */
const isFew = (households: number): boolean => households > 0 && households < sampleMin

const cut = ({ numerator, denominator }: Fraction): Fraction => ({
  numerator: denominator === 0 ? 0 : Math.floor((numerator * 100) / denominator),
  denominator: 100,
})

/**
 * The panel as people may read it. A home has its own area, so an area is as good as a name: where those who agree, who say otherwise or
 * who say nothing are fewer than five, their sums of area are cut down to whole percents; what is reached is told from the true ones.
 */
export const shownPanel = (
  rows: readonly PanelRow[],
  { agree, disagree, abstain, households }: Counted,
): PanelRow[] => {
  const isTelling = [agree, disagree + abstain, households - agree - disagree - abstain].some(isFew)
  return rows.map((row) =>
    row.base === 'area' && isTelling
      ? { ...row, participation: cut(row.participation), agreement: cut(row.agreement), isExact: false }
      : row,
  )
}

/** Whether the figures would reach what the article asks for. */
export const reaches = (rows: readonly PanelRow[], matter: Matter): boolean =>
  rows.every(({ isQuorate, isEnough }) => isQuorate && isEnough[matter])
