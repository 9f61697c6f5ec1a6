import { calendarChanges, readCalendar } from '@/shared/domain/settings/read-calendar'

const heading = ['日期', '类型', '名称']
const read = (...rows: (string | number | null)[][]) => readCalendar([heading, ...rows], 2027)
const problemsOf = (...rows: (string | number | null)[][]) =>
  read(...rows).problems.map(({ cell, sentence }) => `${cell} ${sentence}`)

test.each([
  ['2027-01-01'],
  ['2027/1/1'],
  ['2027.01.01'],
  ['2027年1月1日'],
  [' 2027-01-01 00:00:00'],
  ['20270101'],
  [20270101],
  [46388],
  ['46388'],
  [46388.5],
])('%p is new year’s day', (date) => {
  expect(read([date, '放假', '元旦'])).toEqual({
    days: [{ day: '2027-01-01', kind: 'off', name: '元旦' }],
    problems: [],
  })
})

test('columns in any order, a title above, empty rows between, and days in the order of the year', () => {
  const rows = [
    ['某社区 2027 年'],
    ['名称', '备注', '日期', '类型'],
    ['元旦', '', '2027-01-02', '休'],
    [],
    [null, null, '2027-01-03', '补班'],
    ['元旦', 'x', '2026-12-31', '放假'],
  ]
  expect(readCalendar(rows as (string | null)[][], 2027)).toEqual({
    days: [
      { day: '2026-12-31', kind: 'off', name: '元旦' },
      { day: '2027-01-02', kind: 'off', name: '元旦' },
      { day: '2027-01-03', kind: 'work', name: '调休' },
    ],
    problems: [],
  })
})

test.each([
  [['2027-02-30', '放假', '春节'], 'A2 日期“2027-02-30”看不懂或没有这一天，请写成 2027-01-01 这样'],
  [['2027-13-01', '放假', '春节'], 'A2 日期“2027-13-01”看不懂或没有这一天，请写成 2027-01-01 这样'],
  [['2027-00-01', '放假', '春节'], 'A2 日期“2027-00-01”看不懂或没有这一天，请写成 2027-01-01 这样'],
  [['2027/1/32', '放假', '春节'], 'A2 日期“2027/1/32”看不懂或没有这一天，请写成 2027-01-01 这样'],
  [['春节那天', '放假', '春节'], 'A2 日期“春节那天”看不懂或没有这一天，请写成 2027-01-01 这样'],
  [[-1, '放假', '春节'], 'A2 日期“-1”看不懂或没有这一天，请写成 2027-01-01 这样'],
  [[null, '放假', '春节'], 'A2 日期没有填'],
  [['2028-01-01', '放假', '元旦'], 'A2 2028-01-01 不在 2027 年里（上年 12 月的连休可以写）'],
  [['2026-11-30', '放假', '元旦'], 'A2 2026-11-30 不在 2027 年里（上年 12 月的连休可以写）'],
  [['2027-01-01', '放个假', '元旦'], 'B2 类型“放个假”不对，请写“放假”或“上班”'],
  [['2027-01-01', 'constructor', '元旦'], 'B2 类型“constructor”不对，请写“放假”或“上班”'],
  [['2027-01-01', null, '元旦'], 'B2 类型没有填，请写“放假”或“上班”'],
  [['2027-01-01', '放假', ''], 'C2 放假的日子要写节日名称，例如“元旦”'],
  [['2027-01-01', '放假', '元'.repeat(21)], 'C2 名称不能超过 20 个字'],
  [['2027-01-04', '上班', ''], 'B2 2027-01-04 是周一，本来就上班，不用写'],
])('%p is answered by its cell', (row, problem) => {
  expect(problemsOf(row)).toEqual([problem])
})

test('every wrong cell of a row is named, and the right rows beside it', () => {
  const { days, problems } = read(['x', 'y', ''], ['2027-01-01', '放假', '元旦'], ['2027-1-1', '放假', '元旦'])
  expect(problems.map(({ cell }) => cell)).toEqual(['A2', 'B2', 'A4'])
  expect(problems.at(-1)!.sentence).toBe('2027-01-01 和第 3 行重复了')
  expect(days).toHaveLength(1)
})

test('no heading, nothing under it, and far too much', () => {
  expect(readCalendar([['a', 'b']], 2027).problems).toEqual([
    { cell: 'A1', sentence: '没有找到表头，第一行要有“日期、类型、名称”三列' },
  ])
  expect(problemsOf()).toEqual(['A2 表里还没有日期'])
  const many = Array.from({ length: 201 }, (_, at) => [46388 + at, '放假', '假'])
  expect(problemsOf(...many)).toEqual(['A1 一年最多 200 行，请只写放假和调休的日子'])
})

test('what comes, what goes and what is said differently', () => {
  const off = (day: string, name = '元旦') => ({ day, kind: 'off' as const, name })
  expect(
    calendarChanges([off('2027-01-01'), off('2027-01-02')], [off('2027-01-01', '新年'), off('2027-01-03')]),
  ).toEqual({ added: [off('2027-01-03')], removed: [off('2027-01-02')], changed: [off('2027-01-01', '新年')] })
})
