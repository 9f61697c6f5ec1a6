import { besidesIn, namedIn, type Known, type Named, type Word } from './duplicate-things'
import {
  areAboveEachOther,
  areAlike,
  areApart,
  areNextDoor,
  areOpposite,
  buildingsIn,
  type Said,
} from './duplicate-said'
import { normalised } from './duplicate-spelling'
import { lengthOf, swappedLikenessOf, unansweredOf, wordingOf, type SameWords, type Wording } from './duplicate-words'
import type { Point } from '../../kernel/shapes'
import { dayMs } from '../../kernel/time'
import { metersBetween } from '../organization/distance'

/** What is known of a report when its words are held against another's. */
export interface Worded {
  readonly classCode: string
  readonly text: string
  /** When it was reported, epoch milliseconds; unknown where only words are compared. */
  readonly at?: number
  /** Where it is on the map; unknown where only words are compared. */
  readonly spot?: Pick<Point, 'longitude' | 'latitude'> | null
  /** What the building it was reported for is called on record: 3号楼. */
  readonly buildingName?: string | null
}

const wordings = new WeakMap<Worded, Wording>()
const wordingFor = (report: Worded): Wording => {
  const wording = wordings.get(report) ?? wordingOf(report.text)
  wordings.set(report, wording)
  return wording
}

/** The numbers of the buildings a report names, else of the one it was reported for. */
const buildingsOf = (report: Worded): readonly string[] => {
  const { buildings } = wordingFor(report).said
  return buildings.length > 0 ? buildings : buildingsIn(normalised(report.buildingName ?? ''))
}

const named = new WeakMap<Worded, Map<string, Named>>()
/** What a report names in the words of its class and of the one it is compared with, read once. */
const namedFor = (report: Worded, other: Worded): Named => {
  const readings = named.get(report) ?? new Map<string, Named>()
  named.set(report, readings)
  const reading = readings.get(other.classCode) ?? namedIn([report.classCode, other.classCode], wordingFor(report).text)
  readings.set(other.classCode, reading)
  return reading
}

const besides = new WeakMap<Worded, Named>()
const besidesFor = (report: Worded): Named => {
  const reading = besides.get(report) ?? besidesIn(wordingFor(report).text)
  besides.set(report, reading)
  return reading
}

/** Where the number of a floor is where the thing passes and not where it is. */
const passesFloors = ['lift']
/** Where those above and below each other speak of one matter, each from home, and where those next door do. */
const betweenFloors = ['noise', 'dispute', 'pipes']
const betweenDoors = ['dispute']

const meet = (a: Word, b: Word): boolean => a.lines.some((line) => b.lines.includes(line))
/** The words of the one that stand on a line with some word of the other. */
const answeredOf = (some: readonly Word[], others: readonly Word[]): Word[] =>
  some.filter((word) => others.some((other) => meet(word, other)))
const answered = (some: readonly Word[], others: readonly Word[]): number => answeredOf(some, others).length
/** All words of a text that the other says in words of its own, or in the same. */
const sameSaid = (a: Named, b: Named): string[] =>
  (['things', 'sorts', 'faults', 'places'] as const).flatMap((kind) =>
    answeredOf(a[kind], b[kind]).map(({ word }) => word),
  )
const areShared = (a: readonly Word[], b: readonly Word[]): boolean => answered(a, b) > 0
const areOthers = (a: readonly Word[], b: readonly Word[]): boolean => a.length > 0 && b.length > 0 && !areShared(a, b)
/** How many words each has at least that the other has no answer to. */
const ownOf = (a: readonly Word[], b: readonly Word[]): number =>
  Math.min(a.length - answered(a, b), b.length - answered(b, a))

const bit = (is: boolean): number => (is ? 1 : 0)

const frontAndBack = ['front+', 'front-']

/**
 * True where two buildings named are the two sides of one place: “14号楼后面” and “17号楼前面”, or “16和17号楼中间” and “16号楼旁边”.
 */
