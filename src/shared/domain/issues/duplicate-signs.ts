import { namedIn, type Named, type Word } from './duplicate-things'
import { areAboveEachOther, areAlike, areApart, areNextDoor, areOpposite, areSwapped, likenessOf, normalised, saidIn } from './duplicate-words'

/** What is known of a report when its words are held against another's. */
export interface Worded {
  readonly classCode: string
  readonly text: string
}

/** Where the number of a floor is where the thing passes and not where it is. */
const passesFloors = ['lift']
/** Where those above and below each other speak of one matter, each from home, and where those next door do. */
const betweenFloors = ['noise', 'dispute', 'pipes']
const betweenDoors = ['dispute']

const meet = (a: Word, b: Word): boolean => a.some((line) => b.includes(line))
const answered = (some: readonly Word[], others: readonly Word[]): number =>
  some.filter((word) => others.some((other) => meet(word, other))).length
const areShared = (a: readonly Word[], b: readonly Word[]): boolean => answered(a, b) > 0
const areOthers = (a: readonly Word[], b: readonly Word[]): boolean =>
  a.length > 0 && b.length > 0 && !areShared(a, b)
/** How many words each has at least that the other has no answer to. */
const ownOf = (a: readonly Word[], b: readonly Word[]): number =>
  Math.min(a.length - answered(a, b), b.length - answered(b, a))

const bit = (is: boolean): number => (is ? 1 : 0)

/** Two reports that contradict each other in building, unit, flat, floor, lot, number plate, side or colour are never one thing. */
export const contradict = (a: Worded, b: Worded): boolean => {
  const [one, other] = [saidIn(a.text), saidIn(b.text)]
  const isEither = (codes: readonly string[]) => codes.includes(a.classCode) || codes.includes(b.classCode)
  const isBetweenHomes = one.isBetweenHomes || other.isBetweenHomes
  const areHomesApart = (some: readonly string[], others: readonly string[]) =>
    areApart(some, others) &&
    !(isBetweenHomes && isEither(betweenFloors) && areAboveEachOther(some, others)) &&
    !(isBetweenHomes && isEither(betweenDoors) && areNextDoor(some, others))
  return (
    areApart(one.buildings, other.buildings) ||
    areApart(one.units, other.units) ||
    areHomesApart(one.flats, other.flats) ||
    (!isEither(passesFloors) && areHomesApart(one.floors, other.floors)) ||
    areApart(one.lots, other.lots) ||
    areApart(one.plates, other.plates) ||
    areApart(one.colours, other.colours) ||
    areOpposite(one.ends, other.ends)
  )
}

const thingSigns = ({ things: a }: Named, { things: b }: Named) => {
  const both = a.length > 0 && b.length > 0
  const common = answered(a, b) + answered(b, a)
  const isApart = both && common === 0
  return {
    thingsShared: bit(common > 0),
    thingsShare: common / Math.max(1, a.length + b.length),
    thingsOwn: common > 0 ? Math.min(1, ownOf(a, b) / 3) : 0,
    thingsApart: bit(isApart),
    thingsApartMuch: isApart ? Math.min(1, (Math.min(a.length, b.length) - 1) / 2) : 0,
    oneNamesNothing: bit(!both && a.length + b.length > 0),
    noneNamesAnything: bit(a.length + b.length === 0),
  }
}

/**
 * What the words of two reports say of their being one, each sign from 0 to 1 and the same whichever comes first. Things, sorts, faults
 * and places are shared when some word of either stands on a line with some word of the other, and apart when both name some and share
 * none; `thingsShare` is how much of all that is named is shared, and `…Own` that each names others besides. A sentence said the same way
 * with something put in the place of something (`swapped`) means another thing, by as much as the rest is alike.
 */
export const signsOf = (a: Worded, b: Worded) => {
  const codes = [a.classCode, b.classCode]
  const [one, other] = [namedIn(codes, normalised(a.text)), namedIn(codes, normalised(b.text))]
  const [here, there] = [saidIn(a.text), saidIn(b.text)]
  const things = thingSigns(one, other)
  const isAcross = a.classCode !== b.classCode
  return {
    always: 1,
    ...things,
    sortsShared: bit(areShared(one.sorts, other.sorts)),
    sortsOwn: areShared(one.sorts, other.sorts) ? Math.min(1, ownOf(one.sorts, other.sorts) / 2) : 0,
    sortsApart: bit(areOthers(one.sorts, other.sorts)),
    faultsShared: bit(areShared(one.faults, other.faults)),
    faultsApart: bit(areOthers(one.faults, other.faults)),
    placesShared: bit(areShared(one.places, other.places)),
    placesApart: bit(areOthers(one.places, other.places)),
    unitShared: bit(areAlike(here.units, there.units)),
    floorShared: bit(areAlike(here.floors, there.floors)),
    swapped: areSwapped(a.text, b.text) ? likenessOf(a.text, b.text) : 0,
    /** One says that it is another, or that the other was dealt with. */
    another: bit(here.isAnother || there.isAnother),
    acrossClasses: bit(isAcross),
    acrossClassesNothingShared: bit(isAcross && things.thingsShared === 0),
  }
}

export type Signs = ReturnType<typeof signsOf>
export type Sign = keyof Signs
