import {
  agoWords,
  askedFirst,
  clockWords,
  dateWords,
  dueGroup,
  dueWords,
  leftWords,
  momentWords,
} from '@/features/issues/time-words'

/** Wednesday 2026-11-25, 14:00 in the community. */
const now = '2026-11-25T06:00:00.000Z'

describe('the words for a time limit', () => {
  test.each([
    ['2026-11-25T09:30:00.000Z', '今天 17:30 前'],
    ['2026-11-26T00:30:00.000Z', '明天 08:30 前'],
    ['2026-11-27T02:00:00.000Z', '后天 10:00 前'],
    ['2026-11-30T09:30:00.000Z', '11月30日 17:30 前'],
    ['2027-01-04T09:30:00.000Z', '2027年1月4日 17:30 前'],
    ['2026-11-25T05:59:30.000Z', '已超时 1 分钟'],
    ['2026-11-25T05:20:00.000Z', '已超时 40 分钟'],
    ['2026-11-25T03:00:00.000Z', '已超时 3 小时'],
    ['2026-11-23T05:00:00.000Z', '已超时 2 天'],
  ])('%s is said as %s', (dueAt, words) => expect(dueWords(dueAt, now)).toBe(words))

  test('exactly at the limit it is not yet late', () => expect(dueWords(now, now)).toBe('今天 14:00 前'))

  test('what is left never reads as nothing while there is something left', () => {
    expect(leftWords('2026-11-25T06:00:20.000Z', now)).toBe('还剩 1 分钟')
    expect(leftWords('2026-11-25T09:30:00.000Z', now)).toBe('还剩 3 小时')
    expect(leftWords('2026-11-28T06:00:00.000Z', now)).toBe('还剩 3 天')
    expect(leftWords('2026-11-25T03:00:00.000Z', now)).toBe('已超时 3 小时')
  })
})

describe('the words for the past', () => {
  test.each([
    ['2026-11-25T06:00:30.000Z', '刚刚'],
    ['2026-11-25T05:59:40.000Z', '刚刚'],
    ['2026-11-25T05:48:00.000Z', '12 分钟前'],
    ['2026-11-25T03:00:00.000Z', '3 小时前'],
    ['2026-11-24T23:30:00.000Z', '今天 07:30'],
    ['2026-11-24T09:30:00.000Z', '昨天 17:30'],
    ['2026-11-23T09:30:00.000Z', '前天 17:30'],
    ['2026-11-20T00:30:00.000Z', '11月20日 08:30'],
    ['2025-12-31T00:30:00.000Z', '2025年12月31日 08:30'],
  ])('%s is said as %s', (at, words) => expect(agoWords(at, now)).toBe(words))

  test('shortly after midnight what happened before is yesterday, not hours ago', () =>
    expect(agoWords('2026-11-25T15:00:00.000Z', '2026-11-25T17:00:00.000Z')).toBe('昨天 23:00'))
})

test('a day begins at midnight in the community, not in Greenwich', () => {
  expect(momentWords('2026-11-25T16:00:00.000Z', now)).toBe('明天 00:00')
  expect(clockWords('2026-11-25T15:59:00.000Z')).toBe('23:59')
  expect(dateWords('2026-11-26', '2026-11-25')).toBe('明天')
})

test('a queue separates what is late, due today, due later and standing still', () => {
  expect(dueGroup('2026-11-25T05:59:59.000Z', now)).toBe('late')
  expect(dueGroup('2026-11-25T15:59:59.000Z', now)).toBe('today')
  expect(dueGroup('2026-11-25T16:00:00.000Z', now)).toBe('later')
  expect(dueGroup(null, now)).toBe('paused')
})

test('until when the reporter is asked first is said to the minute: a verifier is refused until then', () => {
  expect(askedFirst('2026-11-25T09:30:00.000Z', now)).toBe('先等上报人答复，到今天 17:30')
  expect(askedFirst('2026-12-02T06:00:00.000Z', now)).toBe('先等上报人答复，到12月2日 14:00')
})
