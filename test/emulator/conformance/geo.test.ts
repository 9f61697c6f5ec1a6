import { Geo, _, ground, messageOf } from './ground'

const { given, ids, pipeline, things } = ground()
const at = (x: number, y: number) => new Geo.Point(x, y)
const line = (...points: [number, number][]) => new Geo.LineString(points.map(([x, y]) => at(x, y)))
const area = (...rings: [number, number][][]) => new Geo.Polygon(rings.map((ring) => line(...ring)))
const square = (x: number, y: number, size: number): [number, number][] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
]
const holed = area(square(0, 0, 2), square(0.5, 0.5, 1))

describe('geoNear', () => {
  beforeEach(() => given({ p: at(1.5, 1.5) }, { p: at(0.5, 0.5) }, { p: at(1, 1) }, {}, { p: null }))
  test('sorts by distance and keeps to its bounds, in metres', async () => {
    const near = (bounds: object) => ids({ p: _.geoNear({ geometry: at(0, 0), ...bounds }) })
    expect(await near({})).toEqual(['1', '2', '0'])
    expect(await near({ maxDistance: 200_000 })).toEqual(['1', '2'])
    expect(await near({ minDistance: 100_000, maxDistance: 200_000 })).toEqual(['2'])
  })
  test('an order of its own goes before nearness', async () => {
    const found = await things()
      .where({ p: _.geoNear({ geometry: at(0, 0) }) })
      .orderBy('_id', 'desc')
      .get()
    expect(found.data.map(({ _id }: { _id: string }) => _id)).toEqual(['2', '1', '0'])
  })
})

describe('geoWithin', () => {
  beforeEach(() =>
    given(
      { p: at(0.2, 0.2) },
      { p: at(1, 1) },
      { p: at(3, 3) },
      { p: line([0.1, 0.1], [1.9, 0.1]) },
      { p: line([0.1, 1], [1.9, 1]) },
      { p: area(square(0.1, 0.1, 0.3)) },
      { p: area(square(0.1, 0.1, 1.8)) },
      { p: new Geo.MultiPoint([at(0.2, 0.2), at(5, 5)]) },
    ),
  )
  test('takes what lies wholly in an area, and nothing that touches its holes', async () => {
    expect(await ids({ p: _.geoWithin({ geometry: holed }) })).toEqual(['0', '3', '5'])
    expect(await ids({ p: _.geoWithin({ geometry: area(square(0, 0, 2)) }) })).toEqual(['0', '1', '3', '4', '5', '6'])
  })
  test('takes several areas', async () => {
    const both = new Geo.MultiPolygon([holed, area(square(2.5, 2.5, 5))])
    expect(await ids({ p: _.geoWithin({ geometry: both }) })).toEqual(['0', '2', '3', '5', '7'])
  })
  test('takes a circle in radians, given as a point or as numbers', async () => {
    const radius = 40_000 / 6_378_100
    expect(await ids({ p: _.geoWithin({ centerSphere: [at(0.2, 0.2), radius] }) })).toEqual(['0', '5'])
    expect(await ids({ p: _.geoWithin({ centerSphere: [[1, 1], radius] }) })).toEqual(['1'])
  })
})

