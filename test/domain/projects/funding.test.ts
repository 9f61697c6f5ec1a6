import fc from 'fast-check'
import {
  balanceOf,
  dueOf,
  openFunding,
  plainSlipNumber,
  reminded,
  withShares,
  type BuildingShares,
  type Funding,
  type Payment,
} from '@/shared/domain/projects/funding'
import { counted, findShare, standingOf, voided, withExemption } from '@/shared/domain/projects/payments'
import { readShareTable, shareHeads, shareRows } from '@/shared/domain/projects/share-table'
import { mayFundIn, newBuildingShares } from '@/shared/domain/projects/plan-funding'
import type { BudgetLine } from '@/shared/domain/projects/project'
import { isRefusal } from '@/shared/kernel/decision'
import { shareRules } from '@/shared/kernel/projects'
import { dayMs } from '@/shared/kernel/time'

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1_000_000))
const now = Date.parse('2026-11-25T01:00:00.000Z')
const ok = <T>(answer: T): Exclude<T, { refused: string }> => {
  if (isRefusal(answer)) throw new Error(answer.refused)
  return answer as Exclude<T, { refused: string }>
}

const draft: Funding = {
  _id: 'funding:p',
  communityId: 'xinsheng',
  projectId: 'p',
  title: '暖气管道更换',
  rule: 'area',
  totalFen: 50_000_000,
  buildingIds: ['b1', 'b2'],
  treasurer: { personId: 't', name: '王会计' },
  state: 'draft',
  base: { households: 0, areaHundredths: 0, largestFen: 0 },
  openedAt: null,
  confirmedFen: null,
  sums: [],
  remindedAt: null,
  updatedAt: '2026-11-25T00:00:00.000Z',
}
const building = (at: number, homes: number): BuildingShares =>
  newBuildingShares({
    fundingId: draft._id,
    name: `房石小区${at}号楼`,
    earlier: null,
    building: {
      _id: `b${at}`,
      communityId: 'xinsheng',
      estateId: 'e',
      gridId: 'g',
      name: `${at}号楼`,
      order: at,
      centre: { datum: 'gcj02', longitude: 118, latitude: 36 },
      units: [{ id: `u${at}`, name: '1单元' }],
    },
    homes: Array.from({ length: homes }, (_, home) => ({
      _id: `h-${at}-${home}`,
      communityId: 'xinsheng',
      estateId: 'e',
      buildingId: `b${at}`,
      unitId: `u${at}`,
      name: String(101 + home),
      order: home + 1,
      isVacant: home === 0,
      areaSquareMeters: 80 + home * 1.5,
    })),
  })
const buildings = [building(1, 12), building(2, 7)]
/** The budget of which households bear the whole, in two lines. */
const planned: BudgetLine[] = [20_000_000, 30_000_000].map((plannedFen) => ({
  name: '管道',
  source: 'selfFunding',
  plannedFen,
  finalFen: null,
}))
const sumOf = (some: readonly BuildingShares[]) => some.reduce((sum, { plannedFen }) => sum + plannedFen, 0)

test('by area and by household ¥500,000 are shared to the fen, vacant homes included, and exempt ones carry nothing', () => {
  for (const rule of ['area', 'household'] as const) {
    const { funding, buildings: shared } = withShares({ ...draft, rule }, buildings)
    expect(sumOf(shared)).toBe(50_000_000)
    expect(funding.base.households).toBe(19)
    expect(shared[0]!.shares[0]!.plannedFen).toBeGreaterThan(0)
    const freed = shared.map((one) => ({
      ...one,
      shares: one.shares.map((share, at) => (at === 0 ? { ...share, exemptFor: '低保户' } : share)),
    }))
    const again = withShares({ ...draft, rule }, freed)
    expect(sumOf(again.buildings)).toBe(50_000_000)
    expect(again.funding.base.households).toBe(17)
    expect(again.buildings[0]!.shares[0]!.plannedFen).toBe(0)
  }
})

test('the residue goes from the first building on, unit by unit and door by door, though every building numbers its doors from 1', () => {
  const given = (totalFen: number, rule: 'household' | 'area', some: readonly BuildingShares[]) =>
    withShares({ ...draft, rule, totalFen }, some).buildings.map(({ shares }) => shares.map((one) => one.plannedFen))
  const extra = (fen: number) => [Array.from({ length: 12 }, (_, at) => (at < fen ? 101 : 100)), fen - 12] as const
  for (const backwards of [buildings, [...buildings].reverse()]) {
    const [first, second] = given(1914, 'household', backwards).sort((a, b) => b.length - a.length)
    expect(first).toEqual(extra(14)[0])
    expect(second).toEqual([101, 101, 100, 100, 100, 100, 100])
    expect(given(1905, 'household', backwards).sort((a, b) => b.length - a.length)[0]).toEqual(extra(5)[0])
  }
  const alike = buildings.map((one) => ({
    ...one,
    shares: one.shares.map((share) => ({ ...share, areaHundredths: 8000 })),
  }))
  expect(given(1914, 'area', alike)[0]).toEqual(extra(14)[0])
})

