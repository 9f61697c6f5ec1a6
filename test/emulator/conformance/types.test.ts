import { Geo, _, ground } from './ground'

const { cloud, db, given, ids, only, things } = ground()

test('every kind of value comes back as it was added', async () => {
  const document = {
    text: '路灯😀',
    whole: 5,
    wide: 2 ** 50,
    fraction: 0.1,
    negative: -0.5,
    yes: true,
    nothing: null,
    at: new Date('2024-02-29T08:00:00.123Z'),
    list: [1, 'a', null, [2, [3]], { deep: { deeper: [] } }],
    empty: {},
    pattern: /^a.b$/im,
    中文: 1,
    $: undefined,
  }
  await given(document)
  const { $: _undefined, pattern: _pattern, ...rest } = document
  const found = await only()
  expect(found).toMatchObject(rest)
  expect(found.pattern).toMatchObject({ pattern: '^a.b$', options: 'im' })
})

test('infinities and NaN survive', async () => {
  await given({ up: Infinity, down: -Infinity, none: NaN })
  expect(await only()).toEqual({ up: Infinity, down: -Infinity, none: NaN })
})

test('undefined fields are not stored', async () => {
  await given({ a: undefined, b: { c: undefined, d: 1 } })
  expect(await only()).toEqual({ b: { d: 1 } })
})

test('an object id is stored, found and compared as one, not as its text', async () => {
  const hex = '5f9f1b9b9c9d440000a1b2c3'
  const { ObjectId } = db() as unknown as { ObjectId(options: { id: string }): object }
  await given({ ref: ObjectId({ id: hex }) }, { ref: hex })
  expect(await ids({ ref: ObjectId({ id: hex }) })).toEqual(['0'])
  expect(await ids({ ref: hex })).toEqual(['1'])
})

test('serverDate is the clock of the cloud with its offset, when adding, setting and updating', async () => {
  const noon = Date.parse('2030-01-01T12:00:00Z')
  cloud().setClock(noon)
  const near = (value: unknown, expected: number) =>
    expect(Math.abs((value as Date).getTime() - expected)).toBeLessThan(5000)
  await things().add({ _id: 'a', at: db().serverDate(), list: [db().serverDate({ offset: -3_600_000 })] })
  const [added] = (await things().doc('a').get()).data
  near(added.at, noon)
  near(added.list[0], noon - 3_600_000)
  await things()
    .doc('a')
    .update({ at: db().serverDate({ offset: 60_000 }) })
  near((await things().doc('a').get()).data[0].at, noon + 60_000)
  await things()
    .doc('a')
    .set({ deep: { at: db().serverDate() } })
  near((await things().doc('a').get()).data[0].deep.at, noon)
  expect(await ids({ 'deep.at': _.lte(db().serverDate({ offset: 60_000 })) })).toEqual(['a'])
  cloud().setClock(Date.now())
})

test('every geometry comes back as the class it was', async () => {
  const at = (x: number, y: number) => new Geo.Point(x, y)
  const line = new Geo.LineString([at(0, 0), at(1, 1)])
  const ring = new Geo.LineString([at(0, 0), at(1, 0), at(1, 1), at(0, 0)])
  const area = new Geo.Polygon([ring])
  const shapes = {
    point: at(114.3, 30.5),
    line,
    area,
    points: new Geo.MultiPoint([at(0, 0), at(1, 1)]),
    lines: new Geo.MultiLineString([line, ring]),
    areas: new Geo.MultiPolygon([area, area]),
  }
  await given(shapes)
  const found = await only()
  for (const [name, shape] of Object.entries(shapes)) {
    expect(found[name]).toBeInstanceOf(shape.constructor)
    expect(JSON.stringify(found[name])).toBe(JSON.stringify(shape))
  }
})
