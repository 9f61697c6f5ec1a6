import fc from 'fast-check'
import { rateText } from '@/shared/kernel/consents'
import { assignEvenly, tiersOf, type Post } from '@/shared/domain/consents/contacts'
import { agreementOf, curveOf, participationOf } from '@/shared/domain/consents/count'
import { headsOf, panelOf, reaches } from '@/shared/domain/consents/panel'

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

test('a rate is the nearest hundredth of a percent, half up, whatever the size', () => {
  fc.assert(
    fc.property(fc.nat(20_000_000_000), fc.integer({ min: 1, max: 20_000_000_000 }), (part, whole) => {
      fc.pre(part <= whole)
      const exact = (BigInt(part) * 20_000n + BigInt(whole)) / (2n * BigInt(whole))
      expect(rateText({ numerator: part, denominator: whole })).toBe(
        `${exact / 100n}.${String(exact % 100n).padStart(2, '0')}%`,
      )
    }),
  )
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
        dutyPersonIds: ['duty'],
      },
    )
    const home = (_id: string, unitId: string) => ({ _id, unitId, buildingId: 'b-1' })
    expect(tiers(home('h-2', 'u-1'))).toEqual([['unit-head', 'building-head', 'hub'], ['worker'], ['duty']])
    expect(tiers(home('h-1', 'u-1'))[0]).toEqual(['building-head', 'hub'])
    expect(tiers(home('h-3', 'u-2'))[0]).toEqual(['building-head', 'hub'])
  })
})
