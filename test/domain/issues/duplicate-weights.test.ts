import { metersBetween } from '@/shared/domain/organization/distance'
import { classesLike } from '@/shared/domain/issues/duplicate-classes'
import weights from '@/shared/domain/issues/duplicate-weights.json'
import { likelyFrom, wordsScoreOf, type Told, type Weights } from '@/shared/domain/issues/duplicates'
import { pairsOfBlind, readBlind } from '../../support/duplicate-blind'
import {
  isTaken,
  leftOutByLabeller,
  measured,
  summed,
  valueOf,
  wordsOf,
  type Measure,
} from '../../support/duplicate-measure'
import { developmentSets, fitted, readPairs, rowsOf, toldOf } from '../../support/duplicate-pairs'
import { morning } from './people'

const say = (name: string, { recall, precision }: Measure): void => {
  process.stdout.write(`duplicates, ${name}: recall ${wordsOf(recall)}, precision ${wordsOf(precision)}\n`)
}

/**
 * Sets of labelled pairs and what is demanded on each. The weights are fitted to all of them, so that these figures are better than those
 * to expect of a new labeller; `blindBound` is what is demanded of that.
 */
const bounds = [
  { name: 'duplicate-pairs.json', recall: 0.975, precision: 0.96 },
  { name: 'duplicate-pairs-training.json', recall: 0.97, precision: 0.92 },
  { name: 'duplicate-pairs-fresh.json', recall: 0.97, precision: 0.93 },
  { name: 'duplicate-pairs-unseen.json', recall: 0.95, precision: 0.975 },
  { name: 'duplicate-pairs-stranger.json', recall: 0.94, precision: 0.975 },
]

describe.each(bounds)('$name', ({ name, recall: recallMin, precision: precisionMin }) => {
  const pairs = readPairs(name)

  test('what is one thing is found, and what is taken for one thing is one', () => {
    const { recall, precision } = measured(pairs, (pair) => isTaken(pair))
    say(name, { recall, precision })
    expect(valueOf(recall)).toBeGreaterThanOrEqual(recallMin)
    expect(valueOf(precision)).toBeGreaterThanOrEqual(precisionMin)
  })

  test('of what is reported under two classes, most that is one thing is found', () => {
    const crossed = pairs.filter(({ crossClass, same }) => crossClass && same)
    const share = { of: crossed.filter((pair) => isTaken(pair)).length, all: crossed.length }
    process.stdout.write(`duplicates, ${name}, across classes: ${wordsOf(share)} found\n`)
    expect(valueOf(share)).toBeGreaterThan(0.5)
  })
})

/**
 * What is demanded of a set by one whom nobody who made the rule has read and to whom nothing is fitted. Its pairs are as hard as their
 * writer could make them (half of those that are one thing share hardly two characters in a row, most of the others lie within ten metres),
 * and what there is of them is far from the 0.9 and 0.95 to be reached.
 */
const blindBound = { recall: 0.7, precision: 0.68 }
const blindName = 'duplicate-pairs-blind-2.json'
const blind = readBlind(blindName)

test('on pairs of a labeller the rule does not know, what is one thing is found and little else', () => {
  const { recall, precision } = measured(blind, (pair) => isTaken(pair))
  say(blindName, { recall, precision })
  expect(valueOf(recall)).toBeGreaterThanOrEqual(blindBound.recall)
  expect(valueOf(precision)).toBeGreaterThanOrEqual(blindBound.precision)
})

test('a blind set in metres and days is read as the others are', () => {
  const a = {
    classCode: 'lift',
    text: '3号楼1单元电梯坏了，停在一楼不动弹',
    x: 0,
    y: 0,
    building: '3号楼',
    day: 2,
    aClosedDay: 4,
  }
  const b = { classCode: 'lift', text: '电梯不动', x: 30, y: 40, building: null, day: 40 }
  const [pair] = pairsOfBlind({ labeller: '甲', written: '2026-11-27', pairs: [{ same: false, why: 'closed', a, b }] })
  expect(pair).toMatchObject({ isGone: true, a: { buildingId: 'building-3', minutesAgo: 38 * 24 * 60 } })
  expect(metersBetween(pair!.a.place!, pair!.b.place!)).toBeCloseTo(50, 0)
  expect(isTaken({ ...pair!, b: pair!.a })).toBe(false)
  expect(isTaken({ ...pair!, b: pair!.a, isGone: undefined })).toBe(true)
  expect(() =>
    pairsOfBlind({ labeller: '甲', written: '', pairs: [{ same: true, why: '', a: { ...a, day: 'soon' }, b }] }),
  ).toThrow()
})

