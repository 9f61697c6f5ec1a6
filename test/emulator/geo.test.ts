import tcb from '@cloudbase/node-sdk'
import type { Cloud } from '../../emulator'
import { refusalOf, startTestCloud } from './cloud'

/** The SDK has all shapes, its types only the point. */
interface Shapes {
  Point: new (longitude: number, latitude: number) => object
  LineString: new (points: object[]) => object
  Polygon: new (rings: object[]) => object
}

let cloud: Cloud
const db = () => tcb.init({ env: 'local-test' }).database()
const places = async (where: object): Promise<string[]> =>
  (await db().collection('places').where(where).get()).data.map(({ _id }: { _id: string }) => _id)

beforeAll(async () => {
  cloud = await startTestCloud({ collections: [{ name: 'places', indexes: [] }] })
  const at = (longitude: number, latitude: number) => ({ type: 'Point', coordinates: [longitude, latitude] })
  const square = [
    [
      [0, 0],
      [2, 0],
      [2, 2],
      [0, 2],
      [0, 0],
    ],
    [
      [0.9, 0.9],
      [1.1, 0.9],
      [1.1, 1.1],
      [0.9, 1.1],
      [0.9, 0.9],
    ],
  ]
  cloud.insertDocuments('places', [
    { _id: 'far', at: at(1.5, 1.5) },
    { _id: 'near', at: at(0.5, 0.5) },
    { _id: 'hole', at: at(1, 1) },
    { _id: 'out', at: at(3, 3) },
    { _id: 'nowhere' },
    { _id: 'area', zone: { type: 'Polygon', coordinates: square } },
  ])
})
afterAll(() => cloud.close())

test('nearness sorts by distance and keeps to its bounds', async () => {
  const geometry = new (db().Geo.Point)(0, 0)
  expect(await places({ at: db().command.geoNear({ geometry, maxDistance: 300_000 }) })).toEqual([
    'near',
    'hole',
    'far',
  ])
  expect(await places({ at: db().command.geoNear({ geometry, minDistance: 100_000, maxDistance: 200_000 }) })).toEqual([
    'hole',
  ])
})

test('areas know what is inside, holes and circles included', async () => {
  const { Point, LineString, Polygon } = db().Geo as unknown as Shapes
  const ring = (...corners: [number, number][]) => new LineString(corners.map(([x, y]) => new Point(x, y)))
  const geometry = new Polygon([
    ring([0, 0], [2, 0], [2, 2], [0, 2], [0, 0]),
    ring([0.9, 0.9], [1.1, 0.9], [1.1, 1.1], [0.9, 1.1], [0.9, 0.9]),
  ])
  expect(await places({ at: db().command.geoWithin({ geometry }) })).toEqual(['far', 'near'])
  expect(await places({ at: { $geoWithin: { $centerSphere: [[0, 0], 100_000 / 6_378_100] } } })).toEqual(['near'])
  expect(await places({ zone: db().command.geoIntersects({ geometry: new Point(0.5, 0.5) }) })).toEqual(['area'])
  expect(await places({ zone: db().command.geoIntersects({ geometry: new Point(1, 1) }) })).toEqual([])
  expect(await refusalOf(places({ zone: db().command.geoIntersects({ geometry }) }))).toBe('INVALID_PARAM')
})
