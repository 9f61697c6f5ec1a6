import { randomBytes } from 'node:crypto'
import type { Clock } from '../clock'
import { WireError, invalidParam } from '../errors'
import { Pipelines } from './aggregate'
import { writeOf, type Database, type Write } from './database'
import { isPlain, parseStored, parseWire, storedText, type Document } from './ejson'
import { count, find, findJson } from './find'
import { matcherOf } from './match'
import { fieldSelection } from './projection'
import { orderOf, type Stage } from './stages/stage'
import { keyOf, type Table } from './table'
import type { Transactions } from './transactions'
import { updated } from './update'

/** The body of a request as the SDK sends it; everything below `action` depends on the action. */
export type WireRequest = Readonly<Record<string, unknown>>

/** What an action answers: fields beside `requestId`, most of them under `data`. */
export type WireAnswer = Readonly<Record<string, unknown>>

/** An answer whose `data` is JSON already, so that a list of documents is not written twice. */
export class WrittenAnswer {
  constructor(readonly data: string) {}
}

const LIMIT_DEFAULT = 100
const LIMIT_MAX = 1000

type Current = { readonly id: unknown; readonly text: string }

/** Answers one request; throws a `WireError` to refuse it. */
export type Action = (request: WireRequest) => WireAnswer | WrittenAnswer | Promise<WireAnswer>

/** The `database.*` actions of the SDK's wire, over one database. */
export class DocumentActions {
  private readonly pipelines: Pipelines

  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {
    this.pipelines = new Pipelines(database)
  }

  readonly byName: Readonly<Record<string, Action>> = {
    'database.addCollection': (request) => this.addCollection(request),
    'database.insertDocument': (request) => this.insert(request),
    'database.getDocument': (request) => this.get(request),
    'database.calculateDocument': (request) => this.calculate(request),
    'database.modifyDocument': (request) => this.modify(request),
    'database.modifyAndReturnDoc': (request) => this.modifyAndReturn(request),
    'database.removeDocument': (request) => this.remove(request),
    'database.aggregateDocuments': (request) => this.aggregate(request),
    'database.startTransaction': () => ({ transactionId: this.transactions.begin() }),
    'database.commitTransaction': (request) => this.commit(request),
    'database.abortTransaction': (request) => this.abort(request),
  }

  private addCollection({ collectionName }: WireRequest): WireAnswer {
    this.database.create(String(collectionName))
    return { data: {} }
  }

  private async insert(request: WireRequest): Promise<WireAnswer> {
    const table = this.table(request)
    if (!Array.isArray(request.data) || request.data.length === 0) throw invalidParam('nothing to insert')
    const documents = request.data.map((text) => withId(this.object(text, 'data')))
    const writes = documents.map((document) => writeOf(table, document._id, null, document))
    const transactionId = transactionOf(request)
    if (transactionId) writes.forEach((write) => this.insertWithin(transactionId, write))
    else await this.plainly(() => writes)
    return { data: { insertedIds: documents.map((document) => document._id) } }
  }

  private insertWithin(transactionId: string, write: Write): void {
    if (this.transactions.read(transactionId, write.table, write.key) !== null) {
      this.transactions.abort(transactionId)
      throw new WireError('DATABASE_DUPLICATE_WRITE', 'duplicate key error, index: _id')
    }
    this.transactions.write(transactionId, write)
  }

  private get(request: WireRequest): WrittenAnswer {
    const rest = JSON.stringify({ offset: request.offset, limit: request.limit }).slice(1)
    return new WrittenAnswer(`{"list":${this.list(request)}${rest === '}' ? rest : `,${rest}`}`)
  }

  /** The texts of the documents asked for, as the JSON text of an array. */
  private list(request: WireRequest): string {
    const table = this.table(request)
    const query = this.query(request)
    const select = request.projection ? fieldSelection(this.object(request.projection, 'projection')) : undefined
    const transactionId = transactionOf(request)
    if (transactionId || isPoint(query)) {
      const current = this.point(table, query, transactionId)
      return current ? selected([current.text], select) : '[]'
    }
    const order = request.order ? orderOf(this.object(request.order, 'order')) : []
    const limit = Math.min(whole(request.limit, LIMIT_DEFAULT, 'limit') || LIMIT_DEFAULT, LIMIT_MAX)
    const wanted = { query, order, limit, offset: whole(request.offset, 0, 'offset') }
    if (!select) return findJson(table, wanted)
    return selected(
      find(table, wanted).map((found) => found.text),
      select,
    )
  }

  private calculate(request: WireRequest): WireAnswer {
    refuseTransaction(request)
    return { data: { total: count(this.table(request), this.query(request)) } }
  }

  private async modify(request: WireRequest): Promise<WireAnswer> {
    const table = this.table(request)
    const query = this.query(request)
    const change = this.change(request, query)
    let upsertId: unknown
    const changed = await this.write(table, query, request, (current) => {
      if (current.length || !request.upsert) return current.map((item) => replaced(table, item, change))
      const document = withId(change({ ...constantsOf(query) }))
      upsertId = document._id
      return [writeOf(table, upsertId, null, document)]
    })
    return { data: { updated: upsertId === undefined ? changed : 0, upsert_id: upsertId } }
  }

  private async modifyAndReturn(request: WireRequest): Promise<WireAnswer> {
    const table = this.table(request)
    const query = this.query(request)
    const change = this.change({ merge: true, ...request }, query)
    let after: string | null = null
    const changed = await this.write(table, query, { ...request, multi: false }, (current) => {
      const writes = current.map((item) => replaced(table, item, change))
      after = writes[0]?.after ?? null
      return writes
    })
    return { data: { updated: changed, doc: after } }
  }

