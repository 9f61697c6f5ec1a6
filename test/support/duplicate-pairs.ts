import fs from 'node:fs'
import path from 'node:path'
import { classesLike } from '@/shared/domain/issues/duplicate-classes'
import { contradict, signsOf, type Sign } from '@/shared/domain/issues/duplicate-signs'
import { nearnessOf, type Told, type Weights } from '@/shared/domain/issues/duplicates'
import { defaultIssueSettings } from '@/shared/domain/issues/settings'
import { stableHash } from '@/shared/domain/issues/stable-hash'
import { minuteMs } from '@/shared/kernel/time'

export interface Reported {
  classCode: string
  text: string
  buildingId: string | null
  place: { longitude: number; latitude: number } | null
  minutesAgo: number
}
/** Two reports, and whether a careful clerk who reads both would say that one visit settles them. */
export interface Pair {
  same: boolean
  crossClass?: true
  why: string
  a: Reported
  b: Reported
  /** The first was closed so long before the second that it is not looked at any more. */
  isGone?: true | undefined
}

const folder = path.join(__dirname, '../data')
type Place = NonNullable<Reported['place']>

/** The middles of buildings, as the places of a set's reports show them; in the product they are on record. */
const middlesOf = (reports: readonly Reported[]): Map<string, Place> => {
  const sums = new Map<string, { longitude: number; latitude: number; count: number }>()
  for (const { buildingId, place } of reports) {
    if (!buildingId || !place) continue
    const sum = sums.get(buildingId) ?? { longitude: 0, latitude: 0, count: 0 }
    sums.set(buildingId, {
      longitude: sum.longitude + place.longitude,
      latitude: sum.latitude + place.latitude,
      count: sum.count + 1,
    })
  }
  return new Map(
    [...sums].map(([id, { longitude, latitude, count }]) => [
      id,
      { longitude: longitude / count, latitude: latitude / count },
    ]),
  )
}

/** Pairs whose reports that name a building and no place are at the middle of that building, as they are in the product. */
export const placedPairs = (pairs: readonly Pair[]): Pair[] => {
  const middles = middlesOf(pairs.flatMap(({ a, b }) => [a, b]))
  const placed = (report: Reported): Reported => ({
    ...report,
    place: report.place ?? middles.get(report.buildingId ?? '') ?? null,
  })
  return pairs.map((pair) => ({ ...pair, a: placed(pair.a), b: placed(pair.b) }))
}

/** A set of pairs. */
export const readPairs = (name: string, within = folder): Pair[] =>
  placedPairs(JSON.parse(fs.readFileSync(path.join(within, name), 'utf8')) as Pair[])

/** A set of pairs, how often each of them counts, and of how many words in a hundred it is made to know nothing. */
interface PairSet {
  readonly name: string
  readonly times: number
  readonly forgottenPercent: number
}
/**
 * The sets the rule was made from, each by another labeller, and its weights are fitted to. The words of its lists were chosen while
 * reading them and know nearly all of theirs, as they never will of what people write: so much is forgotten of them. The last was judged
 * before its words were read, and nothing is forgotten of it. Those written as a clerk's day brings them count most; the second is of hard
 * ones only, and counts least.
 */
export const developmentSets: readonly PairSet[] = [
  { name: 'duplicate-pairs.json', times: 2, forgottenPercent: 30 },
  { name: 'duplicate-pairs-training.json', times: 0.3, forgottenPercent: 30 },
  { name: 'duplicate-pairs-fresh.json', times: 3, forgottenPercent: 30 },
  { name: 'duplicate-pairs-unseen.json', times: 3, forgottenPercent: 30 },
  { name: 'duplicate-pairs-stranger.json', times: 3, forgottenPercent: 0 },
]

const longAgo = 1_000 * 24 * 60
export const toldOf = ({ classCode, text, buildingId, place, minutesAgo }: Reported): Told => ({
  classCode,
  text,
  buildingId,
  buildingName: buildingId && `${buildingId.replace('building-', '')}号楼`,
  spot: place,
  at: (longAgo - minutesAgo) * minuteMs,
})

/** Pairs that only their words decide; the others are settled by place, time, class or a contradiction before any weight is asked. */
const isDecidedByWords = ({ a, b }: Pair): boolean => {
  const nearness = nearnessOf(toldOf(a), toldOf(b), defaultIssueSettings)
  return nearness !== null && !nearness.isOtherBuilding && !contradict(toldOf(a), toldOf(b))
}

/** A pair's signs as numbers, and whether it is one thing; `from` says of which pair it was made. */
interface Row {
  readonly from: Pair
  readonly same: boolean
  readonly times: number
  readonly signs: Float64Array
}

/** Over how many readings of every pair the words are forgotten, each time others. */
const readings = 4
const isForgotten = (percent: number, reading: number, word: string, { a, b }: Pair): boolean =>
  stableHash(`${reading}|${word}|${a.text}|${b.text}`) % 100 < percent

