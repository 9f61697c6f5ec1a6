import fs from 'node:fs'
import path from 'node:path'
import { contradict, signsOf, type Sign } from '@/shared/domain/issues/duplicate-signs'
import { nearnessOf, type Told } from '@/shared/domain/issues/duplicates'
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
}
type Weights = Readonly<Record<Sign, number>>

const folder = path.join(__dirname, '../data')
export const hasPairs = (name: string, within = folder): boolean => fs.existsSync(path.join(within, name))
export const readPairs = (name: string, within = folder): Pair[] =>
  JSON.parse(fs.readFileSync(path.join(within, name), 'utf8')) as Pair[]

/** The sets the rule was made from: the words of its lists were chosen while reading them, and its weights are fitted to them. */
export const developmentSets = ['duplicate-pairs.json', 'duplicate-pairs-training.json']

const longAgo = 1_000 * 24 * 60
export const toldOf = ({ classCode, text, buildingId, place, minutesAgo }: Reported): Told => ({
  classCode,
  text,
  buildingId,
  spot: place,
  at: (longAgo - minutesAgo) * minuteMs,
})

/** Pairs that only their words decide; the others are settled by place, time, class or a contradiction before any weight is asked. */
const isDecidedByWords = ({ a, b }: Pair): boolean => {
  const nearness = nearnessOf(toldOf(a), toldOf(b))
  return nearness !== null && !nearness.isOtherBuilding && !contradict(a, b)
}

const ridge = 0.1
const roundsMax = 50
const enough = 1e-9

/** Solves a symmetric system of equations by Gaussian elimination; the ridge keeps it from being singular. */
const solved = (matrix: readonly (readonly number[])[], right: readonly number[]): number[] => {
  const rows = matrix.map((row, at) => [...row, right[at]!])
  for (const [at, row] of rows.entries())
    for (const other of rows.slice(at + 1)) {
      const share = other[at]! / row[at]!
      for (let column = at; column < row.length; column++) other[column]! -= share * row[column]!
    }
  const found = new Array<number>(right.length).fill(0)
  for (let at = rows.length - 1; at >= 0; at--) {
    const row = rows[at]!
    const known = found.reduce((sum, one, column) => (column > at ? sum + one * row[column]! : sum), 0)
    found[at] = (row[right.length]! - known) / row[at]!
  }
  return found
}

/** Logistic regression with a small ridge (L2) on every weight but the first, by Newton's method: the same pairs give the same weights. */
export const fitted = (pairs: readonly Pair[]): Weights => {
  const read = pairs.filter(isDecidedByWords).map(({ a, b, same }) => ({ signs: signsOf(a, b), same: same ? 1 : 0 }))
  const names = Object.keys(read[0]!.signs) as Sign[]
  const inputs = read.map(({ signs }) => names.map((name) => signs[name]))
  const weights = names.map(() => 0)
  for (let round = 0; round < roundsMax; round++) {
    const likely = inputs.map((row) => 1 / (1 + Math.exp(-row.reduce((sum, one, at) => sum + one * weights[at]!, 0))))
    const held = names.map((_, at) => (at === 0 ? ridge / 100 : ridge))
    const slope = names.map((_, at) =>
      inputs.reduce((sum, row, pair) => sum + row[at]! * (likely[pair]! - read[pair]!.same), held[at]! * weights[at]!),
    )
    const bend = names.map((_, at) =>
      names.map((_name, other) =>
        inputs.reduce(
          (sum, row, pair) => sum + row[at]! * row[other]! * likely[pair]! * (1 - likely[pair]!),
          at === other ? held[at]! : 0,
        ),
      ),
    )
    const step = solved(bend, slope)
    step.forEach((one, at) => (weights[at]! -= one))
    if (Math.max(...step.map(Math.abs)) < enough) break
  }
  return Object.fromEntries(names.map((name, at) => [name, Math.round(weights[at]! * 100) / 100])) as unknown as Weights
}