test('within a building the units follow one another, whatever numbers their doors have', () => {
  const home = (name: string, unitId: string, order: number) => ({
    _id: `h-${unitId}-${name}`,
    communityId: 'xinsheng',
    estateId: 'e',
    buildingId: 'b1',
    unitId,
    name,
    order,
    isVacant: false,
    areaSquareMeters: 90,
  })
  const { shares } = newBuildingShares({
    fundingId: draft._id,
    name: '1号楼',
    earlier: null,
    building: {
      _id: 'b1',
      communityId: 'xinsheng',
      estateId: 'e',
      gridId: 'g',
      name: '1号楼',
      order: 1,
      centre: { datum: 'gcj02', longitude: 118, latitude: 36 },
      units: [
        { id: 'u1', name: '1单元' },
        { id: 'u2', name: '2单元' },
      ],
    },
    homes: [home('101', 'u2', 1), home('102', 'u1', 3), home('101', 'u1', 2)],
  })
  expect(shares.map(({ label, order }) => [label, order])).toEqual([
    ['1单元101', 1],
    ['1单元102', 2],
    ['2单元101', 3],
  ])
})

test('FUNDING_NOT_AS_BUDGETED, AREA_UNFIT by area while one is missing, SHARES_DO_NOT_SUM by hand while they do not, FUNDING_ALREADY_OPEN twice', () => {
  const { funding, buildings: shared } = withShares(draft, buildings)
  const opened = ok(openFunding(funding, planned, shared, now))
  expect(opened).toMatchObject({ state: 'open', openedAt: '2026-11-25T01:00:00.000Z' })
  expect(openFunding(opened, planned, shared, now)).toEqual({ refused: 'FUNDING_ALREADY_OPEN' })
  const unfit = shared.map((one) => ({
    ...one,
    shares: one.shares.map((share, at) => (at === 2 ? { ...share, areaHundredths: 0 } : share)),
  }))
  const again = withShares(draft, unfit)
  expect(openFunding(again.funding, planned, again.buildings, now)).toEqual({ refused: 'AREA_UNFIT' })
  for (const plannedFen of [0, draft.totalFen - 1, draft.totalFen + 1])
    expect(openFunding(funding, [{ ...planned[0]!, plannedFen }], shared, now)).toEqual({
      refused: 'FUNDING_NOT_AS_BUDGETED',
    })
  const elsewhere = [{ ...planned[0]!, source: 'finance' as const }]
  expect(openFunding(funding, elsewhere, shared, now)).toEqual({ refused: 'FUNDING_NOT_AS_BUDGETED' })
  const byHand = withShares({ ...draft, rule: 'manual' }, buildings)
  expect(openFunding(byHand.funding, planned, byHand.buildings, now)).toEqual({ refused: 'SHARES_DO_NOT_SUM' })
})

const open = () => withShares(draft, buildings).buildings[0]!
const slip = (changes: Partial<Payment> = {}): Payment => ({
  _id: 'payment-1',
  communityId: 'xinsheng',
  fundingId: draft._id,
  buildingId: 'b1',
  householdId: 'h-1-3',
  kind: 'paid',
  fen: 10_000,
  slipNumber: 'A1',
  fileId: null,
  slipIds: [],
  paidOn: '2026-11-25',
  reason: null,
  voided: null,
  at: '2026-11-25T01:00:00.000Z',
  ...changes,
})

