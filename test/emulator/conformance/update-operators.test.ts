import { _, ground, messageOf } from './ground'

const { after, cloud, given, only, things } = ground()
const refusal = async (document: Record<string, unknown>, change: object) => {
  cloud().reset()
  return messageOf(after(document, change))
}

describe('fields', () => {
  test('a plain value sets a field, a nested object merges, set replaces', async () => {
    expect(await after({ a: 1, o: { x: 1, y: 2 } }, { a: 2, o: { x: 9 } })).toEqual({ a: 2, o: { x: 9, y: 2 } })
    expect(await after({ o: { x: 1, y: 2 } }, { o: _.set({ z: 3 }) })).toEqual({ o: { z: 3 } })
    expect(await after({}, { 'a.b.c': 1 })).toEqual({ a: { b: { c: 1 } } })
    expect(await after({ l: [1, 2] }, { 'l.1': 9 })).toEqual({ l: [1, 9] })
    expect(await after({ l: [1] }, { 'l.3': 9 })).toEqual({ l: [1, null, null, 9] })
    expect(await after({ a: 1 }, { a: null })).toEqual({ a: null })
  })
  test('remove takes a field away, leaves null in an array, and does nothing where nothing is', async () => {
    expect(await after({ a: 1, b: { c: 1, d: 2 } }, { a: _.remove(), 'b.c': _.remove() })).toEqual({ b: { d: 2 } })
    expect(await after({ l: [1, 2] }, { 'l.0': _.remove() })).toEqual({ l: [null, 2] })
    expect(await after({ a: 1 }, { 'a.b': _.remove(), 'x.y': _.remove() })).toEqual({ a: 1 })
  })
  test('inc and mul begin at 0 where nothing is', async () => {
    expect(await after({ n: 1 }, { n: _.inc(2), m: _.inc(-3) })).toEqual({ n: 3, m: -3 })
    expect(await after({ n: 2 }, { n: _.mul(2.5), m: _.mul(4) })).toEqual({ n: 5, m: 0 })
  })
  test('inc and mul of what is no number are refused, null included', async () => {
    expect(await refusal({ n: null }, { n: _.inc(1) })).toContain('$inc')
    expect(await refusal({ n: '1' }, { n: _.inc(1) })).toContain('$inc')
    expect(await refusal({ n: '1' }, { n: _.mul(1) })).toContain('$mul')
    expect(await refusal({ n: 1 }, { n: _.inc('1') })).toContain('$inc')
  })
  test('min and max compare across kinds and set what is missing', async () => {
    expect(await after({ n: 5, m: 5, k: 'x' }, { n: _.min(3), m: _.max(3), l: _.max(1), k: _.min(1) })).toEqual({
      n: 3,
      m: 5,
      k: 1,
      l: 1,
    })
    expect(await after({ d: new Date(5) }, { d: _.max(new Date(9)) })).toEqual({ d: new Date(9) })
    expect(await after({ n: null }, { n: _.max(-1) })).toEqual({ n: -1 })
  })
  test('rename moves a value, also into another object, and does nothing where nothing is', async () => {
    expect(await after({ a: 1 }, { a: _.rename('b') })).toEqual({ b: 1 })
    expect(await after({ a: 1, b: 2 }, { a: _.rename('b') })).toEqual({ b: 1 })
    expect(await after({ a: { x: 1 } }, { 'a.x': _.rename('c.y') })).toEqual({ a: {}, c: { y: 1 } })
    expect(await after({ b: 1 }, { a: _.rename('c') })).toEqual({ b: 1 })
  })
  test('bit combines whole numbers, beyond 32 bits too', async () => {
    expect(await after({ n: 13 }, { n: _.bit({ and: 10 }) })).toEqual({ n: 8 })
    expect(await after({ n: 3 }, { n: _.bit({ or: 2 ** 40 }) })).toEqual({ n: 2 ** 40 + 3 })
    expect(await after({ n: 1 }, { n: _.bit({ xor: 5 }), m: _.bit({ or: 2 }) })).toEqual({ n: 4, m: 2 })
    expect(await refusal({ n: 1.5 }, { n: _.bit({ and: 1 }) })).toContain('$bit')
    expect(await refusal({ n: 1 }, { n: _.bit({ nand: 1 }) })).toContain('nand')
  })
})

