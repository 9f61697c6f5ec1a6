import * as z from 'zod'
import { shareRule, shareSums } from '../../contracts/projects/shapes'
import { refuse, type Refusal } from '../../kernel/decision'
import { day, fileId, id, instant } from '../../kernel/shapes'
import type { ShareRule } from '../../kernel/projects'
import { dayMs, toInstant } from '../../kernel/time'
import type { Actor } from '../../kernel/actor'
import { fromSource } from './money'
import type { BudgetLine } from './project'
import { hundredthsOf, shareOut } from './shares'

/** The self-funding (自筹) of a project: how much, by which rule, from which buildings, and who keeps the money. */
export const fundingRecord = z.strictObject({
  _id: id,
  communityId: id,
  projectId: id,
  title: z.string(),
  rule: shareRule,
  totalFen: z.int().min(1),
  buildingIds: z.array(id),
  /** The one person beside its members who sees what a household pays. */
  treasurer: z.strictObject({ personId: id, name: z.string() }),
  state: z.enum(['draft', 'open']),
  /** What all shares weigh together, for the sum that every household can check, and the largest of them. */
  base: z.strictObject({ households: z.int(), areaHundredths: z.int(), largestFen: z.int() }),
  openedAt: instant.nullable(),
  remindedAt: instant.nullable(),
  /** What the final account spends of what households paid, as the treasurer has confirmed it; null before. */
  confirmedFen: z.int().nullable(),
  /** What each building comes to, in their order, kept with every change of one: what is asked of all of them reads no share. */
  sums: z.array(shareSums.extend({ buildingId: id, name: z.string() })),
  updatedAt: instant,
})
export type Funding = z.infer<typeof fundingRecord>

const share = z.strictObject({
  householdId: id,
  label: z.string(),
  /** Its place within the building: by unit, then by door. */
  order: z.number(),
  /** Hundredths of a square metre; 0 for one that is not known. */
  areaHundredths: z.int().min(0),
  /** Whether a table brought the area, which then holds against the register's. */
  isAreaTyped: z.boolean(),
  plannedFen: z.int().min(0),
  /** Why nothing is due; null where it is. */
  exemptFor: z.string().nullable(),
  paidFen: z.int().min(0),
  refundedFen: z.int().min(0),
})
export type Share = z.infer<typeof share>

/** The shares of one building in one document, so that all of a funding are set and opened at once; a payment writes its building only. */
export const buildingSharesRecord = z.strictObject({
  _id: id,
  communityId: id,
  fundingId: id,
  buildingId: id,
  name: z.string(),
  order: z.number(),
  households: z.int(),
  plannedFen: z.int(),
  exemptFen: z.int(),
  paidFen: z.int(),
  refundedFen: z.int(),
  shares: z.array(share),
})
export type BuildingShares = z.infer<typeof buildingSharesRecord>

/** A slip that was counted; a mistake is made void with a reason, never deleted. */
export const paymentRecord = z.strictObject({
  _id: id,
  communityId: id,
  fundingId: id,
  buildingId: id,
  householdId: id,
  kind: z.enum(['paid', 'refunded']),
  fen: z.int().min(1),
  slipNumber: z.string(),
  fileId: fileId.nullable(),
  /** The ids under which its number and its photo are known. */
  slipIds: z.array(id),
  paidOn: day,
  reason: z.string().nullable(),
  voided: z.strictObject({ at: instant, reason: z.string() }).nullable(),
  at: instant,
})
export type Payment = z.infer<typeof paymentRecord>

/** That a slip's number or photo has been counted, under an id made of it: a second time meets the first. */
export const slipRecord = z.strictObject({ _id: id, communityId: id, paymentId: id })

export const fundingIdOf = (projectId: string): string => `funding:${projectId}`
export const buildingSharesIdOf = (fundingId: string, buildingId: string): string => `${fundingId}:${buildingId}`

/**
 * A slip's number as it is compared: letters wide or narrow, large or small, with or without blanks, dashes and what shows nothing are one.
 */
export const plainSlipNumber = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}_\p{Default_Ignorable_Code_Point}]/gu, '')
    .toUpperCase()

/** Sees what households pay, and keeps it: the named treasurer, nobody else whatever their post. */
export const isTreasurer = (funding: Pick<Funding, 'treasurer' | 'communityId'>, actor: Actor): boolean =>
  funding.treasurer.personId === actor.personId && funding.communityId === actor.communityId

export const dueOf = ({ plannedFen, exemptFor }: Pick<Share, 'plannedFen' | 'exemptFor'>): number =>
  exemptFor === null ? plannedFen : 0

/** What is still to be paid; below nothing what has to go back. */
export const balanceOf = (one: Share): number => dueOf(one) - one.paidFen + one.refundedFen

/** A building's document with its sums made of its shares. */
export const withSums = (building: BuildingShares): BuildingShares => {
  const sum = (of: (one: Share) => number) => building.shares.reduce((whole, one) => whole + of(one), 0)
  return {
    ...building,
    households: building.shares.length,
    plannedFen: sum(({ plannedFen }) => plannedFen),
    exemptFen: sum((one) => one.plannedFen - dueOf(one)),
    paidFen: sum(({ paidFen }) => paidFen),
    refundedFen: sum(({ refundedFen }) => refundedFen),
  }
}