describe('the weights', () => {
  const sets = developmentSets.map((set) => ({ ...set, pairs: readPairs(set.name) }))
  const rows = sets.flatMap((set) => rowsOf(set.pairs, set))

  test('are those the pairs give; `node config/fit-duplicates.mjs` writes them anew', () => {
    expect(fitted(rows)).toEqual(weights)
  })

  test('say for and against as the signs mean', () => {
    const against = [
      'thingsApart',
      'thingsOwn',
      'sortsApart',
      'sortsOwn',
      'faultsApart',
      'swapped',
      'another',
      'besidesOwn',
      'timesApart',
      'daysApart',
      'passingApart',
      'metersApart',
    ]
    const names = Object.keys(weights) as (keyof Weights)[]
    for (const name of names.filter((one) => against.includes(one)))
      expect([name, weights[name] < 0]).toEqual([name, true])
    for (const name of names.filter((one) => /Share/.test(one) && !/Nothing/.test(one)))
      expect([name, weights[name] > 0]).toEqual([name, true])
  })

  /** What is demanded of a set whose labeller the weights do not know, by the name of the set. */
  const unknown: Readonly<Record<string, { recall: number; precision: number }>> = {
    'duplicate-pairs.json': { recall: 0.97, precision: 0.955 },
    'duplicate-pairs-training.json': { recall: 0.97, precision: 0.91 },
    'duplicate-pairs-fresh.json': { recall: 0.97, precision: 0.91 },
    'duplicate-pairs-unseen.json': { recall: 0.94, precision: 0.97 },
    'duplicate-pairs-stranger.json': { recall: 0.925, precision: 0.95 },
  }

  test('hold for a labeller they were not fitted to, each set left out', () => {
    const sets = leftOutByLabeller().map(({ name, times, measuredFrom }) => ({
      name,
      times,
      ...measuredFrom(likelyFrom),
    }))
    for (const { name, recall, precision } of sets) {
      say(`${name}, left out`, { recall, precision })
      expect([name, valueOf(recall) >= unknown[name]!.recall]).toEqual([name, true])
      expect([name, valueOf(precision) >= unknown[name]!.precision]).toEqual([name, true])
    }
    const everyday = summed(sets.filter(({ times }) => times >= 1))
    say('easy and hard as they come, each set left out', everyday)
    expect(valueOf(everyday.recall)).toBeGreaterThanOrEqual(0.955)
    expect(valueOf(everyday.precision)).toBeGreaterThanOrEqual(0.95)
  })
})

test('reports of different pairs under one class or two are hardly ever taken for one by their words', () => {
  const classes = new Map<string, Told[]>()
  for (const { a } of readPairs('duplicate-pairs-unseen.json'))
    classes.set(a.classCode, [...(classes.get(a.classCode) ?? []), toldOf(a)])
  const taken = { alike: { of: 0, all: 0 }, across: { of: 0, all: 0 } }
  for (const [code, some] of classes)
    for (const [at, one] of some.entries())
      for (const other of classesLike(code)) {
        const kind = other === code ? 'alike' : 'across'
        const stranger = (classes.get(other) ?? [])[(at + 3) % some.length]
        if (!stranger || stranger === one) continue
        taken[kind].all++
        if (wordsScoreOf({ ...one, at: morning }, { ...stranger, at: morning }) >= likelyFrom) taken[kind].of++
      }
  for (const [kind, share] of Object.entries(taken))
    process.stdout.write(`duplicates, strangers ${kind} taken for one by their words alone: ${wordsOf(share)}\n`)
  expect(valueOf(taken.alike)).toBeLessThan(0.15)
  expect(valueOf(taken.across)).toBeLessThan(0.04)
})
