import { defaultIssueSettings } from '@/shared/domain/issues/settings'
import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { classTable } from '@/shared/domain/issues/class-table'
import {
  duplicateRadiusOf,
  duplicatesMax,
  likeliest,
  likelyFrom,
  likenessOfReports,
  textScoreOf,
  type Told,
} from '@/shared/domain/issues/duplicates'
import { stableHash } from '@/shared/domain/issues/stable-hash'
import { dayMs, minuteMs } from '@/shared/kernel/time'
import { morning } from './people'

interface Reported {
  classCode: string
  text: string
  buildingId: string | null
  place: { longitude: number; latitude: number } | null
  minutesAgo: number
}
interface Pair {
  same: boolean
  crossClass?: true
  a: Reported
  b: Reported
}

const pairs = JSON.parse(
  fs.readFileSync(path.join(__dirname, '../../data/duplicate-pairs.json'), 'utf8'),
) as readonly Pair[]

const toldOf = ({ classCode, text, buildingId, place, minutesAgo }: Reported): Told => ({
  classCode,
  text,
  buildingId,
  spot: place,
  at: morning - minutesAgo * minuteMs,
})
const isTaken = ({ a, b }: Pair): boolean =>
  (likenessOfReports(toldOf(a), toldOf(b), defaultIssueSettings)?.score ?? 0) >= likelyFrom

/**
 * The words and numbers of the rule were chosen by reading this half alone. Of the other half only totals were seen while choosing, which
 * makes its figures somewhat too good: they are a hope, not a proof; a proof needs pairs nobody has looked at.
 */
const isDeveloping = ({ a, b }: Pair): boolean => stableHash(`${a.text}|${b.text}`) % 2 === 0

interface Share {
  of: number
  all: number
}
const valueOf = ({ of, all }: Share): number => of / all

/** Wilson's interval of a share, at 95 %. */
const intervalOf = ({ of, all }: Share): [number, number] => {
  const [share, z] = [of / all, 1.96]
  const middle = (share + (z * z) / (2 * all)) / (1 + (z * z) / all)
  const reach = (z / (1 + (z * z) / all)) * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all))
  return [middle - reach, middle + reach]
}

const measured = (some: readonly Pair[]): { recall: Share; precision: Share } => {
  const alike = some.filter(({ same }) => same)
  const taken = some.filter(isTaken)
  const right = taken.filter(({ same }) => same).length
  return { recall: { of: right, all: alike.length }, precision: { of: right, all: taken.length } }
}

const wordsOf = (share: Share): string => {
  const [low, high] = intervalOf(share).map((one) => one.toFixed(3))
  return `${valueOf(share).toFixed(3)} (${share.of}/${share.all}, ${low} to ${high})`
}

test('pairs written by hand, adversarially: what is one thing is found, and what is taken for one thing is one', () => {
  const oneClass = pairs.filter(({ crossClass }) => !crossClass)
  const sets = {
    whole: oneClass,
    developing: oneClass.filter(isDeveloping),
    'held out': oneClass.filter((pair) => !isDeveloping(pair)),
  }
  for (const [name, some] of Object.entries(sets)) {
    const { recall, precision } = measured(some)
    process.stdout.write(`duplicates, ${name}: recall ${wordsOf(recall)}, precision ${wordsOf(precision)}\n`)
  }
  const { recall, precision } = measured(sets.whole)
  expect(valueOf(recall)).toBeGreaterThanOrEqual(0.9)
  expect(valueOf(precision)).toBeGreaterThanOrEqual(0.9)
  const held = measured(sets['held out'])
  expect(valueOf(held.recall)).toBeGreaterThanOrEqual(0.8)
  expect(valueOf(held.precision)).toBeGreaterThanOrEqual(0.8)
})

test('one thing reported under two classes is never found: the rule asks for the same class', () => {
  const crossed = pairs.filter(({ crossClass }) => crossClass)
  process.stdout.write(`duplicates, across classes: ${crossed.filter(isTaken).length} of ${crossed.length} found\n`)
  expect(crossed.length).toBeGreaterThan(0)
  expect(crossed.filter(isTaken)).toEqual([])
})

const here = { longitude: 118.05, latitude: 36.78 }
const told = (changes: Partial<Told> = {}): Told => ({
  classCode: 'litter',
  text: '楼下垃圾桶满了',
  buildingId: null,
  spot: here,
  at: morning,
  ...changes,
})
/** So many metres to the north. */
const north = (meters: number) => ({ ...here, latitude: here.latitude + meters / 111_195 })

