import fc from 'fast-check'
import { collectedPercent, sumOfBuildings } from '@/shared/domain/projects/collected'
import { funnelOf, type FunnelGroup } from '@/shared/domain/projects/funnel'
import { fromSource, isFinal, sourcesOf, totalOf } from '@/shared/domain/projects/money'
import { progressOf, progressTenths } from '@/shared/domain/projects/progress'
import { projectRow } from '@/shared/domain/projects/views'
import { moneySources, projectSteps } from '@/shared/kernel/projects'
import { fenMax, readYuan, yuanDecimal, yuanWords } from '@/shared/kernel/money'
import type { Project } from '@/shared/domain/projects/project'

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1_000_000))
const fen = fc.integer({ min: 0, max: fenMax })

test(`money written as yuan is read back to the fen (SEED=${seed})`, () => {
  fc.assert(
    fc.property(fen, (some) => {
      expect(readYuan(yuanDecimal(some))).toBe(some)
      expect(readYuan(yuanWords(some))).toBe(some)
    }),
    { seed },
  )
})

test('money as people read it, and what is none', () => {
  expect([0, 5, 50_000_000, -1234].map(yuanWords)).toEqual([
    '0.00\u00A0元',
    '0.05\u00A0元',
    '500,000.00\u00A0元',
    '-12.34\u00A0元',
  ])
  expect(['1', '1.5', '¥1,234.56', ' 12 元 '].map(readYuan)).toEqual([100, 150, 123_456, 1200])
  for (const typed of ['', '-1', '1.234', '1e3', '.5', '一百', '1.', 'NaN', '12345678901', '1000000000.01'])
    expect([typed, readYuan(typed)]).toEqual([typed, null])
})

const groups: fc.Arbitrary<FunnelGroup[]> = fc.array(
  fc.record({
    unitId: fc.constantFrom('a', 'b', 'c'),
    reached: fc.constantFrom(...projectSteps),
    isEnded: fc.boolean(),
    count: fc.integer({ min: 1, max: 50 }),
  }),
  { maxLength: 40 },
)

test(`a funnel closes: what came to a step went on, stands there or ended there, and units add up to the whole (SEED=${seed})`, () => {
  fc.assert(
    fc.property(groups, (some) => {
      const steps = funnelOf(some)
      const all = some.reduce((sum, { count }) => sum + count, 0)
      expect(steps[0]!.reached).toBe(all)
      steps.forEach(({ reached, here, ended }, at) =>
        expect(reached).toBe((steps[at + 1]?.reached ?? 0) + here + ended),
      )
      const units = ['a', 'b', 'c'].map((unit) => funnelOf(some.filter(({ unitId }) => unitId === unit)))
      steps.forEach((step, at) => expect(units.reduce((sum, unit) => sum + unit[at]!.reached, 0)).toBe(step.reached))
    }),
    { seed },
  )
})

const line = fc.record({
  name: fc.constant('x'),
  source: fc.constantFrom(...moneySources),
  plannedFen: fc.integer({ min: 0, max: 1_000_000 }),
  finalFen: fc.option(fc.integer({ min: 0, max: 1_000_000 })),
})

test(`sources together are the total, planned and final (SEED=${seed})`, () => {
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const sources = sourcesOf(lines)
      const total = totalOf(lines)
      expect(sources.reduce((sum, { plannedFen }) => sum + plannedFen, 0)).toBe(total.plannedFen)
      expect(sources.reduce((sum, { finalFen }) => sum + finalFen, 0)).toBe(total.finalFen)
      for (const { source, plannedFen } of sources) expect(fromSource(lines, source).plannedFen).toBe(plannedFen)
    }),
    { seed },
  )
})

test('a final account is one when no line is missing, and an empty one is none', () => {
  const one = { name: 'x', source: 'other', plannedFen: 1, finalFen: 0 } as const
  expect([isFinal([]), isFinal([one]), isFinal([one, { ...one, finalFen: null }])]).toEqual([false, true, false])
})

