import { $, ground } from './ground'

const { computed, refusal } = ground()
const d = new Date('2024-12-29T16:05:09.078Z') // a Sunday; Monday, 00:05 in Shanghai
const shanghai = { date: '$d', timezone: 'Asia/Shanghai' }

test('parts of a date in UTC', async () => {
  expect(
    await computed(
      { d },
      {
        year: $.year('$d'),
        month: $.month('$d'),
        day: $.dayOfMonth('$d'),
        hour: $.hour('$d'),
        minute: $.minute('$d'),
        second: $.second('$d'),
        ms: $.millisecond('$d'),
        ofYear: $.dayOfYear('$d'),
        ofWeek: $.dayOfWeek('$d'),
        isoDay: $.isoDayOfWeek('$d'),
        week: $.week('$d'),
        isoWeek: $.isoWeek('$d'),
        isoYear: $.isoWeekYear('$d'),
      },
    ),
  ).toEqual({
    year: 2024,
    month: 12,
    day: 29,
    hour: 16,
    minute: 5,
    second: 9,
    ms: 78,
    ofYear: 364,
    ofWeek: 1,
    isoDay: 7,
    week: 52,
    isoWeek: 52,
    isoYear: 2024,
  })
})

test('parts of the same date in Shanghai, by name and by offset', async () => {
  expect(
    await computed(
      { d, zone: '+08:00' },
      {
        day: $.dayOfMonth(shanghai),
        hour: $.hour({ date: '$d', timezone: '$zone' }),
        short: $.hour({ date: '$d', timezone: '+0530' }),
        west: $.hour({ date: '$d', timezone: '-05' }),
        minute: $.minute({ date: '$d', timezone: '+0530' }),
        ofWeek: $.dayOfWeek(shanghai),
        isoDay: $.isoDayOfWeek(shanghai),
        isoWeek: $.isoWeek(shanghai),
        isoYear: $.isoWeekYear(shanghai),
        week: $.week(shanghai),
        month: $.month(shanghai),
        year: $.year({ date: '$d', timezone: 'UTC' }),
        summer: $.hour({ date: new Date('2024-07-01T12:00:00Z'), timezone: 'America/New_York' }),
        winter: $.hour({ date: new Date('2024-01-01T12:00:00Z'), timezone: 'America/New_York' }),
      },
    ),
  ).toEqual({
    day: 30,
    hour: 0,
    short: 21,
    west: 11,
    minute: 35,
    ofWeek: 2,
    isoDay: 1,
    isoWeek: 1,
    isoYear: 2025,
    week: 52,
    month: 12,
    year: 2024,
    summer: 8,
    winter: 7,
  })
})

test('weeks at the turn of the year: Sunday weeks from 0, ISO weeks in the year of their Thursday', async () => {
  const cases: [string, number, number, number][] = [
    ['2021-01-01', 0, 53, 2020],
    ['2021-01-03', 1, 53, 2020],
    ['2023-01-01', 1, 52, 2022],
    ['2020-12-31', 52, 53, 2020],
    ['2016-01-04', 1, 1, 2016],
    ['2024-02-29', 8, 9, 2024],
  ]
  for (const [day, week, isoWeek, isoYear] of cases)
    expect(
      await computed(
        { d: new Date(`${day}T12:00:00Z`) },
        { week: $.week('$d'), isoWeek: $.isoWeek('$d'), isoYear: $.isoWeekYear('$d') },
      ),
    ).toEqual({ week, isoWeek, isoYear })
})

test('null and missing dates give null; what is no date is refused', async () => {
  expect(
    await computed(
      { n: null },
      {
        year: $.year('$n'),
        gap: $.month('$gap'),
        zone: $.hour({ date: new Date(0), timezone: '$gap' }),
        text: $.dateToString({ date: '$n', format: '%Y' }),
        given: $.dateToString({ date: '$gap', onNull: 'none' }),
        parts: $.dateFromParts({ year: 2024, month: '$gap' }),
        read: $.dateFromString({ dateString: '$n' }),
      },
    ),
  ).toEqual({ year: null, gap: null, zone: null, text: null, given: 'none', parts: null, read: null })
  expect(await refusal({ s: '2024' }, $.year('$s'))).toContain('$year')
  expect(await refusal({ d }, $.year({ date: '$d', timezone: 'Mars/Olympus' }))).toContain('Mars/Olympus')
})

