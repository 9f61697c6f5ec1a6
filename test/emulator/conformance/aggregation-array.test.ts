import { $, ground } from './ground'

const { computed, refusal } = ground()

test('arrayElemAt counts from both ends; out of range there is no field', async () => {
  expect(
    await computed(
      { l: [1, 2, 3], n: null },
      {
        first: $.arrayElemAt(['$l', 0]),
        last: $.arrayElemAt(['$l', -1]),
        beyond: $.arrayElemAt(['$l', 3]),
        nothing: $.arrayElemAt(['$n', 0]),
      },
    ),
  ).toEqual({ first: 1, last: 3, nothing: null })
  expect(await refusal({ l: 5 }, $.arrayElemAt(['$l', 0]))).toContain('$arrayElemAt')
})

test('arrayToObject reads pairs and { k, v }, the last of two equal keys wins', async () => {
  expect(
    await computed(
      {
        p: [
          ['a', 1],
          ['b', [2, [3]]],
        ],
        kv: [
          { k: 'x', v: 1 },
          { k: 'x', v: 2 },
        ],
      },
      { pairs: $.arrayToObject('$p'), objects: $.arrayToObject('$kv'), gap: $.arrayToObject('$none') },
    ),
  ).toEqual({ pairs: { a: 1, b: [2, [3]] }, objects: { x: 2 }, gap: null })
  expect(await refusal({ p: [['a']] }, $.arrayToObject('$p'))).toContain('$arrayToObject')
})

test('concatArrays joins one level, and is null if one is', async () => {
  expect(
    await computed(
      { a: [1, [2]], b: [3] },
      { joined: $.concatArrays(['$a', '$b', []]), nothing: $.concatArrays(['$a', '$none']) },
    ),
  ).toEqual({ joined: [1, [2], 3], nothing: null })
  expect(await refusal({ a: 1 }, $.concatArrays(['$a']))).toContain('$concatArrays')
})

test('filter and map name each element, see the document, and nest', async () => {
  expect(
    await computed(
      { l: [{ n: 1 }, { n: 5 }, { n: 9 }], least: 5, rows: [[1, 2], [3]] },
      {
        kept: $.filter({ input: '$l', as: 'item', cond: $.gte(['$$item.n', '$least']) }),
        plain: $.filter({ input: '$l', cond: $.lt(['$$this.n', 5]) }),
        mapped: $.map({ input: '$l', as: 'item', in: $.multiply(['$$item.n', 2]) }),
        gaps: $.map({ input: '$l', in: '$$this.none' }),
        nested: $.map({
          input: '$rows',
          as: 'row',
          in: $.map({ input: '$$row', as: 'cell', in: $.add(['$$cell', $.size('$$row')]) }),
        }),
        nothing: $.map({ input: '$none', in: 1 }),
      },
    ),
  ).toEqual({
    kept: [{ n: 5 }, { n: 9 }],
    plain: [{ n: 1 }],
    mapped: [2, 10, 18],
    gaps: [null, null, null],
    nested: [[3, 4], [4]],
    nothing: null,
  })
  expect(await refusal({}, $.map({ input: [1], in: '$$that' }))).toContain('that')
  expect(await refusal({ l: 1 }, $.filter({ input: '$l', cond: true }))).toContain('$filter')
})

test('in and indexOfArray compare by kind and value', async () => {
  expect(
    await computed(
      { l: ['a', 1, { x: 1 }, 'a'] },
      {
        yes: $.in([{ x: 1 }, '$l']),
        no: $.in(['1', '$l']),
        at: $.indexOfArray(['$l', 'a']),
        later: $.indexOfArray(['$l', 'a', 1]),
        within: $.indexOfArray(['$l', 'a', 1, 3]),
        nowhere: $.indexOfArray(['$l', 'z']),
        beyond: $.indexOfArray(['$l', 'a', 20]),
        nothing: $.indexOfArray(['$none', 1]),
      },
    ),
  ).toEqual({ yes: true, no: false, at: 0, later: 3, within: -1, nowhere: -1, beyond: -1, nothing: null })
  expect(await refusal({}, $.in([1, '$none']))).toContain('$in')
  expect(await refusal({ l: [1] }, $.indexOfArray(['$l', 1, -1]))).toContain('$indexOfArray')
})