test(`progress is the weighted mean, between the slowest and the fastest, and 100 only when all is done (SEED=${seed})`, () => {
  const site = fc.record({ weight: fc.integer({ min: 1, max: 1000 }), percent: fc.integer({ min: 0, max: 100 }) })
  fc.assert(
    fc.property(fc.array(site, { minLength: 1, maxLength: 40 }), (sites) => {
      const { done, whole } = progressOf(sites)!
      const percents = sites.map(({ percent }) => percent)
      expect(done / whole).toBeGreaterThanOrEqual(Math.min(...percents) / 100 - 1e-12)
      expect(done / whole).toBeLessThanOrEqual(Math.max(...percents) / 100 + 1e-12)
      expect(progressTenths({ done, whole }) === 1000).toBe(percents.every((percent) => percent === 100))
    }),
    { seed },
  )
  expect(progressOf([])).toBeNull()
  expect(
    progressTenths(
      progressOf([
        { weight: 2, percent: 100 },
        { weight: 1, percent: 0 },
      ])!,
    ),
  ).toBe(666)
})

test('the card of 房石小区 computes 18 days and 600 m² from its dates', () => {
  const project = {
    _id: 'p',
    title: '房石小区南侧改造',
    unitName: null,
    state: 'underway',
    sites: [],
    lines: [],
    updatedAt: '2026-11-25T00:00:00.000Z',
    works: { what: '种草坪', startOn: '2026-11-08', endOn: '2026-11-25', areaSquareMeters: 600, pairs: [] },
  } as unknown as Project
  const now = Date.parse('2026-12-30T00:00:00.000Z')
  expect(projectRow(project, now)).toMatchObject({ days: 18, areaSquareMeters: 600, progressTenths: null })
  expect(projectRow({ ...project, works: null }, now).days).toBeNull()
  const ahead = { ...project, works: { ...project.works!, startOn: '2027-01-01', endOn: null } }
  expect(projectRow(ahead, now).days).toBeNull()
})

test(`how far payment has come moves by no less than five households, and by no less than the largest share (SEED=${seed})`, () => {
  const shares = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 5, maxLength: 300 })
  fc.assert(
    fc.property(shares, fc.nat(), (all, pick) => {
      const plannedFen = all.reduce((sum, one) => sum + one, 0)
      const base = { households: all.length, areaHundredths: 0, largestFen: Math.max(...all) }
      const at = (paidFen: number, exemptFen = 0) =>
        collectedPercent({ ...sumOfBuildings([]), households: all.length, plannedFen, exemptFen, paidFen }, { base })!
      const one = all[pick % all.length]!
      expect([at(0), at(plannedFen)]).toEqual([0, 100])
      expect(at(plannedFen - one, one)).toBe(100)
      const steps = [...new Set(all.map((_, count) => at(all.slice(0, count).reduce((sum, fen) => sum + fen, 0))))]
      expect(steps.length - 1).toBeLessThanOrEqual(all.length / 5)
      for (const step of steps) expect(at(plannedFen) - step).toBeGreaterThan(0)
      if (all.length > 5) expect(at(one)).toBeLessThanOrEqual(steps[1] ?? 100)
    }),
    { seed },
  )
})

test('of fewer than five households, or where nothing is due, nothing is said', () => {
  const base = { households: 4, areaHundredths: 0, largestFen: 300 }
  const four = { ...sumOfBuildings([]), households: 4, plannedFen: 1000, paidFen: 300 }
  expect(collectedPercent(four, { base })).toBeNull()
  expect(collectedPercent({ ...four, households: 5 }, { base })).toBe(0)
  expect(collectedPercent({ ...four, households: 5, exemptFen: 1000 }, { base })).toBeNull()
  expect(collectedPercent({ ...four, households: 500, paidFen: 699 }, { base })).toBe(60)
})