export const areOfOnePlace = (a: Worded, b: Worded): boolean => {
  const [one, other] = [wordingFor(a).said, wordingFor(b).said]
  const [near, far] = [one.ends, other.ends].map((ends) => ends.filter((end) => frontAndBack.includes(end)))
  const isBetween = ({ isBetween: says, buildings }: Said) => says && buildings.length > 1
  const areTwo = areApart(one.buildings, other.buildings)
  return (
    (!areTwo && (isBetween(one) || isBetween(other))) ||
    (areTwo && near!.length === 1 && far!.length === 1 && near![0] !== far![0])
  )
}

/** True where both name a building or were reported for one, and it has the same number. */
export const areOfOneBuilding = (a: Worded, b: Worded): boolean => areAlike(buildingsOf(a), buildingsOf(b))

/**
 * True where one speaks of what came after the other was dealt with: the later one says that it is there again, a day or more after
 * the earlier was reported, or one says that it is over.
 */
const isAfterMending = (a: Worded, b: Worded): boolean => {
  const [earlier, later] = (a.at ?? 0) <= (b.at ?? 0) ? [a, b] : [b, a]
  const [before, after] = [wordingFor(earlier).said.mending, wordingFor(later).said.mending]
  if ((before === 'done') !== (after === 'done')) return true
  if (a.at === undefined || b.at === undefined) return before !== after
  return after === 'again' && before !== 'again' && Math.abs(a.at - b.at) >= dayMs
}

/** Classes whose reports may tell of something that happened once; elsewhere what was stolen or broken is still so. */
const ofIncidents = ['pets', 'lift', 'fraud', 'hardship', 'dispute']
/** How long after an incident others still report it. */
const incidentDays = 7

/** True where both tell of something that happened once, too many days apart to have been one. */
const areTwoIncidents = (a: Worded, b: Worded): boolean =>
  [a, b].every((report) => ofIncidents.includes(report.classCode) && wordingFor(report).said.isIncident) &&
  Math.abs((a.at ?? b.at ?? 0) - (b.at ?? a.at ?? 0)) > incidentDays * dayMs

/**
 * Two reports that contradict each other in building, unit, flat, floor, lot, number plate, side or colour,
 * of which one came after the other was dealt with, or that tell of two incidents, are never one thing.
 */
export const contradict = (a: Worded, b: Worded): boolean => {
  const [one, other] = [wordingFor(a).said, wordingFor(b).said]
  const isEither = (codes: readonly string[]) => codes.includes(a.classCode) || codes.includes(b.classCode)
  const isBetweenHomes = one.isBetweenHomes || other.isBetweenHomes
  const areHomesApart = (some: readonly string[], others: readonly string[]) =>
    areApart(some, others) &&
    !(isBetweenHomes && isEither(betweenFloors) && areAboveEachOther(some, others)) &&
    !(isBetweenHomes && isEither(betweenDoors) && areNextDoor(some, others))
  const isOnePlace = areOfOnePlace(a, b)
  return (
    (areApart(buildingsOf(a), buildingsOf(b)) && !isOnePlace) ||
    areApart(one.units, other.units) ||
    areHomesApart(one.flats, other.flats) ||
    (!isEither(passesFloors) && areHomesApart(one.floors, other.floors)) ||
    areApart(one.lots, other.lots) ||
    areApart(one.plates, other.plates) ||
    areApart(one.colours, other.colours) ||
    (areOpposite(one.ends, other.ends) && !isOnePlace) ||
    isAfterMending(a, b) ||
    areTwoIncidents(a, b)
  )
}

/** How many days and metres apart say all that being apart says. */
const daysMost = 30
const metersMost = 100

/** Classes whose matters stay until somebody mends them: a report of weeks ago may well be of the same one. */
const lasting = ['road', 'publicFacility', 'powerLight', 'greenery', 'illegalBuild', 'rubble', 'labour', 'other']

