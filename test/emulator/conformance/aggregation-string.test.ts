import { $, ground } from './ground'

const { computed, refusal } = ground()
const document = { s: '武汉东湖', e: 'a😀b', latin: 'Café', n: null }

test('concat joins strings and is null if one is', async () => {
  expect(
    await computed(document, {
      joined: $.concat(['$s', '-', '$latin']),
      nothing: $.concat(['$s', '$n']),
      none: $.concat([]),
    }),
  ).toEqual({ joined: '武汉东湖-Café', nothing: null, none: '' })
  expect(await refusal({ n: 1 }, $.concat(['a', '$n']))).toContain('$concat')
})

test('lengths in characters and in bytes', async () => {
  expect(
    await computed(document, {
      points: $.strLenCP('$s'),
      bytes: $.strLenBytes('$s'),
      emoji: $.strLenCP('$e'),
      emojiBytes: $.strLenBytes('$e'),
      empty: $.strLenCP(''),
    }),
  ).toEqual({ points: 4, bytes: 12, emoji: 3, emojiBytes: 6, empty: 0 })
  expect(await refusal(document, $.strLenCP('$n'))).toContain('$strLenCP')
  expect(await refusal(document, $.strLenBytes('$gap'))).toContain('$strLenBytes')
})

test('substrCP cuts characters, substrBytes and substr cut bytes and not through a character', async () => {
  expect(
    await computed(document, {
      cut: $.substrCP(['$s', 1, 2]),
      emoji: $.substrCP(['$e', 1, 1]),
      beyond: $.substrCP(['$s', 9, 2]),
      long: $.substrCP(['$s', 2, 99]),
      bytes: $.substrBytes(['$s', 3, 6]),
      rest: $.substrBytes(['$s', 6, -1]),
      over: $.substrBytes(['$latin', 1, 99]),
      late: $.substrBytes(['$latin', 99, 1]),
      old: $.substr(['$latin', 0, 3]),
      nothing: $.substrCP(['$n', 0, 1]),
      number: $.substrBytes([12345, 0, 2]),
    }),
  ).toEqual({
    cut: '汉东',
    emoji: '😀',
    beyond: '',
    long: '东湖',
    bytes: '汉东',
    rest: '东湖',
    over: 'afé',
    late: '',
    old: 'Caf',
    nothing: '',
    number: '12',
  })
  expect(await refusal(document, $.substrBytes(['$s', 1, 3]))).toContain('$substrBytes')
  expect(await refusal(document, $.substrBytes(['$s', 0, 4]))).toContain('$substrBytes')
  expect(await refusal(document, $.substrCP(['$s', -1, 3]))).toContain('$substrCP')
})

test('indexOfCP and indexOfBytes find a place, from and to a place', async () => {
  expect(
    await computed(document, {
      points: $.indexOfCP(['$s', '东']),
      bytes: $.indexOfBytes(['$s', '东']),
      emoji: $.indexOfCP(['$e', 'b']),
      from: $.indexOfCP(['abcabc', 'b', 2]),
      within: $.indexOfCP(['abcabc', 'c', 3, 5]),
      nowhere: $.indexOfBytes(['$s', 'x']),
      beyond: $.indexOfCP(['abc', 'a', 9]),
      nothing: $.indexOfCP(['$n', 'a']),
    }),
  ).toEqual({ points: 2, bytes: 6, emoji: 2, from: 4, within: -1, nowhere: -1, beyond: -1, nothing: null })
  expect(await refusal(document, $.indexOfCP(['$s', '$n']))).toContain('$indexOfCP')
  expect(await refusal(document, $.indexOfBytes(['$s', 'x', -1]))).toContain('$indexOfBytes')
})

test('split cuts at a separator', async () => {
  expect(
    await computed(document, {
      parts: $.split(['a,b,,c', ',']),
      whole: $.split(['$s', ',']),
      edges: $.split([',a,', ',']),
      nothing: $.split(['$n', ',']),
    }),
  ).toEqual({ parts: ['a', 'b', '', 'c'], whole: ['武汉东湖'], edges: ['', 'a', ''], nothing: null })
  expect(await refusal({}, $.split(['a', '']))).toContain('$split')
})

test('strcasecmp toLower toUpper mind only the letters A to Z', async () => {
  expect(
    await computed(document, {
      same: $.strcasecmp(['ABC', 'abc']),
      less: $.strcasecmp(['a', 'B']),
      more: $.strcasecmp(['b', 'A']),
      nothing: $.strcasecmp(['$n', '$gap']),
      lower: $.toLower('ÀBC武'),
      upper: $.toUpper('àbc武'),
      gap: $.toLower('$gap'),
      upperGap: $.toUpper('$n'),
    }),
  ).toEqual({ same: 0, less: -1, more: 1, nothing: 0, lower: 'Àbc武', upper: 'àBC武', gap: '', upperGap: '' })
})

test('trims and replacements, which the SDK has no names for', async () => {
  expect(
    await computed(document, {
      trim: { $trim: { input: ' \u00a0武汉\n ' } },
      left: { $ltrim: { input: 'xxax', chars: 'x' } },
      right: { $rtrim: { input: 'xxax', chars: 'x' } },
      one: { $replaceOne: { input: 'aXbX', find: 'X', replacement: $.literal('$&') } },
      all: { $replaceAll: { input: 'aXbX', find: 'X', replacement: '-' } },
      nothing: { $trim: { input: '$n' } },
    }),
  ).toEqual({ trim: '武汉', left: 'ax', right: 'xxa', one: 'a$&bX', all: 'a-b-', nothing: null })
})