test('dateToString knows every letter, and writes ISO 8601 unless told otherwise', async () => {
  const text = (format: string, timezone?: string) =>
    $.dateToString({ date: '$d', format, ...(timezone && { timezone }) })
  expect(
    await computed(
      { d },
      {
        plain: $.dateToString({ date: '$d' }),
        all: text('%Y/%m/%d %H:%M:%S.%L %j %w %u %U %V %G %%'),
        zone: text('%Y-%m-%dT%H:%M:%S%z %Z', 'Asia/Shanghai'),
        west: text('%H%z %Z', '-03:30'),
        iso: text('%G-W%V-%u', 'Asia/Shanghai'),
        names: text('%b %B'),
        chinese: text('%Y年%m月%d日'),
        twice: text('%d%d'),
      },
    ),
  ).toEqual({
    plain: '2024-12-29T16:05:09.078Z',
    all: '2024/12/29 16:05:09.078 364 1 7 52 52 2024 %',
    zone: '2024-12-30T00:05:09+0800 480',
    west: '12-0330 -210',
    iso: '2025-W01-1',
    names: 'Dec December',
    chinese: '2024年12月29日',
    twice: '2929',
  })
  expect(await refusal({ d }, text('%Q'))).toContain('%Q')
})

test('dateFromParts builds dates, carries parts over, knows zones and ISO weeks', async () => {
  expect(
    await computed(
      {},
      {
        day: $.dateFromParts({ year: 2024, month: 2, day: 29 }),
        year: $.dateFromParts({ year: 2024 }),
        over: $.dateFromParts({ year: 2023, month: 14, day: 1, hour: 12 }),
        under: $.dateFromParts({ year: 2024, month: 0, day: 0 }),
        zone: $.dateFromParts({ year: 2024, month: 1, day: 1, timezone: 'Asia/Shanghai' }),
        summer: $.dateFromParts({ year: 2024, month: 7, day: 1, timezone: 'America/New_York' }),
        iso: $.dateFromParts({ isoWeekYear: 2025, isoWeek: 1, isoDayOfWeek: 1 }),
        fine: $.dateFromParts({ year: 2024, minute: 1, second: 2, millisecond: 3 }),
      },
    ),
  ).toEqual({
    day: new Date('2024-02-29T00:00:00Z'),
    year: new Date('2024-01-01T00:00:00Z'),
    over: new Date('2024-02-01T12:00:00Z'),
    under: new Date('2023-11-30T00:00:00Z'),
    zone: new Date('2023-12-31T16:00:00Z'),
    summer: new Date('2024-07-01T04:00:00Z'),
    iso: new Date('2024-12-30T00:00:00Z'),
    fine: new Date('2024-01-01T00:01:02.003Z'),
  })
  expect(await refusal({}, $.dateFromParts({ month: 1 }))).toContain('year')
  expect(await refusal({}, $.dateFromParts({ year: 2024, month: 1.5 }))).toContain('month')
})

test('dateFromString reads ISO 8601 and formats, in a zone or with one in the text', async () => {
  const read = (dateString: string, more: object = {}) => $.dateFromString({ dateString, ...more })
  expect(
    await computed(
      {},
      {
        plain: read('2024-02-29T08:30:00.5Z'),
        day: read('2024-02-29'),
        local: read('2024-02-29T08:30:00', { timezone: 'Asia/Shanghai' }),
        offset: read('2024-02-29T08:30:00+0800'),
        format: read('29/02/2024 8:05', { format: '%d/%m/%Y %H:%M' }),
        chinese: read('2024年2月9日', { format: '%Y年%m月%d日' }),
        zoned: read('2024-02-29 08 +08:00', { format: '%Y-%m-%d %H %z' }),
        iso: read('2025-01-1', { format: '%G-%V-%u' }),
        bad: read('yesterday', { onError: 'unreadable' }),
        unreal: read('2023-02-29', { onError: 'no such day' }),
        nothing: $.dateFromString({ dateString: '$gap', onNull: 'none' }),
      },
    ),
  ).toEqual({
    plain: new Date('2024-02-29T08:30:00.500Z'),
    day: new Date('2024-02-29T00:00:00Z'),
    local: new Date('2024-02-29T00:30:00Z'),
    offset: new Date('2024-02-29T00:30:00Z'),
    format: new Date('2024-02-29T08:05:00Z'),
    chinese: new Date('2024-02-09T00:00:00Z'),
    zoned: new Date('2024-02-29T00:00:00Z'),
    iso: new Date('2024-12-30T00:00:00Z'),
    bad: 'unreadable',
    unreal: 'no such day',
    nothing: 'none',
  })
  expect(await refusal({}, read('yesterday'))).toContain('yesterday')
  expect(await refusal({}, read('2024-02-29T08:30:00Z', { timezone: '+08:00' }))).toContain('$dateFromString')
})

test('dateToParts takes a date apart', async () => {
  expect(
    await computed({ d }, { parts: { $dateToParts: shanghai }, iso: { $dateToParts: { date: '$d', iso8601: true } } }),
  ).toEqual({
    parts: { year: 2024, month: 12, day: 30, hour: 0, minute: 5, second: 9, millisecond: 78 },
    iso: { isoWeekYear: 2024, isoWeek: 52, isoDayOfWeek: 7, hour: 16, minute: 5, second: 9, millisecond: 78 },
  })
})
