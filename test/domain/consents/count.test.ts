import fc from 'fast-check'
import { rateText } from '@/shared/kernel/consents'
import { percentWords, roundedPercent } from '@/shared/kernel/percent'
import { assignEvenly, tiersOf, type Post } from '@/shared/domain/consents/contacts'
import { agreementOf, curveOf, standstillOf, participationOf } from '@/shared/domain/consents/count'
import { headsOf, panelOf, reaches, shownPanel } from '@/shared/domain/consents/panel'

const counted = (households: number, agree: number, disagree = 0, abstain = 0) => ({
  households,
  agree,
  disagree,
  abstain,
})

test('683 of 702 are 97.29%, 682 are 97.15%: exact fractions, rounded only for display', () => {
  expect(agreementOf(counted(702, 683, 9, 2))).toEqual({ numerator: 683, denominator: 702 })
  expect(rateText(agreementOf(counted(702, 683)))).toBe('97.29%')
  expect(rateText(agreementOf(counted(702, 682)))).toBe('97.15%')
  expect(rateText(participationOf(counted(702, 683, 9, 2)))).toBe('98.86%')
  expect([rateText({ numerator: 0, denominator: 0 }), rateText({ numerator: 7, denominator: 7 })]).toEqual([
    '—',
    '100.00%',
  ])
})

test('a rate is the nearest hundredth of a percent, half up, whatever the size; only nothing reads 0 and only the whole 100', () => {
  fc.assert(
    fc.property(fc.nat(20_000_000_000), fc.integer({ min: 1, max: 20_000_000_000 }), (part, whole) => {
      fc.pre(part <= whole)
      const exact = (BigInt(part) * 20_000n + BigInt(whole)) / (2n * BigInt(whole))
      const nearest = `${exact / 100n}.${String(exact % 100n).padStart(2, '0')}%`
      const isNothing = exact === 0n && part > 0
      const isWhole = exact === 10_000n && part < whole
      expect(rateText({ numerator: part, denominator: whole })).toBe(
        isNothing ? '不到 0.01%' : isWhole ? '99.99% 以上' : nearest,
      )
    }),
  )
})

test.each([
  [1, 2418, '不到 0.1%', '0.04%'],
  [0, 2418, '0.0%', '0.00%'],
  [1, 24_180, '不到 0.1%', '不到 0.01%'],
  [2417, 2418, '99.9% 以上', '99.96%'],
  [24_179, 24_180, '99.9% 以上', '99.99% 以上'],
  [2418, 2418, '100.0%', '100.00%'],
  [683, 702, '97.3%', '97.29%'],
  [682, 702, '97.2%', '97.15%'],
])('%d of %d reads "%s", or to the hundredth "%s"', (part, whole, tenths, hundredths) => {
  expect([roundedPercent(part, whole, 1), roundedPercent(part, whole, 2)]).toEqual([tenths, hundredths])
  expect(percentWords(part, whole)).toBe(tenths)
})

test('the curve adds up day by day, a change of mind takes back, and quiet days stay level', () => {
  const changes = [
    ['2026-11-01', { agree: 3, disagree: 1 }],
    ['2026-11-03', { agree: 1, disagree: -1 }],
    ['2026-11-01', { abstain: 1 }],
  ] as const
  expect(curveOf(changes, '2026-11-01', '2026-11-04')).toEqual([
    { day: '2026-11-01', agree: 3, answered: 5 },
    { day: '2026-11-02', agree: 3, answered: 5 },
    { day: '2026-11-03', agree: 4, answered: 5 },
    { day: '2026-11-04', agree: 4, answered: 5 },
  ])
})

describe('the figures of 民法典 art. 278', () => {
  const base = (all: number, participating: number, agree: number) => ({ all, participating, agree })

  test('ask for two thirds of all by area and by heads, then for more than half or three quarters of those', () => {
    const at = (area: [number, number], heads: [number, number], matter: 'ordinary' | 'special') =>
      reaches(panelOf(base(300, ...area), base(12, ...heads)), matter)
    expect(at([200, 101], [8, 5], 'ordinary')).toBe(true)
    expect(at([199, 199], [8, 8], 'ordinary')).toBe(false)
    expect(at([200, 200], [7, 7], 'ordinary')).toBe(false)
    expect(at([200, 100], [8, 5], 'ordinary')).toBe(false)
    expect(at([200, 101], [8, 4], 'ordinary')).toBe(false)
    expect(at([200, 150], [8, 6], 'special')).toBe(true)
    expect(at([200, 149], [8, 6], 'special')).toBe(false)
    expect(at([200, 150], [8, 5], 'special')).toBe(false)
    expect(reaches(panelOf(base(0, 0, 0), base(0, 0, 0)), 'ordinary')).toBe(false)
  })

  test('count the units of one buyer once, in favour only when all of them that answered are', () => {
    const singles = base(10, 6, 5)
    expect(headsOf(singles, [])).toEqual(singles)
    expect(headsOf(singles, [{ answered: 0, agree: 0 }])).toEqual(base(11, 6, 5))
    expect(headsOf(singles, [{ answered: 3, agree: 3 }])).toEqual(base(11, 7, 6))
    expect(headsOf(singles, [{ answered: 3, agree: 2 }])).toEqual(base(11, 7, 5))
  })
})

