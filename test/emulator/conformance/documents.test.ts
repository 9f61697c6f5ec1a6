import { _, ground, messageOf } from './ground'
import { refusalOf } from '../cloud'

const { cloud, db, given, ids, things } = ground({
  collections: [
    {
      name: 'things',
      indexes: [
        {
          name: 'byGroup',
          fields: [
            ['g', 1],
            ['n', -1],
          ],
        },
      ],
    },
    { name: 'people', indexes: [{ name: 'phone', fields: [['phone', 1]], unique: true }] },
    { name: 'teams', indexes: [{ name: 'member', fields: [['members', 1]], unique: true }] },
    {
      name: 'rooms',
      indexes: [
        {
          name: 'place',
          fields: [
            ['house', 1],
            ['keys.no', 1],
          ],
          unique: true,
        },
      ],
    },
  ],
})

describe('adding', () => {
  test('add makes an id, keeps a given one, and adds many at once in order', async () => {
    const { id } = await things().add({ n: 1 })
    expect(id).toMatch(/^[0-9a-f]{32}$/)
    expect(await things().add({ _id: 'mine', n: 2 })).toMatchObject({ id: 'mine' })
    expect(await things().add([{ _id: 'x' }, { _id: 'y' }])).toMatchObject({ ids: ['x', 'y'] })
    expect(await ids({})).toEqual([id, 'mine', 'x', 'y'])
  })
  test('many are added all or not at all', async () => {
    await given({})
    expect(await refusalOf(things().add([{ _id: 'new' }, { _id: '0' }]))).toBe('DATABASE_DUPLICATE_WRITE')
    expect(await ids({})).toEqual(['0'])
  })
  test('an id is not null, an array or a pattern; a number and its digits are two ids', async () => {
    expect(await refusalOf(things().add({ _id: null }))).toBe('INVALID_PARAM')
    expect(await refusalOf(things().add({ _id: [1] }))).toBe('INVALID_PARAM')
    await things().add([{ _id: 1 }, { _id: '1' }])
    expect((await things().doc(1).get()).data).toEqual([{ _id: 1 }])
    expect((await things().doc('1').get()).data).toEqual([{ _id: '1' }])
  })
  test('a collection has to be created first, and only once', async () => {
    expect(await refusalOf(db().collection('later').add({}))).toBe('DATABASE_COLLECTION_NOT_EXIST')
    expect(await refusalOf(db().collection('later').get())).toBe('DATABASE_COLLECTION_NOT_EXIST')
    expect(await refusalOf(db().collection('later').doc('a').update({ a: 1 }))).toBe('DATABASE_COLLECTION_NOT_EXIST')
    await db().createCollection('later')
    await db().collection('later').add({ _id: 'a' })
    expect((await db().collection('later').count()).total).toBe(1)
    expect(await refusalOf(db().createCollection('later'))).toBe('DATABASE_COLLECTION_ALREADY_EXIST')
  })
})

