import { $, ground } from './ground'

const { computed, refusal } = ground()
const document = { a: [1, 2, 2, 'x'], b: ['x', 1], c: [3], n: null, o: { x: 1, y: null } }

test('allElementsTrue and anyElementTrue', async () => {
  expect(
    await computed(document, {
      all: $.allElementsTrue(['$a']),
      zero: $.allElementsTrue([[1, 0]]),
      empty: $.allElementsTrue([[]]),
      any: $.anyElementTrue([[0, null, 'x']]),
      none: $.anyElementTrue([[0, null, false]]),
      never: $.anyElementTrue([[]]),
    }),
  ).toEqual({ all: true, zero: false, empty: true, any: true, none: false, never: false })
  expect(await refusal(document, $.allElementsTrue(['$n']))).toContain('$allElementsTrue')
  expect(await refusal(document, $.anyElementTrue(['$n']))).toContain('$anyElementTrue')
})

test('difference, intersection and union know each value once', async () => {
  expect(
    await computed(document, {
      difference: $.setDifference(['$a', '$b']),
      intersection: $.setIntersection(['$a', '$b']),
      three: $.setIntersection(['$a', '$b', '$c']),
      union: $.setUnion(['$a', '$b', '$c']),
      nested: $.setUnion([[[1]], [[1], 1]]),
      nothing: $.setUnion(['$a', '$n']),
      noDifference: $.setDifference(['$gap', '$a']),
      noIntersection: $.setIntersection(['$a', '$gap']),
    }),
  ).toEqual({
    difference: [2],
    intersection: [1, 'x'],
    three: [],
    union: [1, 2, 3, 'x'],
    nested: [1, [1]],
    nothing: null,
    noDifference: null,
    noIntersection: null,
  })
})

test('setEquals and setIsSubset mind neither order nor repetition', async () => {
  expect(
    await computed(document, {
      equal: $.setEquals(['$a', [2, 'x', 1]]),
      unequal: $.setEquals(['$a', '$b']),
      three: $.setEquals([[1], [1, 1], [1]]),
      subset: $.setIsSubset(['$b', '$a']),
      not: $.setIsSubset(['$a', '$b']),
      empty: $.setIsSubset([[], '$a']),
    }),
  ).toEqual({ equal: true, unequal: false, three: true, subset: true, not: false, empty: true })
  expect(await refusal(document, $.setEquals(['$a', '$n']))).toContain('$setEquals')
  expect(await refusal(document, $.setIsSubset(['$a', '$gap']))).toContain('$setIsSubset')
})

test('mergeObjects takes later fields over earlier, and null for nothing', async () => {
  expect(
    await computed(document, {
      merged: $.mergeObjects(['$o', { x: 2, z: '$c' }, '$n', '$gap']),
      list: $.mergeObjects([[{ a: 1 }, { b: 2 }]]),
      nothing: $.mergeObjects(['$n']),
    }),
  ).toEqual({ merged: { x: 2, y: null, z: [3] }, list: { a: 1, b: 2 }, nothing: {} })
  expect(await refusal(document, $.mergeObjects(['$o', '$a']))).toContain('$mergeObjects')
})

test('objectToArray lists fields in their order', async () => {
  expect(await computed(document, { list: $.objectToArray('$o'), nothing: $.objectToArray('$n') })).toEqual({
    list: [
      { k: 'x', v: 1 },
      { k: 'y', v: null },
    ],
    nothing: null,
  })
  expect(await refusal(document, $.objectToArray('$a'))).toContain('$objectToArray')
})