test(`whatever is paid, goes back, is made void or exempt, sums are those of the slips and nothing is negative (SEED=${seed})`, () => {
  const act = fc.record({
    kind: fc.constantFrom('paid', 'refunded', 'void', 'exempt'),
    home: fc.integer({ min: 0, max: 11 }),
    fen: fc.integer({ min: 1, max: 5_000_000 }),
  })
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      let state = open()
      let slips: Payment[] = []
      for (const [at, { kind, home, fen }] of acts.entries()) {
        const householdId = `h-1-${home}`
        if (kind === 'exempt') state = ok(withExemption(state, householdId, fen % 2 ? '困难' : null))
        else if (kind === 'void') {
          const found = slips.find((one) => one.householdId === householdId && !one.voided)
          const answer = found && voided(state, found, '录错', now)
          if (answer && !isRefusal(answer)) {
            state = answer.building
            slips = slips.map((one) => (one._id === found._id ? answer.payment : one))
          }
        } else {
          const payment = slip({ _id: `payment-${at}`, kind, householdId, fen })
          const answer = counted(state, payment)
          if (!isRefusal(answer)) {
            state = answer
            slips.push(payment)
          } else expect(answer).toEqual({ refused: 'REFUND_ABOVE_PAID' })
        }
        const sum = (wanted: 'paid' | 'refunded') =>
          slips.filter((one) => one.kind === wanted && !one.voided).reduce((all, one) => all + one.fen, 0)
        expect([state.paidFen, state.refundedFen]).toEqual([sum('paid'), sum('refunded')])
        for (const one of state.shares) {
          expect(one.paidFen - one.refundedFen).toBeGreaterThanOrEqual(0)
          expect(balanceOf(one)).toBe(dueOf(one) - one.paidFen + one.refundedFen)
        }
        expect(state.exemptFen).toBe(
          state.shares.filter(({ exemptFor }) => exemptFor !== null).reduce((all, one) => all + one.plannedFen, 0),
        )
      }
    }),
    { seed },
  )
})

test('due, paid, exempt and what was paid too much read as what they are', () => {
  const due = findShare(open(), 'h-1-3')!
  expect(standingOf(due)).toBe('due')
  const paid = ok(counted(open(), slip({ fen: due.plannedFen + 100 })))
  expect(standingOf(findShare(paid, 'h-1-3')!)).toBe('paid')
  expect(balanceOf(findShare(paid, 'h-1-3')!)).toBe(-100)
  const freed = findShare(ok(withExemption(paid, 'h-1-3', '低保户')), 'h-1-3')!
  expect([standingOf(freed), dueOf(freed), balanceOf(freed)]).toEqual(['exempt', 0, -due.plannedFen - 100])
  expect(counted(open(), slip({ householdId: 'h-9-9' }))).toEqual({ refused: 'NOT_FOUND' })
})

test('a slip is made void once, and not while what went back would be more than what is left', () => {
  const paid = ok(counted(open(), slip()))
  const back = ok(counted(paid, slip({ _id: 'payment-2', kind: 'refunded', fen: 4000 })))
  expect(voided(back, slip(), '录错', now)).toEqual({ refused: 'REFUND_ABOVE_PAID' })
  const { building: none, payment } = ok(voided(paid, slip(), '录错', now))
  expect(none.paidFen).toBe(0)
  expect(payment.voided).toEqual({ at: '2026-11-25T01:00:00.000Z', reason: '录错' })
  expect(voided(none, payment, '再来', now)).toEqual({ refused: 'PAYMENT_ALREADY_VOID' })
})

test('reminders keep a week apart, and a draft reminds nobody', () => {
  expect(reminded(draft, now)).toEqual({ refused: 'FUNDING_NOT_OPEN' })
  const once = ok(reminded({ ...draft, state: 'open' }, now))
  expect(reminded(once, now + 7 * dayMs - 1)).toEqual({ refused: 'REMINDED_RECENTLY' })
  expect(isRefusal(reminded(once, now + 7 * dayMs))).toBe(false)
})

test('a slip’s number is one however it is typed', () => {
  for (const typed of ['ab-12 34', 'AB1234', 'ＡＢ１２３４', 'ab_12–34', 'AB\u200d12\u00ad34', 'ab‐12‑34'])
    expect(plainSlipNumber(typed)).toBe('AB1234')
})

test('households pay for what was resolved and not yet accepted', () => {
  const at = (reached: Parameters<typeof mayFundIn>[0]['reached'], isEnded = false) => mayFundIn({ reached, isEnded })
  expect([at('screened'), at('deliberated'), at('underway'), at('accepted'), at('underway', true)]).toEqual([
    false,
    true,
    true,
    false,
    false,
  ])
})