/** How much counts beside a pair: a report said twice in the same words, which is one thing, however little it says; … */
const twinTimes = 0.5
/** … two reports of different pairs under one class, which are two; and under two classes, of which the sets hold hardly any. */
const strangerTimes = { alike: 0.05, across: 0.02 }
/** How far apart in a set the pairs are whose reports are taken for strangers; in some sets like pairs follow each other. */
const stride = 7

/** To every pair's first report one of the same class and one of a neighbouring class from other pairs, as far as they can be one thing. */
const strangersOf = (pairs: readonly Pair[]): { pair: Pair; times: number }[] =>
  pairs.flatMap((own, at) => {
    const others = pairs.slice(1).map((_, step) => pairs[(at + (step + 1) * stride) % pairs.length]!)
    const { a } = own
    const like = classesLike(a.classCode)
    return (['alike', 'across'] as const).flatMap((kind) => {
      const other = others.find(
        ({ b }) =>
          like.includes(b.classCode) &&
          (b.classCode === a.classCode) === (kind === 'alike') &&
          !contradict(toldOf(a), { ...toldOf(b), at: toldOf(a).at }),
      )
      return other && other !== own ? [{ pair: { ...own, same: false, b: other.b }, times: strangerTimes[kind] }] : []
    })
  })

/** What the weights are fitted to. */
export const rowsOf = (pairs: readonly Pair[], { times, forgottenPercent }: Omit<PairSet, 'name'>): Row[] => {
  const decided = pairs.filter(isDecidedByWords)
  const all = [
    ...decided.map((pair) => ({ from: pair, pair, times: 1 })),
    ...decided.map((pair) => ({ from: pair, pair: { ...pair, same: true, b: pair.a }, times: twinTimes })),
    ...strangersOf(pairs).map((stranger) => ({ from: stranger.pair, ...stranger })),
  ]
  return all.flatMap(({ from, pair, times: share }) =>
    Array.from({ length: readings }, (_, reading) => ({
      from,
      same: pair.same,
      times: times * share,
      signs: Float64Array.from(
        Object.values<number>(
          signsOf(toldOf(pair.a), toldOf(pair.b), (word) => !isForgotten(forgottenPercent, reading, word, pair)),
        ),
      ),
    })),
  )
}

const ridge = 0.3
const roundsMax = 50
const enough = 1e-9

/** Solves a symmetric system of equations by Gaussian elimination; the ridge keeps it from being singular. */
const solved = (matrix: readonly Float64Array[], right: Float64Array): number[] => {
  const rows = matrix.map((row, at) => [...row, right[at]!])
  for (const [at, row] of rows.entries())
    for (const other of rows.slice(at + 1)) {
      const share = other[at]! / row[at]!
      for (let column = at; column < row.length; column++) other[column]! -= share * row[column]!
    }
  const found = right.map(() => 0)
  for (let at = rows.length - 1; at >= 0; at--) {
    const row = rows[at]!
    let rest = row[right.length]!
    for (let column = at + 1; column < right.length; column++) rest -= found[column]! * row[column]!
    found[at] = rest / row[at]!
  }
  return [...found]
}

/** Logistic regression with a small ridge (L2) on every weight but the first, by Newton's method: the same rows give the same weights. */
export const fitted = (rows: readonly Row[]): Weights => {
  const [{ from: first }] = rows as [Row]
  const names = Object.keys(signsOf(toldOf(first.a), toldOf(first.b))) as Sign[]
  const weights = names.map(() => 0)
  for (let round = 0; round < roundsMax; round++) {
    const held = names.map((_, at) => (at === 0 ? ridge / 100 : ridge))
    const slope = Float64Array.from(weights, (weight, at) => held[at]! * weight)
    const bend = names.map((_, at) => Float64Array.from(names, (_name, other) => (at === other ? held[at]! : 0)))
    for (const { same, times, signs } of rows) {
      let sum = 0
      for (let at = 0; at < signs.length; at++) sum += signs[at]! * weights[at]!
      const likely = 1 / (1 + Math.exp(-sum))
      const off = ((likely - (same ? 1 : 0)) * times) / readings
      const steep = (likely * (1 - likely) * times) / readings
      for (let at = 0; at < signs.length; at++) {
        if (signs[at] === 0) continue
        slope[at]! += signs[at]! * off
        for (let other = 0; other < signs.length; other++) bend[at]![other]! += signs[at]! * signs[other]! * steep
      }
    }
    const step = solved(bend, slope)
    step.forEach((one, at) => (weights[at]! -= one))
    if (Math.max(...step.map(Math.abs)) < enough) break
  }
  return Object.fromEntries(names.map((name, at) => [name, Math.round(weights[at]! * 100) / 100])) as Weights
}
