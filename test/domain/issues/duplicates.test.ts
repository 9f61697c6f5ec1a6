import { defaultIssueSettings } from '@/shared/domain/issues/settings'
import fc from 'fast-check'
import { classesLike } from '@/shared/domain/issues/duplicate-classes'
import { classTable } from '@/shared/domain/issues/class-table'
import { signsOf } from '@/shared/domain/issues/duplicate-signs'
import {
  duplicateRadiusOf,
  duplicatesMax,
  likeliest,
  likelyFrom,
  likenessOfReports,
  offMeters,
  sameNumberMeters,
  wordsScoreOf,
  type Told,
} from '@/shared/domain/issues/duplicates'
import { dayMs } from '@/shared/kernel/time'
import { readPairs, toldOf } from '../../support/duplicate-pairs'
import { morning } from './people'

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

  test('the same class or a neighbouring one, and no class without places', () => {
    expect(isCandidate({}, {})).toBe(true)
    expect(isCandidate({}, { classCode: 'rubble' })).toBe(true)
    expect(isCandidate({}, { classCode: 'lift' })).toBe(false)
    for (const classCode of ['policy', 'complaint']) expect(isCandidate({ classCode }, { classCode })).toBe(false)
  })

  test.each(
    classTable.flatMap(({ code }) => {
      const radius = duplicateRadiusOf(code, defaultIssueSettings)
      return radius === null ? [] : [[code, radius]]
    }),
  )('%s within %i m and what two spots are off, and in the same building at any distance', (code, radius) => {
    const classCode = String(code)
    const meters = Number(radius) + offMeters
    expect(isCandidate({ classCode }, { classCode, spot: north(meters - 1) })).toBe(true)
    expect(isCandidate({ classCode }, { classCode, spot: north(meters + 1) })).toBe(false)
    const [buildingId, spot] = ['b-1', north(meters + 100)]
    expect(isCandidate({ classCode, buildingId }, { classCode, buildingId, spot })).toBe(true)
    expect(isCandidate({ classCode, buildingId, spot: null }, { classCode, buildingId, spot: null })).toBe(true)
  })

  test('neighbours are neighbours of each other, within the larger radius of the two', () => {
    for (const { code } of classTable)
      for (const other of classesLike(code))
        expect([code, other, classesLike(other).includes(code)]).toEqual([code, other, true])
    const most = Math.max(...classTable.map(({ code }) => classesLike(code).length - 1))
    expect(most).toBeLessThanOrEqual(10)
    const [litter, fireLane] = [100 + offMeters, 30 + offMeters]
    expect(isCandidate({}, { classCode: 'fireLane', spot: north(litter - 1) })).toBe(true)
    expect(isCandidate({}, { classCode: 'fireLane', spot: north(litter + 1) })).toBe(false)
    expect(litter).toBeGreaterThan(fireLane)
  })

  test('without a spot or a building there is nothing to measure from', () => {
    expect(isCandidate({ spot: null }, {})).toBe(false)
  })

  test('both name the same number of a building: as far as such a number means one building, whatever the radius', () => {
    const lift = { classCode: 'lift', text: '三号楼电梯停了' }
    const other = { classCode: 'lift', text: '3栋电梯不动了', spot: north(sameNumberMeters - 1) }
    expect(isCandidate(lift, other)).toBe(true)
    expect(isCandidate(lift, { ...other, text: '5栋电梯不动了' })).toBe(false)
    expect(isCandidate(lift, { ...other, text: '电梯不动了' })).toBe(false)
    expect(isCandidate(lift, { ...other, spot: north(sameNumberMeters + 1) })).toBe(false)
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

describe('what lies between two buildings', () => {
  const isOne = (a: string, b: string) =>
    (likenessOfReports(
      told({ buildingId: 'b-14', text: a }),
      told({ buildingId: 'b-17', text: b }),
      defaultIssueSettings,
    )?.score ?? 0) >= likelyFrom

  test.each([
    ['14号楼后面垃圾桶满了没人收', '17号楼前面垃圾桶满了没人收', true],
    ['14号楼后面垃圾桶满了没人收', '17号楼后面垃圾桶满了没人收', false],
    ['14和17号楼中间垃圾桶满了没人收', '17号楼旁边垃圾桶满了没人收', true],
    ['14号楼旁边垃圾桶满了没人收', '17号楼旁边垃圾桶满了没人收', false],
  ])('“%s” and “%s” mean one place: %s', (one, other, is) => {
    expect(isOne(one, other)).toBe(is)
    expect(isOne(other, one)).toBe(is)
  })
})

describe('what was dealt with in between', () => {
  const score = (earlier: string, later: string, days: number) =>
    likenessOfReports(told({ text: earlier, at: morning - days * dayMs }), told({ text: later }), defaultIssueSettings)
      ?.score ?? 0

  test.each([
    ['垃圾桶满了没人收', '垃圾桶上礼拜刚清空，今天又满了没人收'],
    ['东门口扔了个旧沙发', '东门口那个旧沙发拉走没两天，又扔了一个'],
    ['东门口扔了个旧沙发', '东门口又扔了个旧沙发，上个月才拖走一个'],
    ['楼后头一堆烂菜叶', '楼后头烂菜叶清理过了，现在又倒了一堆'],
  ])('“%s” is not “%s” five days later, but may be the same on the same day', (earlier, later) => {
    expect(score(earlier, later, 5)).toBe(0)
    expect(score(earlier, later, 0.1)).toBeGreaterThan(0)
    expect(score(later, earlier, 5)).toBeGreaterThan(0)
  })

  test.each([
    ['垃圾桶满了没人收', '垃圾桶又满了，好几天没人收'],
    ['东门口扔了个旧沙发', '东门口旧沙发还没拉走，能不能快点清理'],
    ['东门口扔了个旧沙发', '东门口旧沙发说了三回了都没人清走'],
  ])('“%s” and “%s”: nothing was dealt with', (earlier, later) => {
    expect(score(earlier, later, 5)).toBeGreaterThanOrEqual(likelyFrom)
  })

  test('what happened once is reported within days, what goes on as long as it goes on', () => {
    const pets = (a: string, b: string, days: number) =>
      likenessOfReports(
        told({ classCode: 'pets', text: a, at: morning - days * dayMs }),
        told({ classCode: 'pets', text: b }),
        defaultIssueSettings,
      )?.score ?? 0
    const [bitten, again] = ['广场上白狗咬了个小孩', '小广场有只白狗把孩子咬了，流血了，咬了腿']
    expect(pets(bitten, again, 12)).toBe(0)
    expect(pets(bitten, again, 1)).toBeGreaterThan(0)
    expect(pets('广场上一群野狗追着咬人', '小广场那群野狗老是追着人咬', 12)).toBeGreaterThan(0)
  })

  test('what is over is not what is reported anew', () => {
    expect(score('楼下旧沙发已经清理过', '楼下有个旧沙发没人要', 5)).toBe(0)
  })
})

const scoreOf = (classCode: string, a: string, b: string): number =>
  wordsScoreOf({ classCode, text: a }, { classCode, text: b })

test('a report without a number is of the building it was reported for', () => {
  const [one, other] = [
    { classCode: 'litter', text: '单元门口垃圾桶满了没人收', buildingName: '三号楼' },
    { classCode: 'litter', text: '3栋单元门口垃圾桶满了，没人收' },
  ]
  expect(wordsScoreOf(one, other)).toBeGreaterThanOrEqual(likelyFrom)
  expect(wordsScoreOf({ ...one, buildingName: '四号楼' }, other)).toBe(0)
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
    expect(scoreOf('litter', one, same)).toBeGreaterThanOrEqual(likelyFrom)
    expect(scoreOf('litter', one, other)).toBeLessThan(likelyFrom)
  })

  test.each([
    ['odourPests', '楼道里有异味', '楼道里有股怪味，熏人'],
    ['litter', '垃圾没人收', '垃圾好几天没人清'],
    ['powerLight', '路灯不亮', '路灯坏了'],
    ['lift', '电梯坏了', '电题又停了'],
    ['pipes', '停水了', '家里没水'],
    ['noise', '楼上装修太吵', '楼上电钻吵死了'],
    ['standingWater', '下水道堵了', '下水道往外冒水'],
    ['road', '路上有个大坑', '门口路面有坑'],
  ])('%s in few words, “%s” is “%s”', (classCode, one, same) => {
    expect(scoreOf(classCode, one, same)).toBeGreaterThanOrEqual(likelyFrom)
  })

  test('one home is not the whole unit', () => {
    expect(scoreOf('pipes', '就俺家暖气不热', '整个单元暖气都不热')).toBeLessThan(likelyFrom)
  })

  test('what is said to be in order is not what is reported', () => {
    expect(scoreOf('powerLight', '东口的路灯不亮，西口的好着', '西口的路灯不亮')).toBeLessThan(likelyFrom)
    expect(scoreOf('powerLight', '东口的路灯不亮，西口的好着', '东口路灯不亮')).toBeGreaterThanOrEqual(likelyFrom)
  })

  test('another after the first was taken away is another', () => {
    expect(scoreOf('litter', '又扔了个沙发，上回那个早拉走了', '有人扔了个沙发')).toBeLessThan(likelyFrom)
  })
})

