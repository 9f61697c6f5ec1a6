import tcb from '@cloudbase/node-sdk'
import type { Cloud, CloudOptions } from '../../../emulator'
import { startTestCloud } from '../cloud'

type Value = Record<string, unknown>
type Make = (...operands: unknown[]) => Chain

/** What a query command gives: something to hand on, or to go on with. */
export interface Chain {
  readonly and: Make
  readonly or: Make
  readonly eq: Make
  readonly gt: Make
  readonly gte: Make
  readonly lt: Make
  readonly lte: Make
  readonly neq: Make
  readonly in: Make
  readonly nin: Make
}

type QueryName =
  | 'eq neq lt lte gt gte in nin all elemMatch exists size mod geoNear geoWithin geoIntersects and nor or not'
  | 'set remove inc mul push pull pullAll pop shift unshift addToSet rename bit max min expr jsonSchema text'
type ExpressionName =
  | 'abs add ceil divide exp floor ln log log10 mod multiply pow sqrt subtract trunc arrayElemAt arrayToObject'
  | 'concatArrays filter in indexOfArray isArray map range reduce reverseArray size slice zip and not or cmp eq gt'
  | 'gte lt lte neq cond ifNull switch dateFromParts dateFromString dayOfMonth dayOfWeek dayOfYear isoDayOfWeek'
  | 'isoWeek isoWeekYear millisecond minute month second hour week year literal mergeObjects objectToArray'
  | 'allElementsTrue anyElementTrue setDifference setEquals setIntersection setIsSubset setUnion concat dateToString'
  | 'indexOfBytes indexOfCP split strLenBytes strLenCP strcasecmp substr substrBytes substrCP toLower toUpper meta'
  | 'addToSet avg first last max min push stdDevPop stdDevSamp sum let'
type StageName =
  'addFields bucket bucketAuto count geoNear group limit match project lookup replaceRoot sample skip sort sortByCount unwind'
type Words<T extends string> = T extends `${infer First} ${infer Rest}` ? First | Words<Rest> : T

/** `db.command`: the SDK's own types leave out what its code has. */
export type Command = Readonly<Record<Words<QueryName>, Make>> & {
  readonly aggregate: Readonly<Record<Words<ExpressionName>, Make>> & { pipeline(): Pipeline }
  readonly project: Readonly<Record<'slice' | 'elemMatch', Make>>
}

/** A pipeline as the SDK builds it. */
export type Pipeline = { readonly [stage in Words<StageName>]: (argument: unknown) => Pipeline } & {
  end(): Promise<{ data: Value[] }>
  done(): unknown[]
}

interface Geometry {
  toJSON(): { type: string; coordinates: unknown }
}

/** `db.Geo`. */
export interface Geo {
  Point: new (longitude: number, latitude: number) => Geometry & { longitude: number; latitude: number }
  LineString: new (points: Geometry[]) => Geometry
  Polygon: new (lines: Geometry[]) => Geometry
  MultiPoint: new (points: Geometry[]) => Geometry
  MultiLineString: new (lines: Geometry[]) => Geometry
  MultiPolygon: new (polygons: Geometry[]) => Geometry
}

const env = 'local-test'
const database = () => tcb.init({ env }).database()

/** The SDK as a project has it, pointed at a cloud of this file's own, emptied before every test. */
export const ground = (options: Partial<CloudOptions> = {}) => {
  let cloud: Cloud
  beforeAll(async () => {
    cloud = await startTestCloud({
      collections: [
        { name: 'things', indexes: [] },
        { name: 'others', indexes: [] },
      ],
      ...options,
    })
  })
  beforeEach(() => cloud.reset())
  afterAll(() => cloud.close())

  const things = () => database().collection('things')
  /** Adds documents over the wire; their ids are their places unless they bring one. */
  const given = async (...documents: Value[]): Promise<void> => {
    await things().add(documents.map((document, i) => ({ _id: String(i), ...document })))
  }
  const ids = async (where: unknown): Promise<unknown[]> =>
    (
      await things()
        .where(where as object)
        .get()
    ).data.map(({ _id }: Value) => _id)
  const pipeline = (collection = 'things'): Pipeline =>
    database().collection(collection).aggregate() as unknown as Pipeline

  return {
    cloud: () => cloud,
    db: database,
    things,
    given,
    ids,
    pipeline,
    /** The one document that is there. */
    only: async (): Promise<Value> => {
      const { _id, ...rest } = (await things().get()).data[0] as Value
      return rest
    },
    /** A document after an update, without its id. */
    after: async (document: Value, change: object): Promise<Value> => {
      await things().doc('a').set(document)
      await things().doc('a').update(change)
      const { _id, ...rest } = (await things().doc('a').get()).data[0] as Value
      return rest
    },
    /** Values of expressions over one document, all in one call; a missing value has no field. */
    computed: async (document: Value, expressions: Value): Promise<Value> => {
      cloud.reset()
      await things().add({ _id: 'a', ...document })
      const [found] = (
        await pipeline()
          .project({ _id: 0, ...expressions })
          .end()
      ).data
      return found ?? {}
    },
    /** What an expression is refused with. */
    refusal: async (document: Value, expression: unknown): Promise<string> => {
      cloud.reset()
      await things().add({ _id: 'a', ...document })
      return messageOf(pipeline().project({ value: expression }).end())
    },
  }
}

/** `db.command` and its aggregation half, as the documentation writes them. */
export const _ = database().command as unknown as Command
export const $ = _.aggregate
export const Geo = database().Geo as unknown as Geo

/** The message a call was refused with. */
export const messageOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'no refusal',
    (error: Error) => error.message,
  )