describe('the table of shares', () => {
  const rows = (some = withShares(draft, buildings).buildings): (string | number | null)[][] => [
    [...shareHeads],
    ...shareRows(some),
  ]
  const at = (table: (string | number | null)[][], row: number, column: number, value: string | number | null) =>
    table.map((cells, r) => (r === row ? cells.map((cell, c) => (c === column ? value : cell)) : cells))
  const read = (table: (string | number | null)[][], rule: (typeof shareRules)[number] = 'area') =>
    readShareTable(table, withShares({ ...draft, rule: 'area' }, buildings).buildings, {
      rule,
      totalFen: draft.totalFen,
    })

  test.each(shareRules)('as it was written is read back without a change, by %s', (rule) => {
    const before = withShares({ ...draft, rule: rule === 'manual' ? 'area' : rule }, buildings).buildings
    const again = readShareTable(rows(before), before, { rule, totalFen: draft.totalFen })
    expect(again.problems).toEqual([])
    expect(again.count).toBe(19)
    expect(withShares({ ...draft, rule }, again.buildings).buildings).toEqual(before)
  })

  test.each<[string, number, number, string | number | null, string, string]>([
    ['an area of 0', 1, 2, 0, 'C2', '面积 0 不对，面积必须大于 0'],
    ['an area of −3', 1, 2, -3, 'C2', '面积 -3 不对，面积必须大于 0'],
    ['an area in words', 2, 2, '九十', 'C3', '面积“九十”不是数字'],
    ['an area that is a formula', 2, 2, '=cmd|calc!A1', 'C3', '面积“=cmd|calc!A1”不是数字'],
    ['an area that is very long', 2, 2, '九'.repeat(5000), 'C3', `面积“${'九'.repeat(12)}…”不是数字`],
    ['an area with an exponent', 2, 2, '1e3', 'C3', '面积“1e3”不是数字'],
    ['an area in another base', 2, 2, '0x1F', 'C3', '面积“0x1F”不是数字'],
    ['no area, as the lower rows of a merged cell have none', 2, 2, null, 'C3', '面积没有填'],
    ['a building that is not in it', 1, 0, '别处1号楼', 'A2', '“别处1号楼”不在这次自筹的楼里'],
    ['a door that is not there', 1, 1, '1单元999', 'B2', '房石小区1号楼没有“1单元999”这一户'],
    ['a door twice', 2, 1, '1单元101', 'B3', '房石小区1号楼1单元101 和第 2 行重复了'],
  ])('names the cell of %s', (_what, row, column, value, cell, sentence) => {
    expect(read(at(rows(), row, column, value)).problems).toContainEqual({ cell, sentence })
  })

  test.each(['９１．２５', '91.25', ' 91.25 ', 91.25, '+91.25'])('reads the area %p as what was meant', (typed) => {
    const again = read(at(rows(), 1, 2, typed))
    expect(again.problems).toEqual([])
    expect(again.buildings[0]!.shares[0]!.areaHundredths).toBe(9125)
  })

  test('names what is missing, and a table without heads', () => {
    expect(read(rows().slice(0, -1)).problems).toEqual([
      { cell: 'A20', sentence: '少了 1 户，例如 房石小区2号楼 1单元107；每户都要写在表里' },
    ])
    expect(read([['a', 'b']]).problems).toEqual([
      { cell: 'A1', sentence: '没有找到表头，前几行里要有“楼栋、户、建筑面积”这几列' },
    ])
    expect(read([['楼栋', '户', '建筑面积']], 'manual').problems[0]!.sentence).toContain('分摊金额')
  })

  test('by hand amounts to the fen must come to the sum', () => {
    const first = withShares(draft, buildings).buildings[0]!.shares[0]!.plannedFen
    const more = read(at(rows(), 1, 3, (first + 1) / 100), 'manual')
    expect(more.problems).toEqual([
      { cell: 'D1', sentence: '各户合计 500,000.01\u00A0元，比总额 500,000.00\u00A0元 多 0.01\u00A0元' },
    ])
    for (const amount of ['-5', '1.234', '很多'])
      expect(read(at(rows(), 1, 3, amount), 'manual').problems[0]).toMatchObject({ cell: 'D2' })
  })

  test('without the column of reasons, exemptions stay as they are', () => {
    const before = withShares(draft, buildings).buildings.map((one) => ({
      ...one,
      shares: one.shares.map((share, at) => (at === 1 ? { ...share, exemptFor: '低保户' } : share)),
    }))
    const areas = rows(before).map((cells) => cells.slice(0, 3))
    const again = readShareTable(areas, before, { rule: 'area', totalFen: draft.totalFen })
    expect(again.problems).toEqual([])
    expect(again.buildings.map(({ shares }) => shares[1]!.exemptFor)).toEqual(['低保户', '低保户'])
  })

  test('a reason that looks like a formula is written as text and read back as it was', () => {
    const before = withShares(draft, buildings).buildings
    const typed = before.map((one, b) => ({
      ...one,
      shares: one.shares.map((share, s) => (b + s === 0 ? { ...share, exemptFor: '=1+1' } : share)),
    }))
    const table = rows(typed)
    expect(table[1]![4]).toBe("'=1+1")
    expect(
      readShareTable(table, typed, { rule: 'area', totalFen: draft.totalFen }).buildings[0]!.shares[0]!.exemptFor,
    ).toBe('=1+1')
  })
})
