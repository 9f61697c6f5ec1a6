import { _, ground, messageOf } from './ground'

const { given, ids, things } = ground()

describe('comparison', () => {
  const mixed = [
    { n: 1 },
    { n: 5 },
    { n: 5.5 },
    { n: '5' },
    { n: null },
    {},
    { n: [1, 9] },
    { n: true },
    { n: new Date(5) },
    { n: NaN },
  ]
  test('eq finds equal values and elements, and keeps kinds apart', async () => {
    await given(...mixed)
    expect(await ids({ n: _.eq(5) })).toEqual(['1'])
    expect(await ids({ n: 5 })).toEqual(['1'])
    expect(await ids({ n: _.eq(9) })).toEqual(['6'])
    expect(await ids({ n: _.eq('5') })).toEqual(['3'])
    expect(await ids({ n: _.eq(true) })).toEqual(['7'])
    expect(await ids({ n: _.eq(new Date(5)) })).toEqual(['8'])
    expect(await ids({ n: _.eq([1, 9]) })).toEqual(['6'])
    expect(await ids({ n: _.eq([9, 1]) })).toEqual([])
    expect(await ids({ n: _.eq(NaN) })).toEqual(['9'])
  })
  test('eq null finds null and missing', async () => {
    await given(...mixed)
    expect(await ids({ n: _.eq(null) })).toEqual(['4', '5'])
  })
  test('neq is everything eq is not, missing included', async () => {
    await given({ n: 1 }, { n: 2 }, {}, { n: null }, { n: [1, 2] })
    expect(await ids({ n: _.neq(1) })).toEqual(['1', '2', '3'])
    expect(await ids({ n: _.neq(null) })).toEqual(['0', '1', '4'])
  })
  test('gt gte lt lte compare within one kind, element by element, and never with a gap', async () => {
    await given(...mixed)
    expect(await ids({ n: _.gt(5) })).toEqual(['2', '6'])
    expect(await ids({ n: _.gte(5) })).toEqual(['1', '2', '6'])
    expect(await ids({ n: _.lt(5) })).toEqual(['0', '6'])
    expect(await ids({ n: _.lte(5) })).toEqual(['0', '1', '6'])
    expect(await ids({ n: _.gt('4') })).toEqual(['3'])
    expect(await ids({ n: _.gte(new Date(0)) })).toEqual(['8'])
    expect(await ids({ n: _.lte(null) })).toEqual(['4', '5'])
    expect(await ids({ n: _.lt(null) })).toEqual([])
    expect(await ids({ n: _.gte(NaN) })).toEqual(['9'])
  })
  test('different elements of one array may meet different bounds', async () => {
    await given({ n: [1, 9] }, { n: [5] }, { n: 5 })
    expect(await ids({ n: _.gt(4).and(_.lt(6)) })).toEqual(['0', '1', '2'])
  })
  test('strings compare by code point, Chinese and emoji included', async () => {
    await given({ s: '中' }, { s: 'z' }, { s: '😀' }, { s: '\uffee' })
    expect(await ids({ s: _.gt('中') })).toEqual(['2', '3'])
    expect(await ids({ s: _.gt('\uffee') })).toEqual(['2'])
  })
  test('arrays compare element by element, objects field by field in their order', async () => {
    await given({ v: [1, 2] }, { v: [1, 3] }, { v: { a: 1, b: 2 } }, { v: { b: 2, a: 1 } })
    expect(await ids({ v: _.gt([1, 2]) })).toEqual(['1'])
    expect(await ids({ v: _.eq({ a: 1, b: 2 }) })).toEqual(['2'])
    expect(await ids({ v: _.eq({ b: 2, a: 1 }) })).toEqual(['3'])
  })
  test('in finds any of a list, null and patterns included; nin the others', async () => {
    await given({ n: 1 }, { n: 2 }, {}, { n: 'abc' }, { n: [2, 3] }, { n: true })
    expect(await ids({ n: _.in([2, 'x']) })).toEqual(['1', '4'])
    expect(await ids({ n: _.in([null]) })).toEqual(['2'])
    expect(await ids({ n: _.in([/^a/, 1]) })).toEqual(['0', '3'])
    expect(await ids({ n: _.in([]) })).toEqual([])
    expect(await ids({ n: _.nin([2, null]) })).toEqual(['0', '3', '5'])
    expect(await ids({ n: _.nin([]) })).toEqual(['0', '1', '2', '3', '4', '5'])
  })
  test('the SDK chains every comparison', async () => {
    await given({ n: 1 }, { n: 2 }, { n: 3 }, { n: 4 })
    expect(await ids({ n: _.and(_.gte(1).lte(3), _.gt(0).neq(2), _.gte(0).nin([9])) })).toEqual(['0', '2'])
    expect(
      await ids({ n: _.and(_.gt(0).lt(9), _.gt(0).in([2, 4]), _.gt(0).eq(4), _.lt(9).gt(0), _.lt(9).gte(4)) }),
    ).toEqual(['3'])
  })
})