const anyText = fc.oneof(
  fc.constantFrom(...readPairs('duplicate-pairs.json').flatMap(({ a, b }) => [a.text, b.text])),
  fc.string({ unit: 'binary', maxLength: 60 }),
)
const anyTold = fc.record({
  classCode: fc.constantFrom('litter', 'rubble', 'lift', 'pets', 'policy'),
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

test('the same words are the same thing, in every class and whatever they are', () => {
  for (const { a } of readPairs('duplicate-pairs.json')) {
    const likeness = likenessOfReports(toldOf(a), toldOf(a), defaultIssueSettings)
    if (likeness && !signsOf(a, a).another) expect([a.text, likeness.score >= likelyFrom]).toEqual([a.text, true])
  }
})

test('two hundred others around a report are judged in a moment, of its own class and of its neighbours', () => {
  const classes = classesLike('litter')
  const texts = readPairs('duplicate-pairs.json').flatMap(({ a, b }) => [a.text, b.text])
  const around = () =>
    Array.from({ length: 200 }, (_, at) => ({
      told: told({ text: texts[at % texts.length]!, classCode: classes[at % classes.length]! }),
    }))
  const spent = Array.from({ length: 9 }, () => {
    const [report, others] = [told({ text: texts[0]! }), around()]
    const from = process.cpuUsage()
    likeliest(report, others, defaultIssueSettings)
    return process.cpuUsage(from).user / 1000
  })
  const undisturbed = Math.min(...spent)
  process.stdout.write(`duplicates: 200 others judged in ${undisturbed.toFixed(1)} ms\n`)
  // Half of that on a machine that does nothing else; it would be seconds if each were weighed against each.
  expect(undisturbed).toBeLessThan(40)
})