  private async remove(request: WireRequest): Promise<WireAnswer> {
    const table = this.table(request)
    const deleted = await this.write(table, this.query(request), request, (current) =>
      current.map(({ id, text }) => writeOf(table, id, text, null)),
    )
    return { data: { deleted } }
  }

  private aggregate(request: WireRequest): WireAnswer {
    refuseTransaction(request)
    const stages = (request.stages as { stageKey: string; stageValue: string }[]).map(
      ({ stageKey, stageValue }): Stage => ({ [stageKey]: parseWire(stageValue, this.clock.now()) }),
    )
    return { data: { list: this.pipelines.run(this.table(request), stages, this.clock.now()).map(storedText) } }
  }

  private commit({ transactionId }: WireRequest): WireAnswer {
    this.transactions.commit(String(transactionId))
    return { data: {} }
  }

  private abort({ transactionId }: WireRequest): WireAnswer {
    this.transactions.abort(String(transactionId))
    return { data: {} }
  }

  /** Plans writes from what matches now and makes them; the number of documents that really changed. */
  private async write(
    table: Table,
    query: Document,
    request: WireRequest,
    plan: (current: Current[]) => Write[],
  ): Promise<number> {
    const transactionId = transactionOf(request)
    if (transactionId) {
      const current = this.point(table, query, transactionId)
      const writes = plan(current ? [current] : []).filter(isChange)
      writes.forEach((write) => this.transactions.write(transactionId, write))
      return writes.length
    }
    return this.plainly(() => plan(this.matching(table, query, request.multi !== false)))
  }

  private matching(table: Table, query: Document, multi: boolean): Current[] {
    if (isPoint(query)) {
      const current = this.point(table, query, undefined)
      return current ? [current] : []
    }
    return find(table, { query, limit: multi ? Infinity : 1 }).map(({ document, text }) => ({ id: document._id, text }))
  }

  /** Applies planned writes outside a transaction, planning again after any document that a transaction holds is let go. */
  private async plainly(plan: () => Write[]): Promise<number> {
    for (;;) {
      const writes = plan()
      const locked = writes.find(({ table, key }) => this.transactions.isLocked(table, key))
      if (locked) {
        await this.transactions.released(locked.table, locked.key)
        continue
      }
      const changes = writes.filter(isChange)
      this.database.apply(changes)
      return changes.length
    }
  }

  private point(table: Table, query: Document, transactionId: string | undefined): Current | undefined {
    if (!isPoint(query)) throw invalidParam('a transaction works on single documents only: use doc(id)')
    const key = keyOf(query._id)
    const text = transactionId ? this.transactions.read(transactionId, table, key) : table.read(key)
    if (!text) return undefined
    if (Object.keys(query).length > 1 && !matcherOf(query)(parseStored(text))) return undefined
    return { id: query._id, text }
  }

  private change(request: WireRequest, query: Document): (document: Document) => Document {
    const modification = this.object(request.data, 'data')
    const hasOperators = Object.keys(modification).some((key) => key.startsWith('$'))
    if (!request.merge) {
      if (hasOperators) throw invalidParam('set() takes a whole document, not operators')
      return (document) => ({ ...(document._id === undefined ? {} : { _id: document._id }), ...modification })
    }
    if (!hasOperators) throw invalidParam('the update is empty')
    return (document) => updated(document, modification, this.clock.now(), query)
  }

  private table(request: WireRequest): Table {
    return this.database.table(request.collectionName)
  }

  private query({ query }: WireRequest): Document {
    return query ? this.object(query, 'query') : {}
  }

  private object(text: unknown, what: string): Document {
    const value = typeof text === 'string' ? parseWire(text, this.clock.now()) : text
    if (!isPlain(value)) throw invalidParam(`${what} is not an object`)
    return value
  }
}

const transactionOf = ({ transactionId }: WireRequest): string | undefined =>
  transactionId ? String(transactionId) : undefined

const refuseTransaction = (request: WireRequest): void => {
  if (transactionOf(request)) throw invalidParam('a transaction works on single documents only: use doc(id)')
}

const selected = (texts: readonly string[], select: ((document: Document) => Document) | undefined): string =>
  JSON.stringify(select ? texts.map((text) => storedText(select(parseStored(text)))) : texts)

const isPoint = ({ _id }: Document): boolean => typeof _id === 'string' || typeof _id === 'number'

const isChange = ({ before, after }: Write): boolean => before !== after

const replaced = (table: Table, { id, text }: Current, change: (document: Document) => Document): Write =>
  writeOf(table, id, text, change(parseStored(text)))

const withId = (document: Document): Document => {
  const { _id = randomBytes(16).toString('hex'), ...rest } = document
  if (_id === null || Array.isArray(_id) || _id instanceof RegExp)
    throw invalidParam('_id may not be null, an array or a pattern')
  return { _id, ...rest }
}

/** What an upsert takes from its query: the fields that must equal something. */
const constantsOf = (query: Document): Document =>
  Object.fromEntries(
    Object.entries(query).filter(
      ([key, value]) => !key.startsWith('$') && !key.includes('.') && !(isPlain(value) && hasOperator(value)),
    ),
  )

const hasOperator = (value: Document): boolean => Object.keys(value).some((key) => key.startsWith('$'))

const whole = (value: unknown, fallback: number, what: string): number => {
  if (value === undefined || value === null) return fallback
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0)
    throw invalidParam(`${what} is a whole number`)
  return value
}