describe('elements', () => {
  test('exists tells a gap from null', async () => {
    await given({ a: null }, {}, { a: [] }, { a: { b: 1 } })
    expect(await ids({ a: _.exists(true) })).toEqual(['0', '2', '3'])
    expect(await ids({ a: _.exists(false) })).toEqual(['1'])
    expect(await ids({ 'a.b': _.exists(false) })).toEqual(['0', '1', '2'])
  })
  test('mod takes the remainder of the whole part, and only of numbers', async () => {
    await given({ n: 4 }, { n: 5 }, { n: 4.9 }, { n: '4' }, { n: -3 }, { n: [4, 'x'] })
    expect(await ids({ n: _.mod(4, 0) })).toEqual(['0', '2', '5'])
    expect(await ids({ n: _.mod([2, -1]) })).toEqual(['4'])
    expect(await messageOf(ids({ n: _.mod(0, 1) }))).toContain('$mod')
    expect(await messageOf(ids({ n: _.mod([4]) }))).toContain('$mod')
  })
  test('raw $type tells 32 bits, 64 bits, doubles and all other kinds', async () => {
    await given({ v: 1 }, { v: 2 ** 40 }, { v: 1.5 }, { v: 's' }, { v: [1] }, { v: {} }, { v: null }, {}, { v: /x/ })
    const raw = async (type: unknown) =>
      (
        await things()
          .options({ raw: true })
          .where({ v: { $type: type } })
          .get()
      ).data.map(({ _id }: { _id: string }) => _id)
    expect(await raw('int')).toEqual(['0', '4'])
    expect(await raw('long')).toEqual(['1'])
    expect(await raw('double')).toEqual(['2'])
    expect(await raw('number')).toEqual(['0', '1', '2', '4'])
    expect(await raw(['string', 'array'])).toEqual(['3', '4'])
    expect(await raw('object')).toEqual(['5'])
    expect(await raw(10)).toEqual(['6'])
    expect(await raw('regex')).toEqual(['8'])
    expect(await messageOf(raw('thing'))).toContain('thing')
  })
  test('raw bit operators look at whole numbers', async () => {
    await given({ n: 5 }, { n: 2 }, { n: 2 ** 40 + 1 }, { n: 1.5 })
    const raw = async (condition: object) =>
      (await things().options({ raw: true }).where({ n: condition }).get()).data.map(({ _id }: { _id: string }) => _id)
    expect(await raw({ $bitsAllSet: 5 })).toEqual(['0'])
    expect(await raw({ $bitsAnySet: [40, 1] })).toEqual(['1', '2'])
    expect(await raw({ $bitsAllClear: 5 })).toEqual(['1'])
    expect(await raw({ $bitsAnyClear: 5 })).toEqual(['1', '2'])
  })
})

describe('paths', () => {
  test('a dotted path and a nested object ask the same', async () => {
    await given({ a: { b: { c: 1 } } }, { a: { b: { c: 2 } } }, { a: 1 })
    expect(await ids({ 'a.b.c': 1 })).toEqual(['0'])
    expect(await ids({ a: { b: { c: _.gt(1) } } })).toEqual(['1'])
  })
  test('a path goes through arrays of objects, and to positions', async () => {
    await given({ a: [{ b: 1 }, { b: 2 }] }, { a: [{ b: 3 }] }, { a: [7, 8] }, { a: { 0: 7 } }, { a: [[7]] })
    expect(await ids({ 'a.b': 2 })).toEqual(['0'])
    expect(await ids({ 'a.0.b': _.gte(1) })).toEqual(['0', '1'])
    expect(await ids({ 'a.0': 7 })).toEqual(['2', '3'])
    expect(await ids({ 'a.1': 7 })).toEqual([])
  })
  test('a gap under an array is one for each object that lacks the field, and none for elements without fields', async () => {
    await given({ a: [{ b: 1 }, {}] }, { a: [1, 2] }, { a: [] }, { a: 5 }, {}, { a: [{ b: null }] })
    expect(await ids({ 'a.b': null })).toEqual(['0', '3', '4', '5'])
    expect(await ids({ 'a.b': _.exists(true) })).toEqual(['0', '5'])
  })
})