test('isArray range reverseArray size slice', async () => {
  expect(
    await computed(
      { l: [1, 2, 3, 4], s: 'x' },
      {
        yes: $.isArray('$l'),
        no: $.isArray('$s'),
        gap: $.isArray(['$none']),
        up: $.range([0, 5, 2]),
        down: $.range([3, 0, -1]),
        empty: $.range([5, 0]),
        back: $.reverseArray('$l'),
        size: $.size('$l'),
        first: $.slice(['$l', 2]),
        last: $.slice(['$l', -2]),
        middle: $.slice(['$l', 1, 2]),
        fromEnd: $.slice(['$l', -3, 2]),
        early: $.slice(['$l', -9, 2]),
        late: $.slice(['$l', 9, 2]),
        nothing: $.slice(['$none', 1]),
      },
    ),
  ).toEqual({
    yes: true,
    no: false,
    gap: false,
    up: [0, 2, 4],
    down: [3, 2, 1],
    empty: [],
    back: [4, 3, 2, 1],
    size: 4,
    first: [1, 2],
    last: [3, 4],
    middle: [2, 3],
    fromEnd: [2, 3],
    early: [1, 2],
    late: [],
    nothing: null,
  })
  expect(await refusal({}, $.size('$none'))).toContain('$size')
  expect(await refusal({ l: [1] }, $.slice(['$l', 0, 0]))).toContain('$slice')
  expect(await refusal({}, $.range([0, 5, 0]))).toContain('$range')
})

test('reduce carries a value along, and does not touch where it began', async () => {
  expect(
    await computed(
      { l: [1, 2, 3], s: ['a', 'b'] },
      {
        sum: $.reduce({ input: '$l', initialValue: 0, in: $.add(['$$value', '$$this']) }),
        text: $.reduce({ input: '$s', initialValue: '', in: $.concat(['$$value', '$$this']) }),
        both: $.reduce({
          input: '$l',
          initialValue: { n: 0, p: 1 },
          in: { n: $.add(['$$value.n', '$$this']), p: $.multiply(['$$value.p', '$$this']) },
        }),
        empty: $.reduce({ input: [], initialValue: 7, in: 0 }),
        nothing: $.reduce({ input: '$none', initialValue: 7, in: 0 }),
      },
    ),
  ).toEqual({ sum: 6, text: 'ab', both: { n: 6, p: 6 }, empty: 7, nothing: null })
})

test('zip pairs up to the shortest, or to the longest with defaults', async () => {
  expect(
    await computed(
      { a: [1, 2, 3], b: ['x'] },
      {
        short: $.zip({ inputs: ['$a', '$b'] }),
        long: $.zip({ inputs: ['$a', '$b'], useLongestLength: true }),
        filled: $.zip({ inputs: ['$a', '$b'], useLongestLength: true, defaults: [0, '-'] }),
        nothing: $.zip({ inputs: ['$a', '$none'] }),
      },
    ),
  ).toEqual({
    short: [[1, 'x']],
    long: [
      [1, 'x'],
      [2, null],
      [3, null],
    ],
    filled: [
      [1, 'x'],
      [2, '-'],
      [3, '-'],
    ],
    nothing: null,
  })
  expect(await refusal({}, $.zip({ inputs: [[1]], defaults: [0] }))).toContain('$zip')
})

test('a field path through an array gives what its objects have; positions mean nothing in it', async () => {
  expect(
    await computed(
      { l: [{ a: 1 }, { b: 2 }, 5, { a: null }, [{ a: 9 }]], o: { 0: 'zero' } },
      { a: '$l.a', none: '$l.none', at: '$l.0', field: '$o.0' },
    ),
  ).toEqual({ a: [1, null], none: [], at: [], field: 'zero' })
})
