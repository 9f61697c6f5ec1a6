import { $, ground, messageOf } from './ground'

const { given, pipeline } = ground()
const grouped = async (spec: object) => (await pipeline().group(spec).end()).data

describe('group keys', () => {
  test('null and missing are one group; kinds, objects and arrays are groups of their own', async () => {
    await given({}, { k: null }, { k: 1 }, { k: '1' }, { k: [1] }, { k: { a: 1 } }, { k: { a: 1 } }, { k: true })
    expect(await grouped({ _id: '$k', n: $.sum(1) })).toEqual([
      { _id: null, n: 2 },
      { _id: 1, n: 1 },
      { _id: '1', n: 1 },
      { _id: [1], n: 1 },
      { _id: { a: 1 }, n: 2 },
      { _id: true, n: 1 },
    ])
  })
  test('an object as key leaves out what is missing; null makes one group', async () => {
    await given({ a: 1 }, { a: 1, b: null }, { a: 1 })
    expect(await grouped({ _id: { a: '$a', b: '$b' }, n: $.sum(1) })).toEqual([
      { _id: { a: 1 }, n: 2 },
      { _id: { a: 1, b: null }, n: 1 },
    ])
    expect(await grouped({ _id: null, n: $.sum(1) })).toEqual([{ _id: null, n: 3 }])
  })
  test('a key by a part of a date', async () => {
    await given({ at: new Date('2024-01-31T16:00:00Z') }, { at: new Date('2024-01-31T15:59:59Z') })
    expect(await grouped({ _id: $.month({ date: '$at', timezone: 'Asia/Shanghai' }), n: $.sum(1) })).toEqual([
      { _id: 2, n: 1 },
      { _id: 1, n: 1 },
    ])
  })
})

describe('accumulators', () => {
  beforeEach(() =>
    given(
      { n: 2, s: 'b', o: { x: 1 }, l: [1, 2] },
      { n: 4, s: 'a', o: { y: 2 } },
      { n: 'x', s: 'b', o: null },
      { n: null, s: null },
      {},
    ),
  )
  test('sum and avg mind numbers only', async () => {
    expect(
      await grouped({
        _id: null,
        sum: $.sum('$n'),
        ones: $.sum(1),
        none: $.sum('$gap'),
        avg: $.avg('$n'),
        no: $.avg('$s'),
      }),
    ).toEqual([{ _id: null, sum: 6, ones: 5, none: 0, avg: 3, no: null }])
  })
  test('min and max compare all kinds and skip gaps', async () => {
    expect(
      await grouped({ _id: null, min: $.min('$n'), max: $.max('$n'), list: $.max('$l'), none: $.min('$gap') }),
    ).toEqual([{ _id: null, min: 2, max: 'x', list: [1, 2], none: null }])
  })
  test('first and last take what comes first and last, null for a gap', async () => {
    expect(await grouped({ _id: null, first: $.first('$s'), last: $.last('$s') })).toEqual([
      { _id: null, first: 'b', last: null },
    ])
  })
  test('push keeps null and leaves out gaps; addToSet keeps each value once', async () => {
    expect(
      await grouped({ _id: null, push: $.push('$s'), set: $.addToSet('$s'), built: $.push({ n: '$n', g: '$gap' }) }),
    ).toEqual([
      {
        _id: null,
        push: ['b', 'a', 'b', null],
        set: ['b', 'a', null],
        built: [{ n: 2 }, { n: 4 }, { n: 'x' }, { n: null }, {}],
      },
    ])
  })
  test('standard deviations of all and of a sample', async () => {
    expect(
      await grouped({
        _id: null,
        pop: $.stdDevPop('$n'),
        samp: $.stdDevSamp('$n'),
        none: $.stdDevSamp('$gap'),
        no: $.stdDevPop('$s'),
      }),
    ).toEqual([{ _id: null, pop: 1, samp: Math.sqrt(2), none: null, no: null }])
  })
  test('mergeObjects merges in order', async () => {
    expect(await grouped({ _id: null, o: $.mergeObjects('$o') })).toEqual([{ _id: null, o: { x: 1, y: 2 } }])
  })
  test('the same names work on arrays within a document', async () => {
    const { data } = await pipeline()
      .limit(1)
      .project({
        _id: 0,
        sum: $.sum('$l'),
        avg: $.avg(['$n', 4]),
        min: $.min('$l'),
        max: $.max(['$n', '$s', '$gap']),
        pop: $.stdDevPop([[1, 3]]),
        scalar: $.sum('$n'),
      })
      .end()
    expect(data).toEqual([{ sum: 3, avg: 3, min: 1, max: 'b', pop: 1, scalar: 2 }])
  })
  test('sortByCount orders groups by their size', async () => {
    const { data } = await pipeline()
      .match({ s: { $exists: true } })
      .sortByCount('$s')
      .end()
    expect(data).toEqual([
      { _id: 'b', count: 2 },
      { _id: 'a', count: 1 },
      { _id: null, count: 1 },
    ])
  })
  test('what is no accumulator is refused by name, and a group needs _id', async () => {
    expect(await messageOf(grouped({ _id: null, n: $.add([1, 2]) }))).toContain('$add')
    expect(await messageOf(grouped({ _id: null, n: { $frob: 1 } }))).toContain('$frob')
    expect(await messageOf(grouped({ _id: null, n: '$n' }))).toContain('"n"')
    expect(await messageOf(grouped({ n: $.sum(1) }))).toContain('_id')
  })
})