describe('refusals', () => {
  test('an operator it does not know or does not run is named', async () => {
    const raw = (where: object) => messageOf(things().options({ raw: true }).where(where).get())
    expect(await raw({ n: 1, $comment: 'a note' })).toBe('no refusal')
    expect(await raw({ n: { $frob: 1 } })).toContain('$frob')
    expect(await raw({ $frob: 1 })).toContain('$frob')
    expect(await raw({ $where: 'true' })).toContain('$where')
    expect(await raw({ n: { $not: { $frob: 1 } } })).toContain('$frob')
    expect(await raw({ n: { $elemMatch: { $frob: 1 } } })).toContain('$frob')
    expect(
      await messageOf(
        things()
          .where(_.text({ search: '灯', diacriticSensitive: false }))
          .get(),
      ),
    ).toContain('$search')
  })
})

describe('jsonSchema', () => {
  beforeEach(() =>
    given(
      { n: 5, s: '路灯', l: [1, 2], o: { x: 1 } },
      { n: 5.5, s: 'a', l: [1, 1], o: {} },
      { n: '5', l: ['x'], o: { y: 1 } },
      { at: new Date(0), l: [] },
    ),
  )
  const held = (schema: object) => ids(_.jsonSchema(schema))
  const property = (name: string, schema: object) => held({ properties: { [name]: schema } })
  test('required, kinds and values', async () => {
    expect(await held({ required: ['n', 's'] })).toEqual(['0', '1'])
    expect(await held({ required: ['n'], properties: { n: { bsonType: 'int' } } })).toEqual(['0'])
    expect(await held({ required: ['n'], properties: { n: { type: 'number' } } })).toEqual(['0', '1'])
    expect(await property('n', { enum: [5, '5'] })).toEqual(['0', '2', '3'])
    expect(await property('at', { bsonType: ['string', 'null'] })).toEqual(['0', '1', '2'])
  })
  test('bounds of numbers, texts, arrays and objects say nothing about other kinds', async () => {
    expect(await property('n', { minimum: 5, exclusiveMinimum: true })).toEqual(['1', '2', '3'])
    expect(await property('n', { maximum: 5, multipleOf: 5 })).toEqual(['0', '2', '3'])
    expect(await property('s', { minLength: 2, maxLength: 2, pattern: '^路' })).toEqual(['0', '2', '3'])
    expect(await property('l', { minItems: 1, maxItems: 2, uniqueItems: true })).toEqual(['0', '2'])
    expect(await property('o', { minProperties: 1, maxProperties: 1 })).toEqual(['0', '2', '3'])
  })
  test('elements, other fields, and schemas of schemas', async () => {
    expect(await property('l', { items: { type: 'number' } })).toEqual(['0', '1', '3'])
    expect(await property('l', { items: [{ enum: [1] }], additionalItems: false })).toEqual(['3'])
    expect(await property('o', { properties: { x: {} }, additionalProperties: false })).toEqual(['0', '1', '3'])
    expect(await property('o', { patternProperties: { '^y': { type: 'string' } } })).toEqual(['0', '1', '3'])
    expect(
      await held({ anyOf: [{ required: ['at'] }, { properties: { n: { type: 'string' } }, required: ['n'] }] }),
    ).toEqual(['2', '3'])
    expect(await held({ oneOf: [{ required: ['n'] }, { required: ['s'] }] })).toEqual(['2'])
    expect(await held({ allOf: [{ required: ['n'] }, { not: { required: ['s'] } }] })).toEqual(['2'])
  })
  test('a keyword it does not know is named', async () => {
    expect(await messageOf(held({ frob: 1 }))).toContain('frob')
    expect(await messageOf(property('n', { bsonType: 'thing' }))).toContain('thing')
  })
})
