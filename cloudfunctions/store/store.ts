import type { init } from '@cloudbase/node-sdk'
import { collections, type CollectionName, type DocumentOf } from './collections'

type Scalar = string | number | boolean | null

/** What lies between bounds; at least one of them. */
export interface Range {
  after?: string | number
  before?: string | number
  /** Like `after` and `before`, with the bound itself. */
  atLeast?: string | number
  atMost?: string | number
}

/** A condition on one field. Only these exist, so that nothing a person types can become an operator. */
export type Condition =
  | Scalar
  | { in: readonly Scalar[] }
  | Range
  /** Anything else, nothing included. */
  | { not: Scalar }

export type Where = Readonly<Record<string, Condition>>

export interface ListQuery {
  where: Where
  orderBy?: readonly (readonly [string, 'asc' | 'desc'])[]
  /** 1 to 1000; CloudBase gives no more in one answer. */
  limit?: number
  /** Several alternatives, any of which may hold in addition to `where`; how lists are continued after a key. */
  anyOf?: readonly Where[]
  /** Further alternatives, one of which must hold as well, at least one; what somebody reaches in several posts. */
  within?: readonly Where[]
}

export interface Reads<T> {
  get(id: string): Promise<T | null>
}

/** The stages the product uses, in the SDK's own spelling. */
export type Stage =
  | { lookup: { from: CollectionName; localField: string; foreignField: string; as: string } }
  | { lookup: { from: CollectionName; let?: Record<string, string>; pipeline: object[]; as: string } }
  | { group: Record<string, unknown> }
  | { sort: Record<string, 1 | -1> }
  | { limit: number }

/** One collection outside a transaction. */
export interface Collection<T> extends Reads<T> {
  list(query: ListQuery): Promise<T[]>
  count(where: Where): Promise<number>
  /** How many match, but no more than `most`: where many do it stops there, so that it costs the same however many there are. */
  countUpTo(where: Where, most: number): Promise<number>
  /** Sets top-level fields on every match, at once and without reading; answers how many it changed. */
  updateWhere(where: Where, fields: Partial<T>): Promise<number>
  /** Adds to a number of the one document that matches, at once and without reading; answers the document then, null without one. */
  increment(where: Where & { _id: string }, field: keyof T & string, by: number): Promise<T | null>
}

/** One collection inside a transaction: single documents only, because CloudBase offers no more there. */
export interface TransactionCollection<T> extends Reads<T> {
  /** Adds a document; an id already taken makes the whole transaction fail with `ID_TAKEN`. */
  create(document: T): Promise<void>
  /** Writes the whole document, replacing what was there. */
  put(document: T): Promise<void>
  /**
   * Holds the document against every other transaction that writes it, without changing what it says: of two that guard it at
   * once, one runs again. Putting it back unchanged would not do, because a write that changes nothing is skipped.
   */
  guard(id: string): Promise<void>
  remove(id: string): Promise<void>
}

export type Transaction = { [N in CollectionName]: TransactionCollection<DocumentOf<N>> }

export type ReadStore = Omit<Store, 'transact' | 'append'>

export type Store = { [N in CollectionName]: Collection<DocumentOf<N>> } & {
  /** What matches, run through further stages: one request, for the few named reads that need a join or a sum. */
  aggregate(name: CollectionName, where: Where, stages: readonly Stage[]): Promise<unknown[]>
  /** Adds documents outside a transaction, all in one request; for logs, which guard nothing. */
  append<N extends CollectionName>(name: N, documents: readonly DocumentOf<N>[]): Promise<void>
  /**
   * Runs `body` in a transaction and commits what it wrote, or nothing. A locked document makes CloudBase fail at once; then
   * the body runs again after a random pause, for ten seconds from then at most; after that it throws `Contended`. So a body must have no
   * effects outside.
   */
  transact<T>(body: (tx: Transaction) => Promise<T>): Promise<T>
}

/** Thrown out of a transaction whose `create` met an existing id. */
export class IdTaken extends Error {
  constructor(readonly id: string) {
    super(`the id ${id} is taken`)
  }
}

/** Thrown by a body to leave the transaction without writing, carrying the answer out. */
export class Abandon extends Error {
  constructor(readonly answer: unknown) {
    super('abandoned')
  }
}

/** Thrown when others held what a transaction wanted to write for as long as anybody waits. Nothing was written. */
export class Contended extends Error {
  constructor(cause: unknown) {
    super('the documents were held by others for too long', { cause })
  }
}

const CONFLICT = 'DATABASE_TRANSACTION_CONFLICT'
const DUPLICATE = 'DATABASE_DUPLICATE_WRITE'
const patienceMs = 10_000