/** What a building comes to, as its funding keeps it. */
const sumsOfBuilding = (building: BuildingShares): Funding['sums'][number] => {
  const { buildingId, name, households, plannedFen, exemptFen, paidFen, refundedFen } = building
  return { buildingId, name, households, plannedFen, exemptFen, paidFen, refundedFen }
}

/** The funding after one of its buildings has changed. */
export const withBuilding = (funding: Funding, changed: BuildingShares): Funding => ({
  ...funding,
  sums: funding.sums.map((one) => (one.buildingId === changed.buildingId ? sumsOfBuilding(changed) : one)),
})

const weightBy: Record<Exclude<ShareRule, 'manual'>, (one: Share) => number> = {
  household: () => 1,
  area: ({ areaHundredths }) => areaHundredths,
}

const inOrder = (buildings: readonly BuildingShares[]): BuildingShares[] =>
  [...buildings].sort((a, b) => a.order - b.order || (a._id < b._id ? -1 : 1))

/** Doors in the order in which the residue is given out: building, unit, door. Every building numbers its doors by itself. */
const walked = (buildings: readonly BuildingShares[]): Share[] =>
  inOrder(buildings).flatMap(({ shares }) => [...shares].sort((a, b) => a.order - b.order))

/**
 * A draft with its shares made by its rule: who is exempt from the start weighs nothing, so the others carry the whole. By hand the
 * amounts stay as somebody wrote them.
 */
export const withShares = (
  funding: Funding,
  buildings: readonly BuildingShares[],
): { funding: Funding; buildings: BuildingShares[] } => {
  const all = walked(buildings)
  const bearing = all.filter(({ exemptFor }) => exemptFor === null)
  const base = {
    households: bearing.length,
    areaHundredths: bearing.reduce((sum, { areaHundredths }) => sum + areaHundredths, 0),
  }
  const { rule } = funding
  const weights =
    rule === 'manual'
      ? null
      : all.map((one, order) => ({
          id: one.householdId,
          order,
          weight: one.exemptFor === null ? weightBy[rule](one) : 0,
        }))
  const given = weights && shareOut(funding.totalFen, weights)
  const fenOf = (one: Share): number => {
    if (rule === 'manual') return one.exemptFor === null ? one.plannedFen : 0
    return given instanceof Map ? (given.get(one.householdId) ?? 0) : 0
  }
  const shared = buildings.map((building) =>
    withSums({ ...building, shares: building.shares.map((one) => ({ ...one, plannedFen: fenOf(one) })) }),
  )
  const largestFen = shared
    .flatMap(({ shares }) => shares)
    .reduce((most, { plannedFen }) => Math.max(most, plannedFen), 0)
  const sums = inOrder(shared).map(sumsOfBuilding)
  return { funding: { ...funding, base: { ...base, largestFen }, sums }, buildings: shared }
}

/** A share before anything is decided. */
export const newShare = (household: {
  _id: string
  label: string
  order: number
  areaSquareMeters: number
}): Share => ({
  householdId: household._id,
  label: household.label,
  order: household.order,
  areaHundredths: hundredthsOf(household.areaSquareMeters),
  isAreaTyped: false,
  plannedFen: 0,
  exemptFor: null,
  paidFen: 0,
  refundedFen: 0,
})

/**
 * Opened for payment: from now on every share stays as it is. All of them must come to the sum, by area each needs one, and the sum is what
 * the budget (`lines`) plans of the households, for that is what was put to them.
 */
export const openFunding = (
  funding: Funding,
  lines: readonly BudgetLine[],
  buildings: readonly BuildingShares[],
  now: number,
): Funding | Refusal<'FUNDING_ALREADY_OPEN' | 'AREA_UNFIT' | 'SHARES_DO_NOT_SUM' | 'FUNDING_NOT_AS_BUDGETED'> => {
  if (funding.state === 'open') return refuse('FUNDING_ALREADY_OPEN')
  const all = buildings.flatMap(({ shares }) => shares)
  const isUnfit = (one: Share) => one.exemptFor === null && one.areaHundredths === 0
  if (funding.rule === 'area' && all.some(isUnfit)) return refuse('AREA_UNFIT')
  const sum = all.reduce((whole, { plannedFen }) => whole + plannedFen, 0)
  if (sum !== funding.totalFen) return refuse('SHARES_DO_NOT_SUM')
  if (fromSource(lines, 'selfFunding').plannedFen !== funding.totalFen) return refuse('FUNDING_NOT_AS_BUDGETED')
  return { ...funding, state: 'open', openedAt: toInstant(now), updatedAt: toInstant(now) }
}

/** Days between two reminders of one self-funding; a reminder is help, not pressure. */
const remindDays = 7

/** The funding after its households were reminded. */
export const reminded = (
  funding: Funding,
  now: number,
): Funding | Refusal<'FUNDING_NOT_OPEN' | 'REMINDED_RECENTLY'> => {
  if (funding.state !== 'open') return refuse('FUNDING_NOT_OPEN')
  if (funding.remindedAt && now < Date.parse(funding.remindedAt) + remindDays * dayMs)
    return refuse('REMINDED_RECENTLY')
  return { ...funding, remindedAt: toInstant(now) }
}