describe('what can be one thing at all', () => {
  const isCandidate = (a: Partial<Told>, b: Partial<Told>) =>
    likenessOfReports(told(a), told(b), defaultIssueSettings) !== null

  test('the same class only, and no class without places', () => {
    expect(isCandidate({}, {})).toBe(true)
    expect(isCandidate({}, { classCode: 'rubble' })).toBe(false)
    for (const classCode of ['policy', 'complaint']) expect(isCandidate({ classCode }, { classCode })).toBe(false)
  })

  test.each(
    classTable.flatMap(({ code }) => {
      const radius = duplicateRadiusOf(code, defaultIssueSettings)
      return radius === null ? [] : [[code, radius]]
    }),
  )('%s within %i m, and in the same building at any distance', (code, radius) => {
    const classCode = String(code)
    expect(isCandidate({ classCode }, { classCode, spot: north(Number(radius) - 1) })).toBe(true)
    expect(isCandidate({ classCode }, { classCode, spot: north(Number(radius) + 1) })).toBe(false)
    const [buildingId, spot] = ['b-1', north(Number(radius) + 100)]
    expect(isCandidate({ classCode, buildingId }, { classCode, buildingId, spot })).toBe(true)
    expect(isCandidate({ classCode, buildingId, spot: null }, { classCode, buildingId, spot: null })).toBe(true)
  })

  test('without a spot or a building there is nothing to measure from', () => {
    expect(isCandidate({ spot: null }, {})).toBe(false)
  })

  test('not after thirty days', () => {
    expect(isCandidate({}, { at: morning - defaultIssueSettings.duplicateDays * dayMs })).toBe(true)
    expect(isCandidate({}, { at: morning - defaultIssueSettings.duplicateDays * dayMs - 1 })).toBe(false)
  })

  test('two buildings are two things, however near', () => {
    expect(
      likenessOfReports(told({ buildingId: 'b-1' }), told({ buildingId: 'b-2' }), defaultIssueSettings)?.score,
    ).toBe(0)
  })
})

describe('numbers and sides, however they are written', () => {
  test.each([
    ['3号楼垃圾桶满了', '三号楼垃圾桶满了', '4号楼垃圾桶满了'],
    ['3#垃圾桶满了', '3栋的垃圾桶满了', '五栋的垃圾桶满了'],
    ['2单元门口垃圾桶满了', '二单元门口垃圾桶满了', '一单元门口垃圾桶满了'],
    ['5楼垃圾桶满了', '五层的垃圾桶满了', '六层的垃圾桶满了'],
    ['十二楼垃圾桶满了', '12层垃圾桶满了', '十一楼垃圾桶满了'],
    ['502门口垃圾桶满了', '五零二门口垃圾桶满了', '503门口垃圾桶满了'],
    ['502门口垃圾桶满了', '5楼垃圾桶满了', '4楼垃圾桶满了'],
    ['东侧垃圾桶满了', '东边垃圾桶满了', '西边垃圾桶满了'],
    ['楼前垃圾桶满了', '楼前头的垃圾桶满了', '楼后垃圾桶满了'],
    ['楼顶垃圾桶满了', '顶层的垃圾桶满了', '地下室垃圾桶满了'],
  ])('%s is %s and not %s', (one, same, other) => {
    expect(textScoreOf('litter', one, same)).toBeGreaterThanOrEqual(likelyFrom)
    expect(textScoreOf('litter', one, other)).toBeLessThan(likelyFrom)
  })

  test('what is said to be in order is not what is reported', () => {
    expect(textScoreOf('powerLight', '东口的路灯不亮，西口的好着', '西口的路灯不亮')).toBeLessThan(likelyFrom)
    expect(textScoreOf('powerLight', '东口的路灯不亮，西口的好着', '东口路灯不亮')).toBeGreaterThanOrEqual(likelyFrom)
  })

  test('another after the first was taken away is another', () => {
    expect(textScoreOf('litter', '又扔了个沙发，上回那个早拉走了', '有人扔了个沙发')).toBeLessThan(likelyFrom)
  })
})

const anyText = fc.oneof(
  fc.constantFrom(...pairs.flatMap(({ a, b }) => [a.text, b.text])),
  fc.string({ unit: 'binary', maxLength: 60 }),
)
const anyTold = fc.record({
  classCode: fc.constantFrom('litter', 'lift', 'pets', 'policy'),
  text: anyText,
  buildingId: fc.constantFrom(null, 'b-1', 'b-2'),
  spot: fc.constantFrom(null, here, north(20), north(200)),
  at: fc.integer({ min: morning - 40 * dayMs, max: morning }),
})

test('whatever is written: a score from 0 to 1, the same whichever comes first', () => {
  fc.assert(
    fc.property(anyTold, anyTold, (a, b) => {
      const likeness = likenessOfReports(a, b, defaultIssueSettings)
      expect(likenessOfReports(b, a, defaultIssueSettings)).toEqual(likeness)
      if (likeness) expect(likeness.score >= 0 && likeness.score <= 1).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('at most five are shown, the likeliest first, and none below the threshold, in whatever order they come', () => {
  fc.assert(
    fc.property(anyTold, fc.array(anyTold, { maxLength: 30 }), (report, others) => {
      const found = likeliest(
        report,
        others.map((one, id) => ({ id, told: one })),
        defaultIssueSettings,
      )
      const scores = found.map(({ likeness }) => likeness.score)
      expect(found.length).toBeLessThanOrEqual(duplicatesMax)
      expect(scores).toEqual([...scores].sort((a, b) => b - a))
      expect(scores.every((score) => score >= likelyFrom)).toBe(true)
      const turned = likeliest(report, others.map((one, id) => ({ id, told: one })).reverse(), defaultIssueSettings)
      expect(turned.map(({ likeness }) => likeness.score)).toEqual(scores)
    }),
    { numRuns: 200 },
  )
})

test('a long text costs no more than its length: two thousand characters against a hundred others in a moment', () => {
  const long = '三号楼2单元5楼东头的垃圾桶又满了，'.repeat(120).slice(0, 2000)
  const others = Array.from({ length: 100 }, () => ({ told: told({ text: long }) }))
  expect(likeliest(told({ text: long }), others, defaultIssueSettings)).toHaveLength(duplicatesMax)
})