describe('geoIntersects', () => {
  const shapes = [
    { p: at(1, 1) },
    { p: line([-1, 1], [3, 1]) },
    { p: area(square(1, 1, 3)) },
    { p: new Geo.MultiPoint([at(9, 9), at(0, 0)]) },
    { p: new Geo.MultiLineString([line([5, 5], [6, 6]), line([0, 2], [2, 0])]) },
    { p: new Geo.MultiPolygon([area(square(8, 8, 1)), holed]) },
  ]
  beforeEach(() => given(...shapes))
  const hit = (geometry: unknown) => ids({ p: _.geoIntersects({ geometry }) })
  test('a point meets what it lies on or in', async () => {
    expect(await hit(at(1, 1))).toEqual(['0', '1', '2', '4'])
    expect(await hit(at(0, 0))).toEqual(['3', '5'])
  })
  test('a line meets what it crosses, touches or runs through', async () => {
    expect(await hit(line([0, 0], [0.4, 0.4]))).toEqual(['3', '5'])
    expect(await hit(line([0.8, 0.8], [1.2, 1.2]))).toEqual(['0', '1', '2', '4'])
    expect(await hit(line([7, 0], [7, 7]))).toEqual([])
  })
  test('an area meets what overlaps it, contains it, or lies in it; a hole keeps apart', async () => {
    expect(await hit(area(square(0.6, 0.6, 0.3)))).toEqual([])
    expect(await hit(area(square(0.6, 0.6, 0.5)))).toEqual(['0', '1', '2', '4'])
    expect(await hit(area(square(-5, -5, 20)))).toEqual(['0', '1', '2', '3', '4', '5'])
  })
  test('shapes of several parts meet where one part does', async () => {
    expect(await hit(new Geo.MultiPoint([at(9, 9), at(7, 7)]))).toEqual(['3', '5'])
    expect(await hit(new Geo.MultiLineString([line([5.5, 5], [5, 5.5]), line([7, 7], [7, 8])]))).toEqual(['4'])
    expect(await hit(new Geo.MultiPolygon([area(square(8.2, 8.2, 0.1))]))).toEqual(['5'])
  })
})

describe('the stage geoNear', () => {
  beforeEach(() =>
    given(
      { k: 'a', p: at(0, 0.002) },
      { k: 'a', p: at(0, 0.001) },
      { k: 'b', p: at(0, 0) },
      { k: 'a' },
      { k: 'a', p: area(square(-0.01, 0.005, 0.02)) },
    ),
  )
  test('goes from near to far and writes distance and place', async () => {
    const { data } = await pipeline()
      .geoNear({ near: at(0, 0), distanceField: 'd.metres', includeLocs: 'd.at', spherical: true, query: { k: 'a' } })
      .project({ d: 1 })
      .end()
    expect(data.map(({ _id }) => _id)).toEqual(['1', '0', '4'])
    const [first, second, third] = data.map(({ d }) => (d as { metres: number }).metres)
    expect(first).toBeCloseTo(111.32, 1)
    expect(second).toBeCloseTo(222.64, 1)
    expect(third).toBeCloseTo(556.6, 0)
    expect((data[0]?.d as { at: unknown }).at).toEqual({ type: 'Point', coordinates: [0, 0.001] })
  })
  test('keeps to bounds and multiplies', async () => {
    const { data } = await pipeline()
      .geoNear({
        near: at(0, 0),
        distanceField: 'd',
        minDistance: 50,
        maxDistance: 300,
        distanceMultiplier: 0.001,
        key: 'p',
      })
      .end()
    expect(data.map(({ _id }) => _id)).toEqual(['1', '0'])
    expect(data[0]?.d).toBeCloseTo(0.1113, 3)
  })
  test('comes first, and needs a point', async () => {
    const near = { near: at(0, 0), distanceField: 'd' }
    expect(await messageOf(pipeline().limit(1).geoNear(near).end())).toContain('$geoNear')
    expect(await messageOf(pipeline().geoNear({ distanceField: 'd' }).end())).toContain('near')
  })
})

test('a geometry operator it does not know is named', async () => {
  const raw = (condition: object) => messageOf(things().options({ raw: true }).where({ p: condition }).get())
  expect(
    await raw({
      $geoWithin: {
        $box: [
          [0, 0],
          [1, 1],
        ],
      },
    }),
  ).toContain('$box')
  expect(await raw({ $near: [0, 0] })).toContain('$near')
  expect(await raw({ $nearSphere: { $geometry: { type: 'LineString', coordinates: [] } } })).toContain('$nearSphere')
  expect(await raw({ $geoIntersects: { $geometry: { type: 'Circle', coordinates: [0, 0] } } })).toContain(
    '$geoIntersects',
  )
})
