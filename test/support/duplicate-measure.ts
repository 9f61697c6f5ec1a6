import { likelyFrom, likenessOfReports, type Weights } from '@/shared/domain/issues/duplicates'
import { defaultIssueSettings } from '@/shared/domain/issues/settings'
import { developmentSets, fitted, readPairs, rowsOf, toldOf, type Pair } from './duplicate-pairs'

const scoreOf = ({ a, b, isGone }: Pair, by?: Weights): number =>
  isGone ? 0 : (likenessOfReports(toldOf(a), toldOf(b), defaultIssueSettings, by)?.score ?? 0)

export const isTaken = (pair: Pair, by?: Weights): boolean => scoreOf(pair, by) >= likelyFrom

export interface Share {
  of: number
  all: number
}
export const valueOf = ({ of, all }: Share): number => of / all

/** Wilson's interval of a share, at 95 %. */
const intervalOf = ({ of, all }: Share): [number, number] => {
  const [share, z] = [of / all, 1.96]
  const middle = (share + (z * z) / (2 * all)) / (1 + (z * z) / all)
  const reach = (z / (1 + (z * z) / all)) * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all))
  return [middle - reach, middle + reach]
}

export const wordsOf = (share: Share): string => {
  const [low, high] = intervalOf(share).map((one) => one.toFixed(3))
  return `${valueOf(share).toFixed(3)} (${share.of}/${share.all}, ${low} to ${high})`
}

export interface Measure {
  recall: Share
  precision: Share
}

export const measured = (some: readonly Pair[], isTakenFor: (pair: Pair) => boolean): Measure => {
  const alike = some.filter(({ same }) => same)
  const taken = some.filter(isTakenFor)
  const right = taken.filter(({ same }) => same).length
  return { recall: { of: right, all: alike.length }, precision: { of: right, all: taken.length } }
}

export const summed = (some: readonly Measure[]): Measure => {
  const sum = (shares: readonly Share[]): Share => ({
    of: shares.reduce((total, { of }) => total + of, 0),
    all: shares.reduce((total, { all }) => total + all, 0),
  })
  return { recall: sum(some.map(({ recall }) => recall)), precision: sum(some.map(({ precision }) => precision)) }
}

/**
 * Each set scored by weights fitted to the other sets alone, so that its labeller's way of writing and judging is unknown to them: what
 * to expect of the next one. Their words were read when the lists were extended, so that a blind set says more.
 */
export const leftOutByLabeller = (folder?: string) => {
  const sets = developmentSets.map((set) => {
    const pairs = readPairs(set.name, folder)
    return { set, pairs, rows: rowsOf(pairs, set) }
  })
  return sets.map(({ set, pairs }) => {
    const weights = fitted(sets.filter((other) => other.set !== set).flatMap(({ rows }) => rows))
    const scores = new Map(pairs.map((pair) => [pair, scoreOf(pair, weights)]))
    return { ...set, measuredFrom: (from: number) => measured(pairs, (pair) => scores.get(pair)! >= from) }
  })
}
