import type { Point } from '../../kernel/shapes'
import { dayMs } from '../../kernel/time'
import { metersBetween } from '../organization/distance'
import { classOf } from './classes'
import { classesLike } from './duplicate-classes'
import { areOfOneBuilding, areOfOnePlace, contradict, signsOf, type Sign, type Worded } from './duplicate-signs'
import weights from './duplicate-weights.json'
import type { IssueSettings } from './settings'

/** What is known of a report when it is held against others. */
export interface Told extends Worded {
  readonly buildingId: string | null
  /** The point on the map, or the middle of its building; null where there is none to measure from. */
  readonly spot: Pick<Point, 'longitude' | 'latitude'> | null
  /** When it was reported, epoch milliseconds. */
  readonly at: number
}

/** How likely two reports are about one thing, and what to say beside it. */
export interface Likeness {
  /** 0 to 1; from `likelyFrom` on they are taken for one thing. */
  readonly score: number
  readonly meters: number | null
  readonly isSameBuilding: boolean
}

/** From which score on two reports are taken for one thing: high, as a wrong one shown costs more trust than one missed, which is reported again. */
export const likelyFrom = 0.65
/** How many are shown at most. */
export const duplicatesMax = 5
/** How near and how lately reported things are taken for one, as a community has set it. */
export type DuplicateRule = Pick<IssueSettings, 'duplicateDays' | 'duplicateMeters'>

/** Within how many metres reports of a class may be one thing; null where places mean nothing. */
export const duplicateRadiusOf = (
  classCode: string,
  { duplicateMeters }: Pick<DuplicateRule, 'duplicateMeters'>,
): number | null => {
  const radius = classOf(classCode)?.duplicateRadius ?? null
  return radius === 'usual' ? duplicateMeters : radius
}

/** How much each sign says, as `node config/fit-duplicates.mjs` fitted it to labelled pairs by logistic regression. */
export type Weights = Readonly<Record<Sign, number>>

/**
 * How likely the words of two reports mean one thing, from 0 to 1: never where they contradict each other, else by the sum of what their
 * signs weigh. The same whichever comes first.
 */
export const wordsScoreOf = (a: Worded, b: Worded, weightOf: Weights = weights): number => {
  if (contradict(a, b)) return 0
  const signs = Object.entries(signsOf(a, b)) as [Sign, number][]
  return 1 / (1 + Math.exp(-signs.reduce((sum, [sign, value]) => sum + value * weightOf[sign], 0)))
}

/**
 * By how much two spots are easily off together, metres: a phone's among houses, or the middle of a building for one of its doors.
 */
export const offMeters = 20
/** Within how many metres the same number of a building means the same building, where one of the two is not known by its record. */
export const sameNumberMeters = 100

/** Metres within which a report may be the same thing as one of another class, or null where it cannot at any distance. */
const radiusOf = (classCode: string, otherCode: string, rule: DuplicateRule): number | null => {
  if (!classesLike(classCode).includes(otherCode)) return null
  const radii = [classCode, otherCode].map((code) => duplicateRadiusOf(code, rule))
  return radii.some((radius) => radius === null) ? null : Math.max(...radii.map(Number)) + offMeters
}

/** What can be said of two reports without reading them: null where they cannot be one thing. */
export const nearnessOf = (
  a: Told,
  b: Told,
  rule: DuplicateRule,
): (Omit<Likeness, 'score'> & { readonly isOtherBuilding: boolean }) | null => {
  const radius = radiusOf(a.classCode, b.classCode, rule)
  if (radius === null || Math.abs(a.at - b.at) > rule.duplicateDays * dayMs) return null
  const isSameBuilding = a.buildingId !== null && a.buildingId === b.buildingId
  const meters = a.spot && b.spot ? metersBetween(a.spot, b.spot) : null
  const isNear = (within: number) => meters !== null && meters <= within
  if (!isSameBuilding && !isNear(radius) && !(isNear(sameNumberMeters) && areOfOneBuilding(a, b))) return null
  const areTwo = a.buildingId !== null && b.buildingId !== null && !isSameBuilding
  return { meters, isSameBuilding, isOtherBuilding: areTwo && !areOfOnePlace(a, b) }
}

/**
 * How alike two reports are, or null where they cannot be one thing: classes that are neither the same nor neighbours, a class without
 * places, neither within the radius (the larger of the two) nor in the same building, or too many days apart. Two other buildings
 * score 0. The same whichever comes first.
 */
export const likenessOfReports = (
  a: Told,
  b: Told,
  rule: DuplicateRule,
  weightOf: Weights = weights,
): Likeness | null => {
  const nearness = nearnessOf(a, b, rule)
  if (!nearness) return null
  const { isOtherBuilding, ...rest } = nearness
  return { score: isOtherBuilding ? 0 : wordsScoreOf(a, b, weightOf), ...rest }
}

/** The issues a report is most like, the likeliest first and then the nearest; `least` is the score they must have. */
export const likeliest = <T extends { readonly told: Told }>(
  report: Told,
  others: readonly T[],
  rule: DuplicateRule,
  { least = likelyFrom, most = duplicatesMax }: { least?: number; most?: number } = {},
): (T & { likeness: Likeness })[] =>
  others
    .flatMap((other) => {
      const likeness = likenessOfReports(report, other.told, rule)
      return likeness && likeness.score >= least ? [{ ...other, likeness }] : []
    })
    .sort(
      (a, b) =>
        b.likeness.score - a.likeness.score ||
        (a.likeness.meters ?? 0) - (b.likeness.meters ?? 0) ||
        b.told.at - a.told.at,
    )
    .slice(0, most)