/** How far apart two reports are in time and in place, each from 0 to 1; what is not known says nothing. */
const apartSigns = (a: Worded, b: Worded) => {
  const days = a.at === undefined || b.at === undefined ? 0 : Math.min(1, Math.abs(a.at - b.at) / dayMs / daysMost)
  const isLasting = lasting.includes(a.classCode) || lasting.includes(b.classCode)
  return {
    daysApart: days,
    passingApart: isLasting ? 0 : days,
    metersApart: a.spot && b.spot ? Math.min(1, metersBetween(a.spot, b.spot) / metersMost) : 0,
  }
}

const thingSigns = ({ things: a }: Named, { things: b }: Named) => {
  const both = a.length > 0 && b.length > 0
  const common = answered(a, b) + answered(b, a)
  return {
    thingsShared: bit(common > 0),
    thingsShare: common / Math.max(1, a.length + b.length),
    thingsOwn: common > 0 ? Math.min(1, ownOf(a, b) / 3) : 0,
    thingsApart: bit(both && common === 0),
    oneNamesNothing: bit(!both && a.length + b.length > 0),
    noneNamesAnything: bit(a.length + b.length === 0),
  }
}

/** What they speak of besides what their class knows: how much of it is shared, what each has of its own, and the time of day. */
const besidesSigns = (a: Named, b: Named) => ({
  besidesShare:
    (answered(a.things, b.things) + answered(b.things, a.things)) / Math.max(1, a.things.length + b.things.length),
  besidesOwn: Math.min(1, ownOf(a.things, b.things) / 3),
  timesApart: bit(areOthers(a.places, b.places)),
})

/**
 * What the words of two reports say of their being one, each sign from 0 to 1 and the same whichever comes first. Things, sorts, faults
 * and places are shared when some word of either stands on a line with some word of the other, and things, sorts and faults apart when
 * both name some and share none (places never: one place has many descriptions that are all true); `thingsShare` is how much of all that
 * is named is shared, and `…Own` that each names others besides. A sentence said the same way with something put in the place of
 * something (`swapped`) means another thing, by as much as the rest is alike; `unanswered` is how much each says at least that the
 * other does not, in no words at all.
 */
export const signsOf = (a: Worded, b: Worded, isKnown?: Known) => {
  const codes = [a.classCode, b.classCode]
  const [one, other] = isKnown
    ? [namedIn(codes, wordingFor(a).text, isKnown), namedIn(codes, wordingFor(b).text, isKnown)]
    : [namedFor(a, b), namedFor(b, a)]
  const [around, beside] = isKnown
    ? [besidesIn(wordingFor(a).text, isKnown), besidesIn(wordingFor(b).text, isKnown)]
    : [besidesFor(a), besidesFor(b)]
  const [here, there] = [wordingFor(a).said, wordingFor(b).said]
  const same: SameWords = [
    [...sameSaid(one, other), ...sameSaid(around, beside)],
    [...sameSaid(other, one), ...sameSaid(beside, around)],
  ]
  return {
    always: 1,
    ...thingSigns(one, other),
    ...besidesSigns(around, beside),
    unanswered: unansweredOf(wordingFor(a), wordingFor(b), same),
    length: lengthOf(wordingFor(a), wordingFor(b)),
    sortsShared: bit(areShared(one.sorts, other.sorts)),
    sortsOwn: areShared(one.sorts, other.sorts) ? Math.min(1, ownOf(one.sorts, other.sorts) / 2) : 0,
    sortsApart: bit(areOthers(one.sorts, other.sorts)),
    faultsShared: bit(areShared(one.faults, other.faults)),
    faultsApart: bit(areOthers(one.faults, other.faults)),
    unitShared: bit(areAlike(here.units, there.units)),
    floorShared: bit(areAlike(here.floors, there.floors)),
    swapped: swappedLikenessOf(wordingFor(a), wordingFor(b), same),
    /** One says that it is another. */
    another: bit(here.isAnother || there.isAnother),
    acrossClasses: bit(a.classCode !== b.classCode),
    ...apartSigns(a, b),
  }
}

export type Signs = ReturnType<typeof signsOf>
export type Sign = keyof Signs