describe('arrays', () => {
  test('push appends one, several, or creates the array', async () => {
    expect(await after({ l: [1] }, { l: _.push(2, 3), m: _.push([4]) })).toEqual({ l: [1, 2, 3], m: [4] })
    expect(await after({ l: [1] }, { l: _.push({ a: 1 }) })).toEqual({ l: [1, { a: 1 }] })
    expect(await after({ l: [1] }, { l: _.push([[2, 3]]) })).toEqual({ l: [1, [2, 3]] })
  })
  test('push takes position, sort and slice: insert, then sort, then cut', async () => {
    expect(await after({ l: [1, 2] }, { l: _.push({ each: [8, 9], position: 1 }) })).toEqual({ l: [1, 8, 9, 2] })
    expect(await after({ l: [1, 2] }, { l: _.push({ each: [8], position: -1 }) })).toEqual({ l: [1, 8, 2] })
    expect(await after({ l: [3, 1] }, { l: _.push({ each: [2], sort: -1, slice: 2 }) })).toEqual({ l: [3, 2] })
    expect(await after({ l: [1, 2, 3] }, { l: _.push({ each: [], slice: -2 }) })).toEqual({ l: [2, 3] })
    expect(await after({ l: [1] }, { l: _.push({ each: [2], slice: 0 }) })).toEqual({ l: [] })
    expect(await after({ l: [{ n: 2 }, { n: 1 }] }, { l: _.push({ each: [{ n: 3 }, {}], sort: { n: 1 } }) })).toEqual({
      l: [{}, { n: 1 }, { n: 2 }, { n: 3 }],
    })
    expect(await after({ l: ['b', 2] }, { l: _.push({ each: [null, true], sort: 1 }) })).toEqual({
      l: [null, 2, 'b', true],
    })
  })
  test('pop and shift take the last and the first, unshift puts in front', async () => {
    expect(await after({ l: [1, 2, 3] }, { l: _.pop() })).toEqual({ l: [1, 2] })
    expect(await after({ l: [1, 2, 3] }, { l: _.shift() })).toEqual({ l: [2, 3] })
    expect(await after({ l: [] }, { l: _.shift(), m: _.pop() })).toEqual({ l: [] })
    expect(await after({ l: [3] }, { l: _.unshift([1, 2]) })).toEqual({ l: [1, 2, 3] })
  })
  test('pull removes equal elements, or those that meet a condition', async () => {
    expect(await after({ l: [1, 2, 1, '1'] }, { l: _.pull(1) })).toEqual({ l: [2, '1'] })
    expect(await after({ l: [1, 5, 9] }, { l: _.pull(_.gte(5)) })).toEqual({ l: [1] })
    expect(await after({ l: ['a', 'b', 'c'] }, { l: _.pull(_.in(['a', 'c'])) })).toEqual({ l: ['b'] })
    expect(await after({ l: [{ a: 1, b: 1 }, { a: 2 }] }, { l: _.pull({ a: 1 }) })).toEqual({ l: [{ a: 2 }] })
    expect(await after({ l: [{ a: [1, 9] }, { a: [1] }] }, { l: _.pull({ a: _.gt(5) }) })).toEqual({ l: [{ a: [1] }] })
    expect(await after({ l: [[1], [2]] }, { l: _.pull([1]) })).toEqual({ l: [[2]] })
  })
  test('pullAll removes every listed value, objects only when wholly equal', async () => {
    expect(await after({ l: [1, 2, 3, 1] }, { l: _.pullAll([1, 3]) })).toEqual({ l: [2] })
    expect(await after({ l: [{ a: 1, b: 2 }, { a: 1 }] }, { l: _.pullAll([{ a: 1 }]) })).toEqual({
      l: [{ a: 1, b: 2 }],
    })
  })
  test('addToSet adds what is not there; objects with their fields in another order are others', async () => {
    expect(await after({ l: [1] }, { l: _.addToSet(1), m: _.addToSet(2) })).toEqual({ l: [1], m: [2] })
    expect(await after({ l: [1] }, { l: _.addToSet({ $each: [1, 2, 2] }) })).toEqual({ l: [1, 2] })
    expect(await after({ l: [1] }, { l: _.addToSet([1, 2]) })).toEqual({ l: [1, [1, 2]] })
    expect(await after({ l: [{ a: 1, b: 2 }] }, { l: _.addToSet({ a: 1, b: 2 }) })).toEqual({ l: [{ a: 1, b: 2 }] })
    expect(await after({ l: [{ a: 1, b: 2 }] }, { l: _.addToSet({ b: 2, a: 1 }) })).toEqual({
      l: [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
    })
    expect(await after({ l: [1] }, { l: _.addToSet('1') })).toEqual({ l: [1, '1'] })
  })
  test('an array operator on what is no array is refused by name', async () => {
    expect(await refusal({ l: 1 }, { l: _.push(1) })).toContain('$push')
    expect(await refusal({ l: null }, { l: _.push(1) })).toContain('$push')
    expect(await refusal({ l: 'x' }, { l: _.addToSet(1) })).toContain('$addToSet')
    expect(await refusal({ l: 1 }, { l: _.pull(1) })).toContain('$pull')
    expect(await refusal({ l: 1 }, { l: _.pop() })).toContain('$pop')
  })
})

describe('positions', () => {
  const list = [
    { k: 'a', n: 1 },
    { k: 'b', n: 5 },
    { k: 'b', n: 9 },
  ]
  const positioned = async (where: object, change: object): Promise<unknown> => {
    cloud().reset()
    await given({ list, l: [1, 5, 9] })
    await things().where(where).update(change)
    return only()
  }
  test('list.$ is the first element the query matched', async () => {
    expect(await positioned({ 'list.k': 'b' }, { 'list.$.n': _.inc(1) })).toMatchObject({
      list: [list[0], { k: 'b', n: 6 }, list[2]],
    })
    expect(await positioned({ l: 5 }, { 'l.$': 50 })).toMatchObject({ l: [1, 50, 9] })
    expect(await positioned({ l: _.gt(4) }, { 'l.$': 50 })).toMatchObject({ l: [1, 50, 9] })
    expect(await positioned({ list: _.elemMatch({ k: 'b', n: 9 }) }, { 'list.$.k': 'c' })).toMatchObject({
      list: [list[0], list[1], { k: 'c', n: 9 }],
    })
  })
  test('list.$[] is every element', async () => {
    expect(await positioned({ l: 5 }, { 'l.$[]': _.mul(2), 'list.$[].n': 0 })).toMatchObject({
      l: [2, 10, 18],
      list: [
        { k: 'a', n: 0 },
        { k: 'b', n: 0 },
        { k: 'b', n: 0 },
      ],
    })
  })
  test('a position the query did not find, and one with a filter, are refused', async () => {
    expect(await messageOf(positioned({}, { 'l.$': 1 }))).toContain('l.$')
    expect(await messageOf(positioned({ l: _.nin([7]) }, { 'l.$': 1 }))).toContain('l.$')
    expect(await messageOf(positioned({ l: 1 }, { 'l.$[big]': 1 }))).toContain('$[big]')
    expect(await messageOf(positioned({}, { 'none.$[]': 1 }))).toContain('none.$[]')
  })
})

describe('refusals', () => {
  test('two changes to one path, a path through a scalar, an unknown operator and a changed _id are refused', async () => {
    const raw = (change: object) => messageOf(things().options({ raw: true }).where({}).update(change))
    await given({ a: 1 })
    expect(await raw({ $set: { a: 1 }, $inc: { a: 1 } })).toContain('"a"')
    expect(await raw({ $set: { 'a.b': 1 } })).toContain('a.b')
    expect(await raw({ $frob: { a: 1 } })).toContain('$frob')
    expect(await raw({ $set: { _id: 'x' } })).toContain('_id')
    expect(await raw({ $setOnInsert: { a: 1 } })).toContain('$setOnInsert')
    expect(await raw({ $currentDate: { t: { $type: 'timestamp' } } })).toContain('$currentDate')
    expect(await only()).toEqual({ a: 1 })
  })
  test('a refused update changes none of the documents it was for', async () => {
    await given({ n: 1 }, { n: 'x' })
    expect(
      await messageOf(
        things()
          .where({})
          .update({ n: _.inc(1) }),
      ),
    ).toContain('$inc')
    expect((await things().get()).data).toEqual([
      { _id: '0', n: 1 },
      { _id: '1', n: 'x' },
    ])
  })
})
