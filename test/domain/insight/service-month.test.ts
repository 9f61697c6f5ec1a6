import fc from 'fast-check'
import {
  noPoints,
  outstandingAfter,
  ServiceTally,
  totalOf,
  withTransfer,
  type ServiceMonth,
} from '@/shared/domain/insight/service-month'
import { serviceTable, serviceView } from '@/shared/domain/insight/service-table'
import { addMonths, monthsBetween } from '@/shared/kernel/months'
import { themeNames, themes } from '@/shared/kernel/themes'

const seed = Number(process.env.SEED ?? 20261127)

const came = fc.record({
  personId: fc.constantFrom('p1', 'p2', 'p3'),
  theme: fc.constantFrom(...themes),
  counted: fc.constantFrom(0, 30, 60),
  honour: fc.constantFrom(0, 15),
})

test('whoever was credited with nothing was not there; everybody else once, however often they came', () => {
  fc.assert(
    fc.property(fc.array(came, { maxLength: 20 }), (all) => {
      const tally = new ServiceTally()
      for (const one of all) tally.take(one)
      const credited = all.filter(({ counted, honour }) => counted + honour > 0)
      expect(tally.people().sort()).toEqual([...new Set(credited.map(({ personId }) => personId))].sort())
      expect(tally.times).toBe(credited.length)
      const inAll = (field: 'counted' | 'honour') => credited.reduce((sum, one) => sum + one[field], 0)
      const byTheme = (field: 'counted' | 'honour') => tally.themes().reduce((sum, one) => sum + one[field], 0)
      expect([byTheme('counted'), byTheme('honour')]).toEqual([inAll('counted'), inAll('honour')])
    }),
    { seed },
  )
})

const line = (account: string, halfPoints: number, lot: string | null = null) => ({ account, halfPoints, lot })

test('what a transfer does to the books: given, taken back, redeemed, returned, ended, corrected; a hold does nothing', () => {
  const all = [
    [line('issuer:c1', -6), line('available', 6, '2028-01-01')],
    [line('available', -4, '2028-01-01'), line('held', 4, '2028-01-01')],
    [line('held', -4, '2028-01-01'), line('centre:k1', 4)],
    [line('centre:k1', -1), line('available', 1, '2028-01-01')],
    [line('available', -1, '2028-01-01'), line('expired', 1)],
    [line('adjusted', 2), line('available', -2, '2028-01-01')],
    [line('issuer:c1', 1), line('available', -1, '2028-01-01')],
  ]
  const sum = all.reduce((before, lines) => withTransfer(before, { lines }), noPoints)
  expect(sum).toEqual({ issued: 5, adjusted: -2, captured: 3, expired: 1 })
  const held = all
    .flat()
    .reduce(
      (total, { account, halfPoints }) => total + (account === 'available' || account === 'held' ? halfPoints : 0),
      0,
    )
  expect(outstandingAfter(0, sum)).toBe(held)
})

const month = (at: number, changes: Partial<ServiceMonth> = {}): ServiceMonth => ({
  _id: `service:c1:${at}`,
  communityId: 'c1',
  month: addMonths('2026-01', at),
  active: 3,
  returning: 2,
  times: 4,
  themes: [{ theme: 'elders', counted: 90, honour: 10 }],
  points: { issued: 7, adjusted: -1, captured: 3, expired: 2 },
  outstanding: 10 + at,
  at: `2026-0${at + 1}-28T00:00:00.000Z`,
  ...changes,
})

test('the table adds up: every column that has a sum is the sum of its months, and the screen says the same', () => {
  const months = [month(0), month(1, { themes: [{ theme: 'litter', counted: 30, honour: 0 }] }), month(2)]
  const [heads, ...rows] = serviceTable(months, themeNames)
  const sums = rows.pop()!
  expect(sums[0]).toBe('合计')
  heads!.forEach((head, at) => {
    if (['月份', '活跃人数', '其中回来的人数', '月末未用积分'].includes(String(head))) return
    expect([head, rows.reduce((sum, row) => sum + Number(row[at]), 0)]).toEqual([head, sums[at]])
  })
  const { total } = serviceView(months, themeNames)
  const of = (head: string) => sums[heads!.indexOf(head)]
  expect([of('参加人次'), of('发放积分'), of('更正积分'), of('兑换积分'), of('到期积分')]).toEqual([
    total.times,
    ...[total.points.issued, total.points.adjusted, total.points.captured, total.points.expired].map((one) => one / 2),
  ])
  expect(of('计分时长（分钟）')).toBe(total.themes.reduce((sum, { counted }) => sum + counted, 0))
  expect(of('月末未用积分')).toBe(months.at(-1)!.outstanding / 2)
  expect(totalOf([])).toEqual({ times: 0, themes: [], points: noPoints })
})

test('a theme that staff called like a formula is only words in the table', () => {
  const [heads] = serviceTable([month(0)], { ...themeNames, elders: '=1+1' })
  expect(heads).toContain("'=1+1（分钟）")
})

test('months go over the end of a year, both ways', () => {
  expect([addMonths('2026-11', 3), addMonths('2026-01', -1), addMonths('2026-12', 0)]).toEqual([
    '2027-02',
    '2025-12',
    '2026-12',
  ])
  expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
})