describe('areas as they are shown', () => {
  const rows = panelOf(
    { all: 10_000_000, participating: 9_100_001, agree: 9_000_000 },
    { all: 100, participating: 91, agree: 90 },
  )
  const sums = { households: 100, agree: 90, disagree: 1, abstain: 0 }

  test('are whole percents where a few homes could be told by theirs, and exact where there are none or many', () => {
    const [area, heads] = shownPanel(rows, sums)
    expect(area).toMatchObject({
      isExact: false,
      participation: { numerator: 91, denominator: 100 },
      agreement: { numerator: 98, denominator: 100 },
      isQuorate: true,
      isEnough: { ordinary: true, special: true },
    })
    expect(heads).toEqual(rows[1])
    for (const few of [
      { agree: 4, disagree: 90, abstain: 0 },
      { agree: 90, disagree: 2, abstain: 2 },
      { agree: 90, disagree: 8, abstain: 0 },
    ])
      expect(shownPanel(rows, { households: 100, ...few })[0]!.isExact).toBe(false)
    for (const many of [
      { agree: 100, disagree: 0, abstain: 0 },
      { agree: 90, disagree: 2, abstain: 3 },
      { agree: 0, disagree: 0, abstain: 0 },
    ])
      expect(shownPanel(rows, { households: 100, ...many })).toEqual(rows)
  })

  test('say what is reached from the true sums, not from what is cut', () => {
    const short = panelOf({ all: 1000, participating: 666, agree: 499 }, { all: 9, participating: 6, agree: 5 })
    expect(shownPanel(short, { households: 9, agree: 5, disagree: 1, abstain: 0 })[0]).toMatchObject({
      participation: { numerator: 66, denominator: 100 },
      isQuorate: false,
    })
  })
})

describe('a standstill', () => {
  const curve = [90, 91, 91, 91, 92].map((agree, at) => ({ day: `2026-11-0${at + 1}`, agree, answered: agree + 5 }))
  const asked = { households: 702, closesAt: '2026-11-06T16:00:00.000Z' }
  const at = (instant: string) => Date.parse(instant)

  test('is under one in a hundred more in three days, within the last three days', () => {
    expect(standstillOf(curve, asked, at('2026-11-05T10:00:00.000Z'))).toBe(1)
    expect(standstillOf(curve, { ...asked, households: 100 }, at('2026-11-05T10:00:00.000Z'))).toBeNull()
    expect(standstillOf(curve, { ...asked, households: 101 }, at('2026-11-05T10:00:00.000Z'))).toBe(1)
  })

  test('is looked for neither before, nor after the end, nor in one that has only begun', () => {
    expect(standstillOf(curve, asked, at('2026-11-03T15:00:00.000Z'))).toBeNull()
    expect(standstillOf(curve, asked, at('2026-11-06T16:00:00.000Z'))).toBeNull()
    expect(standstillOf(curve.slice(0, 3), asked, at('2026-11-05T10:00:00.000Z'))).toBeNull()
  })
})

describe('contacts', () => {
  test('every household has exactly one, and those of one choice differ by one at most', () => {
    const asked = fc.record({ count: fc.nat(200), people: fc.integer({ min: 1, max: 9 }) })
    fc.assert(
      fc.property(asked, ({ count, people }) => {
        const tier = Array.from({ length: people }, (_, at) => `p-${at}`)
        const homes = Array.from({ length: count }, (_, at) => ({
          householdId: `h-${at}`,
          tiers: [[], tier, ['duty']],
        }))
        const given = assignEvenly(homes)
        expect([...given.keys()]).toEqual(homes.map(({ householdId }) => householdId))
        const loads = tier.map((one) => [...given.values()].filter((chosen) => chosen === one).length)
        expect(loads.reduce((sum, one) => sum + one, 0)).toBe(count)
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('whoever has many already is given fewer', () => {
    const homes = ['a', 'b', 'c'].map((householdId) => ({ householdId, tiers: [['p-1', 'p-2']] }))
    expect([...assignEvenly(homes, new Map([['p-1', 2]])).values()]).toEqual(['p-2', 'p-2', 'p-1'])
    expect(() => assignEvenly([{ householdId: 'a', tiers: [[], []] }])).toThrow('nobody')
  })

  test('the nearest come first and nobody is given their own home', () => {
    const post = (personId: string, role: string, kind: string, id: string, homeId: string | null = null): Post => ({
      personId,
      role,
      scope: { kind, id },
      homeId,
    })
    const tiers = tiersOf(
      [
        post('unit-head', 'unitHead', 'unit', 'u-1', 'h-1'),
        post('building-head', 'buildingHead', 'building', 'b-1'),
        post('hub', 'hub', 'household', 'h-9'),
        post('other-hub', 'hub', 'household', 'elsewhere'),
        post('worker', 'gridWorker', 'grid', 'g-1'),
      ],
      {
        gridOfBuilding: () => 'g-1',
        buildingOfHome: (home) => (home === 'h-9' ? 'b-1' : 'b-2'),
        duty: [
          { personId: 'duty', homeId: 'h-1', isAway: false },
          { personId: 'away', homeId: null, isAway: true },
        ],
      },
    )
    const home = (_id: string, unitId: string) => ({ _id, unitId, buildingId: 'b-1' })
    expect(tiers(home('h-2', 'u-1'))).toEqual([
      ['unit-head', 'building-head', 'hub'],
      ['worker'],
      ['duty'],
      ['duty', 'away'],
    ])
    expect(tiers(home('h-1', 'u-1'))[0]).toEqual(['building-head', 'hub'])
    expect(tiers(home('h-1', 'u-1'))[2]).toEqual([])
    expect(tiers(home('h-3', 'u-2'))[0]).toEqual(['building-head', 'hub'])
  })
})
