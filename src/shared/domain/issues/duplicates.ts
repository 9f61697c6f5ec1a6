import type { Point } from '../../kernel/shapes'
import { dayMs } from '../../kernel/time'
import { metersBetween } from '../organization/distance'
import { classOf } from './classes'
import type { IssueSettings } from './settings'
import { namedIn, type Named } from './duplicate-things'
import {
  areAlike,
  areApart,
  areOpposite,
  areSwapped,
  likenessOf,
  normalised,
  saidIn,
  type Said,
} from './duplicate-words'

/** What is known of a report when it is held against others. */
export interface Told {
  readonly classCode: string
  readonly text: string
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

/** From which score on two reports are taken for one thing. */
export const likelyFrom = 0.5
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

/** Where the number of a floor is where the thing passes and not where it is. */
const passesFloors = ['lift']

const contradicts = (classCode: string, a: Said, b: Said): boolean =>
  areApart(a.buildings, b.buildings) ||
  areApart(a.units, b.units) ||
  areApart(a.flats, b.flats) ||
  (!passesFloors.includes(classCode) && areApart(a.floors, b.floors)) ||
  areApart(a.lots, b.lots) ||
  areApart(a.colours, b.colours) ||
  areOpposite(a.ends, b.ends)

const commonOf = (a: ReadonlySet<number>, b: ReadonlySet<number>): number => [...a].filter((one) => b.has(one)).length

/**
 * What the things two texts name say of their being one: the share of all that both name, less where each has things of its own; the
 * opposite where they name only others; and little where one of them names none, unless the places differ too.
 */
const fromThings = (a: Named, b: Named): number => {
  const common = commonOf(a.things, b.things)
  const isPlaceApart = a.places.size > 0 && b.places.size > 0 && commonOf(a.places, b.places) === 0
  if (a.things.size === 0 || b.things.size === 0) return isPlaceApart ? -0.1 : 0.12
  if (common === 0) return -0.4
  const hasOwn = common < a.things.size && common < b.things.size
  return (
    0.1 + (0.3 * common) / (a.things.size + b.things.size - common) - (hasOwn ? 0.05 : 0) - (isPlaceApart ? 0.1 : 0)
  )
}

/**
 * How likely two texts of one class mean one thing, from 0 to 1. Two that contradict each other in building, unit, flat, floor, lot,
 * side or colour never do. Else 0.5, and to it what the things they name say (−0.4 to 0.4); 0.1 for a unit or a floor in common; −0.1
 * for places that have nothing in common; −0.6 × the likeness of the words where each has words of its own in place of the other's; −0.3
 * where the one says that it is another, and −0.6 where it says that the other was dealt with. The same whichever comes first.
 */
export const textScoreOf = (classCode: string, a: string, b: string): number => {
  const [one, other] = [saidIn(a), saidIn(b)]
  if (contradicts(classCode, one, other)) return 0
  const score =
    0.5 +
    fromThings(namedIn(classCode, normalised(a)), namedIn(classCode, normalised(b))) +
    (areAlike(one.units, other.units) || areAlike(one.floors, other.floors) ? 0.1 : 0) -
    (areApart(one.spots, other.spots) ? 0.1 : 0) -
    (areSwapped(a, b) ? 0.6 * likenessOf(a, b) : 0) -
    (one.isAnother || other.isAnother ? 0.3 : 0) -
    (one.isEnded || other.isEnded ? 0.6 : 0)
  return Math.min(1, Math.max(0, score))
}

/**
 * How alike two reports are, or null where they cannot be one thing: another class, a class without places, neither within the radius
 * of the class nor in the same building, another building, or too many days apart. The same whichever comes first.
 */
export const likenessOfReports = (a: Told, b: Told, rule: DuplicateRule): Likeness | null => {
  const radius = duplicateRadiusOf(a.classCode, rule)
  if (radius === null || a.classCode !== b.classCode) return null
  if (Math.abs(a.at - b.at) > rule.duplicateDays * dayMs) return null
  const isSameBuilding = a.buildingId !== null && a.buildingId === b.buildingId
  const meters = a.spot && b.spot ? metersBetween(a.spot, b.spot) : null
  if (!isSameBuilding && (meters === null || meters > radius)) return null
  const isOther = a.buildingId !== null && b.buildingId !== null && !isSameBuilding
  return { score: isOther ? 0 : textScoreOf(a.classCode, a.text, b.text), meters, isSameBuilding }
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