describe('unique indexes', () => {
  const people = () => db().collection('people')
  test('refuse a second equal value when adding, updating and setting; one gap is allowed, null is a gap', async () => {
    await people().add({ _id: 'p', phone: '1' })
    expect(await refusalOf(people().add({ _id: 'p', phone: '2' }))).toBe('DATABASE_DUPLICATE_WRITE')
    expect(await refusalOf(people().add({ phone: '1' }))).toBe('DATABASE_DUPLICATE_WRITE')
    await people().add({ _id: 'q' })
    expect(await refusalOf(people().add({ phone: null }))).toBe('DATABASE_DUPLICATE_WRITE')
    expect(await refusalOf(people().doc('q').update({ phone: '1' }))).toBe('DATABASE_DUPLICATE_WRITE')
    expect(await refusalOf(people().doc('q').set({ phone: '1' }))).toBe('DATABASE_DUPLICATE_WRITE')
    expect((await people().doc('p').update({ name: 'x' })).updated).toBe(1)
  })
  test('let a freed value be taken again', async () => {
    await people().add({ _id: 'p', phone: '1' })
    await people().doc('p').update({ phone: '2' })
    await people().add({ _id: 'q', phone: '1' })
    await people().doc('q').remove()
    await people().add({ _id: 'r', phone: '1' })
    expect((await people().count()).total).toBe(2)
  })
  test('keep kinds apart: 1, true, "1" and a date are four values', async () => {
    await people().add([{ phone: 1 }, { phone: true }, { phone: '1' }, { phone: new Date(1) }])
    expect((await people().count()).total).toBe(4)
    expect(await refusalOf(people().add({ phone: 1 }))).toBe('DATABASE_DUPLICATE_WRITE')
  })
  test('hold over the elements of arrays, between documents but not within one', async () => {
    const teams = db().collection('teams')
    await teams.add({ _id: 't', members: ['a', 'b', 'a'] })
    expect(await refusalOf(teams.add({ members: ['c', 'b'] }))).toBe('DATABASE_DUPLICATE_WRITE')
    expect(await refusalOf(teams.add({ members: 'a' }))).toBe('DATABASE_DUPLICATE_WRITE')
    await teams.add({ _id: 'u', members: ['c'] })
    expect(await refusalOf(teams.doc('u').update({ members: _.push('a') }))).toBe('DATABASE_DUPLICATE_WRITE')
    await teams.doc('t').update({ members: _.pull('a') })
    expect((await teams.doc('u').update({ members: _.push('a') })).updated).toBe(1)
    await teams.add({ members: [] })
    expect(await refusalOf(teams.add({ members: [] }))).toBe('DATABASE_DUPLICATE_WRITE')
  })
  test('hold over several fields together, through arrays of objects', async () => {
    const rooms = db().collection('rooms')
    await rooms.add({ house: 1, keys: [{ no: 1 }, { no: 2 }] })
    await rooms.add({ house: 2, keys: [{ no: 1 }] })
    expect(await refusalOf(rooms.add({ house: 1, keys: [{ no: 3 }, { no: 2 }] }))).toBe('DATABASE_DUPLICATE_WRITE')
    await rooms.add({ house: 1, keys: [{ no: 3 }] })
    expect((await rooms.count()).total).toBe(3)
  })
})

describe('reading', () => {
  test('doc().get() gives a list of one or none', async () => {
    await given({ n: 1 })
    expect((await things().doc('0').get()).data).toEqual([{ _id: '0', n: 1 }])
    expect((await things().doc('none').get()).data).toEqual([])
  })
  test('count counts what where finds', async () => {
    await given({ n: 1 }, { n: 2 }, { n: [2] })
    expect((await things().count()).total).toBe(3)
    expect((await things().where({ n: 2 }).count()).total).toBe(2)
    expect((await things().where({ n: 9 }).count()).total).toBe(0)
  })
  test('orderBy sorts all kinds in one order, several fields after each other, equal ones as they came', async () => {
    await given(
      { v: 's' },
      { v: 2 },
      { v: null },
      { v: true },
      {},
      { v: [0, 9] },
      { v: new Date(0) },
      { v: {} },
      { v: NaN },
    )
    const sorted = async (direction: 'asc' | 'desc') =>
      (await things().orderBy('v', direction).get()).data.map(({ _id }: { _id: string }) => _id)
    expect(await sorted('asc')).toEqual(['2', '4', '8', '5', '1', '0', '7', '3', '6'])
    expect(await sorted('desc')).toEqual(['6', '3', '7', '0', '5', '1', '8', '4', '2'])
    cloud().reset()
    await given({ g: 1, n: 1 }, { g: 2, n: 2 }, { g: 1, n: 3 })
    const both = await things().orderBy('g', 'desc').orderBy('n', 'desc').get()
    expect(both.data.map(({ n }: { n: number }) => n)).toEqual([2, 3, 1])
  })
  test('skip and limit page through an order', async () => {
    await given(...Array.from({ length: 7 }, (_unused, n) => ({ g: 'x', n })))
    const page = await things().where({ g: 'x' }).orderBy('n', 'desc').skip(2).limit(3).get()
    expect(page.data.map(({ n }: { n: number }) => n)).toEqual([4, 3, 2])
    expect((await things().skip(6).get()).data).toHaveLength(1)
    expect((await things().skip(9).get()).data).toEqual([])
  })
})