interface Ports {
  database: ReturnType<ReturnType<typeof init>['database']>
  /** 0 to 1, exclusive. */
  random: () => number
  /** Monotonic milliseconds. */
  elapsed: () => number
  pause: (ms: number) => Promise<void>
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''

/** The SDK answers some failures instead of throwing them; here they are all thrown. */
const checked = <T>(answer: T): T => {
  if (codeOf(answer))
    throw Object.assign(new Error(`database: ${codeOf(answer)}`), { code: codeOf(answer), cause: answer })
  return answer
}

/** The typed store over the SDK. Documents are checked against their schema before they are written. */
export const createStore = ({ database, random, elapsed, pause }: Ports): Store => {
  const command = database.command
  const encodeCondition = (condition: Condition): unknown => {
    if (typeof condition !== 'object' || condition === null) return command.eq(condition)
    if ('in' in condition) return command.in([...condition.in])
    if ('not' in condition) return command.neq(condition.not)
    const { after, atLeast, before, atMost } = condition
    const bounds = [
      ...(after === undefined ? [] : [command.gt(after)]),
      ...(atLeast === undefined ? [] : [command.gte(atLeast)]),
      ...(before === undefined ? [] : [command.lt(before)]),
      ...(atMost === undefined ? [] : [command.lte(atMost)]),
    ]
    return bounds.length === 1 ? bounds[0] : command.and(bounds)
  }
  const encode = (where: Where): Record<string, unknown> =>
    Object.fromEntries(Object.entries(where).map(([field, condition]) => [field, encodeCondition(condition)]))

  /** Tries again, after a random pause, what met a locked document; for ten seconds at most from the first time. */
  const persistently = async <T>(once: () => Promise<T>): Promise<T> => {
    let metAt: number | undefined
    for (let round = 0; ; round++) {
      try {
        return await once()
      } catch (error) {
        if (codeOf(error) !== CONFLICT) throw error
        metAt ??= elapsed()
        if (elapsed() - metAt > patienceMs) throw new Contended(error)
        await pause(random() * Math.min(400, 20 * 2 ** round))
      }
    }
  }

  const collectionOf = <N extends CollectionName>(name: N): Collection<DocumentOf<N>> => ({
    async get(id) {
      const { data } = checked(await database.collection(name).doc(id).get())
      return ((data as unknown[])[0] as DocumentOf<N> | undefined) ?? null
    },
    async list({ where, anyOf, within, orderBy = [], limit = 100 }) {
      const choices = [anyOf, within].flatMap((some) => (some ? [command.or(some.map(encode))] : []))
      const condition = choices.length > 0 ? command.and([encode(where), ...choices]) : encode(where)
      let query = database.collection(name).where(condition as object)
      for (const [field, direction] of orderBy) query = query.orderBy(field, direction)
      const { data } = checked(await query.limit(limit).get())
      return data as DocumentOf<N>[]
    },
    async count(where) {
      return checked(await database.collection(name).where(encode(where)).count()).total ?? 0
    },
    async countUpTo(where, most) {
      const pipeline = database.collection(name).aggregate().match(encode(where)).limit(most)
      const { data } = checked(await pipeline.group({ _id: null, count: { $sum: 1 } }).end())
      return (data as { count: number }[])[0]?.count ?? 0
    },
    async updateWhere(where, fields) {
      const answer = checked(
        await database.collection(name).where(encode(where)).options({ multiple: true }).update(fields),
      )
      return answer.updated ?? 0
    },
    increment: (where, field, by) =>
      persistently(async () => {
        const answer = checked(
          await database
            .collection(name)
            .where(encode(where))
            .updateAndReturn({ [field]: command.inc(by) }),
        )
        return ((answer as { doc?: unknown }).doc as DocumentOf<N> | undefined) ?? null
      }),
  })

  const inTransaction = <N extends CollectionName>(
    name: N,
    transaction: Awaited<ReturnType<typeof database.startTransaction>>,
  ): TransactionCollection<DocumentOf<N>> => {
    const document = (id: string) => transaction.collection(name).doc(id)
    /** What `guard` left on a document is the store's own and no part of the record: it goes when that is written anew. */
    const validated = async (value: DocumentOf<N>): Promise<{ _id: string }> => {
      const { guard: _guard, ...record }: { guard?: unknown; _id: string } = value
      return (await collections[name].schema()).parse(record) as { _id: string }
    }
    return {
      async get(id) {
        return ((checked(await document(id).get()) as { data: unknown }).data as DocumentOf<N> | undefined) ?? null
      },
      async create(value) {
        const whole = await validated(value)
        try {
          checked(await transaction.collection(name).add(whole))
        } catch (error) {
          throw codeOf(error) === DUPLICATE ? new IdTaken(whole._id) : error
        }
      },
      async put(value) {
        const { _id, ...rest } = await validated(value)
        checked(await document(_id).set(rest))
      },
      async guard(id) {
        checked(await document(id).update({ guard: random() }))
      },
      async remove(id) {
        checked(await document(id).remove())
      },
    }
  }

  const names = Object.keys(collections) as CollectionName[]
  const perCollection = <V>(make: (name: CollectionName) => V): Record<CollectionName, V> =>
    Object.fromEntries(names.map((name) => [name, make(name)])) as Record<CollectionName, V>

  const attempt = async <T>(body: (tx: Transaction) => Promise<T>): Promise<T> => {
    const transaction = await database.startTransaction()
    try {
      const answer = await body(perCollection((name) => inTransaction(name, transaction)) as unknown as Transaction)
      checked(await transaction.commit())
      return answer
    } catch (error) {
      if (codeOf(error) !== CONFLICT) await transaction.rollback(undefined).catch(() => undefined)
      throw error
    }
  }

  return {
    ...(perCollection(collectionOf) as unknown as { [N in CollectionName]: Collection<DocumentOf<N>> }),
    async aggregate(name, where, stages) {
      let pipeline = database.collection(name).aggregate().match(encode(where))
      for (const stage of stages) {
        if ('lookup' in stage) pipeline = pipeline.lookup(stage.lookup)
        else if ('group' in stage) pipeline = pipeline.group(stage.group)
        else if ('sort' in stage) pipeline = pipeline.sort(stage.sort)
        else pipeline = pipeline.limit(stage.limit)
      }
      const { data } = checked(await pipeline.end())
      return data as unknown[]
    },
    async append(name, documents) {
      const schema = await collections[name].schema()
      checked(await database.collection(name).add(documents.map((document) => schema.parse(document))))
    },
    transact: (body) => persistently(() => attempt(body)),
  }
}