describe('field', () => {
  const document = { a: 1, b: { c: 2, d: 3 }, l: [{ x: 1, y: 2 }, { x: 3 }, 5], n: [1, 2, 3, 4] }
  const projected = async (projection: object) => {
    cloud().reset()
    await given(document)
    return (await things().field(projection).get()).data[0]
  }
  test('keeps or drops fields, through objects and arrays; _id stays unless it is dropped', async () => {
    expect(await projected({ a: true })).toEqual({ _id: '0', a: 1 })
    expect(await projected({ a: true, _id: false })).toEqual({ a: 1 })
    expect(await projected({ 'b.c': true })).toEqual({ _id: '0', b: { c: 2 } })
    expect(await projected({ 'l.x': 1 })).toEqual({ _id: '0', l: [{ x: 1 }, { x: 3 }] })
    expect(await projected({ l: 0, n: 0, b: false })).toEqual({ _id: '0', a: 1 })
    expect(await projected({ 'l.x': false, n: false, b: false })).toEqual({ _id: '0', a: 1, l: [{ y: 2 }, {}, 5] })
    expect(await projected({ _id: true })).toEqual({ _id: '0' })
  })
  test('project.slice cuts an array and keeps the rest of the document', async () => {
    expect(await projected({ n: _.project.slice(2) })).toEqual({ _id: '0', ...document, n: [1, 2] })
    expect(await projected({ n: _.project.slice(-1) })).toMatchObject({ a: 1, n: [4] })
    expect(await projected({ n: _.project.slice([1, 2]) })).toMatchObject({ a: 1, n: [2, 3] })
    expect(await projected({ n: _.project.slice([-2, 9]), a: true })).toEqual({ _id: '0', a: 1, n: [3, 4] })
  })
  test('project.elemMatch keeps the first element that fits, and only _id beside it', async () => {
    expect(await projected({ l: _.project.elemMatch({ x: { $gt: 1 } }) })).toEqual({ _id: '0', l: [{ x: 3 }] })
    expect(await projected({ l: _.project.elemMatch({ x: 9 }), a: true })).toEqual({ _id: '0', a: 1 })
  })
  test('keeping and dropping at once, and an unknown operator, are refused', async () => {
    expect(await messageOf(projected({ a: true, l: false }))).toContain('"l"')
    expect(await messageOf(projected({ a: { $frob: 1 } }))).toContain('$frob')
  })
})

describe('writing', () => {
  test('set replaces or creates, and takes no operators', async () => {
    expect(await things().doc('a').set({ x: 1, y: 1 })).toMatchObject({ updated: 0, upsertedId: 'a' })
    expect(await things().doc('a').set({ x: 2 })).toMatchObject({ updated: 1 })
    expect((await things().doc('a').get()).data).toEqual([{ _id: 'a', x: 2 }])
    expect(
      await refusalOf(
        things()
          .doc('a')
          .set({ x: _.inc(1) }),
      ),
    ).toBe('DATABASE_REQUEST_FAILED')
  })
  test('update counts what changed, and creates nothing', async () => {
    await given({ n: 1 }, { n: 2 })
    expect((await things().doc('0').update({ n: 5 })).updated).toBe(1)
    expect((await things().doc('0').update({ n: 5 })).updated).toBe(0)
    expect((await things().doc('none').update({ n: 5 })).updated).toBe(0)
    expect(
      (
        await things()
          .where({ n: _.gt(0) })
          .update({ n: 5 })
      ).updated,
    ).toBe(1)
    expect(await ids({ n: 5 })).toEqual(['0', '1'])
  })
  test('options({ multiple: false }) updates and removes one', async () => {
    await given({ n: 1 }, { n: 1 }, { n: 1 })
    expect((await things().where({ n: 1 }).options({ multiple: false }).update({ n: 2 })).updated).toBe(1)
    expect((await things().where({ n: 1 }).options({ multiple: false }).remove()).deleted).toBe(1)
    expect((await things().where({ n: 1 }).options({ multiple: true }).remove()).deleted).toBe(1)
    expect(await ids({})).toEqual(['0'])
  })
  test('remove removes one or many and says how many', async () => {
    await given({ n: 1 }, { n: 1 }, { n: 2 })
    expect((await things().doc('2').remove()).deleted).toBe(1)
    expect((await things().doc('2').remove()).deleted).toBe(0)
    expect((await things().where({ n: 1 }).remove()).deleted).toBe(2)
  })
  test('updateAndReturn changes one document and gives it as it is then', async () => {
    await given({ n: 1, at: new Date(1) }, { n: 1 })
    const answer = await things()
      .where({ n: 1 })
      .updateAndReturn({ n: _.inc(1) })
    expect(answer).toMatchObject({ updated: 1, doc: { _id: '0', n: 2, at: new Date(1) } })
    const nothing = await things().where({ n: 77 }).updateAndReturn({ n: 1 })
    expect(nothing.updated).toBe(0)
    expect(nothing.doc).toBeNull()
    expect(await ids({ n: 1 })).toEqual(['1'])
  })
})
