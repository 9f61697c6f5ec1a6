import { isLongerThan } from '../bytes'
import { CloudError, WireError, invalidParam } from '../errors'
import type { Document } from './ejson'
import { parseStored, storedText } from './ejson'
import { DuplicateError, type Sql } from './sql'
import { isIndexable } from './column'
import { keyOf, Table, type CollectionSpec } from './table'

/** One document's change: the text before and after, null where there is none. */
export interface Write {
  readonly table: Table
  readonly key: string
  readonly before: string | null
  readonly after: string | null
  /** The document of `after`, already parsed. */
  readonly document: Document | null
}

/** Told of every change after it is committed, in order. */
export type CommitListener = (sequence: number, writes: readonly Write[]) => void

const INDEXES_MAX = 20
const DOCUMENT_BYTES_MAX = 16 * 1024 * 1024
const COLLECTION_NAME = /^[A-Za-z0-9_][\w-]{0,63}$/

/** Name of a document across collections, for locks and versions. */
export const nameOf = (table: Table, key: string): string => `${table.name}\u0000${key}`

/**
 * All collections of one environment. Every change goes through {@link apply}, one SQL transaction each,
 * on disk before it returns.
 */
export class Database {
  private readonly tables = new Map<string, Table>()
  private sequence = 0
  onCommit: CommitListener = () => undefined

  constructor(
    readonly sql: Sql,
    specs: readonly CollectionSpec[],
    private readonly log: (line: string) => void = () => undefined,
  ) {
    sql.exec(`CREATE TABLE IF NOT EXISTS collections (name TEXT PRIMARY KEY);
      CREATE TABLE IF NOT EXISTS shapes (collection TEXT, path TEXT, bits INTEGER, PRIMARY KEY (collection, path));`)
    const declared = new Map(specs.map((spec) => [spec.name, spec]))
    const stored = sql.all('SELECT name FROM collections').map((row) => row[0] as string)
    for (const name of stored) if (!declared.has(name)) declared.set(name, { name, indexes: [] })
    sql.transact(() => {
      for (const spec of declared.values()) this.add(spec)
    })
    sql.forgetStatements()
  }

  /** Number of the last commit; snapshots are named by it. */
  get lastCommit(): number {
    return this.sequence
  }

  /** Throws DATABASE_COLLECTION_NOT_EXIST, as CloudBase does for a collection nobody created. */
  table(name: unknown): Table {
    const table = this.tables.get(name as string)
    if (!table) throw new WireError('DATABASE_COLLECTION_NOT_EXIST', `Db or Table not exist: ${String(name)}`)
    return table
  }

  has(name: string): boolean {
    return this.tables.has(name)
  }

  /** Every collection and how many documents it has. */
  counts(): { name: string; documents: number }[] {
    return [...this.tables.values()].map((table) => ({ name: table.name, documents: table.count('TRUE', []) }))
  }

  /** Creates a collection without indexes. */
  create(name: string): void {
    if (!COLLECTION_NAME.test(name)) throw invalidParam(`"${name}" is not a collection name`)
    if (this.tables.has(name)) throw new WireError('DATABASE_COLLECTION_ALREADY_EXIST', `Table exists: ${name}`)
    this.sql.transact(() => this.add({ name, indexes: [] }))
    this.sql.forgetStatements()
  }

  /** Makes all the changes or none. Throws DATABASE_DUPLICATE_WRITE naming the index that refused. */
  apply(writes: readonly Write[]): void {
    if (writes.length === 0) return
    this.guarded(() => this.sql.transact(() => writes.forEach(writeOne)))
    this.sequence++
    this.onCommit(this.sequence, writes)
  }

  /** Throws what {@link apply} would throw, and changes nothing. */
  rehearse(writes: readonly Write[]): void {
    const over = new Error()
    try {
      this.guarded(() =>
        this.sql.transact(() => {
          writes.forEach(writeOne)
          throw over
        }),
      )
    } catch (error) {
      if (error !== over) throw error
    }
  }

  /** Bulk load in one SQL transaction. Documents without `_id` are refused: the caller knows its own ids. */
  load(documents: Readonly<Record<string, readonly object[]>>): void {
    this.apply(Object.entries(documents).flatMap(([name, added]) => added.map((one) => this.added(name, one))))
  }

  clear(): void {
    this.sql.transact(() => this.tables.forEach((table) => table.clear()))
    this.sequence++
  }

  private added(name: string, document: object): Write {
    const text = storedText(document)
    const copy = parseStored(text)
    if (copy._id === undefined) throw new CloudError('BAD_OPTIONS', `放入 ${name} 的文档缺少 _id。`)
    return { table: this.table(name), key: keyOf(copy._id), before: null, after: text, document: copy }
  }

  private add(spec: CollectionSpec): void {
    checkSpec(spec)
    const table = new Table(this.sql, spec, this.log)
    table.prepare()
    this.tables.set(spec.name, table)
  }

  private guarded(work: () => void): void {
    try {
      work()
    } catch (error) {
      this.tables.forEach((table) => table.loadShapes())
      if (error instanceof DuplicateError)
        throw new WireError('DATABASE_DUPLICATE_WRITE', `duplicate key error, index: ${error.index}`)
      throw error
    }
  }
}

/** A change to make, with the limits checked that hold for every document. */
export const writeOf = (table: Table, id: unknown, before: string | null, document: Document | null): Write => {
  const after = document && storedText(document)
  if (after && isLongerThan(after, DOCUMENT_BYTES_MAX)) throw invalidParam('a document may not exceed 16 MB')
  return { table, key: keyOf(id), before, after, document: document && { ...document, _id: id } }
}

const writeOne = ({ table, key, before, after, document }: Write): void => {
  if (after === null) table.delete(key)
  else if (before === null) table.insert(key, after, document as Document)
  else table.replace(key, after, document as Document)
}

const checkSpec = ({ name, indexes }: CollectionSpec): void => {
  const complain = (what: string): never => {
    throw new CloudError('BAD_OPTIONS', `集合 ${name} 的声明有误：${what}。`)
  }
  if (!COLLECTION_NAME.test(name)) complain('名称不合法')
  if (indexes.length > INDEXES_MAX) complain(`索引超过 ${INDEXES_MAX} 个`)
  for (const index of indexes) {
    if (!/^[\w-]+$/.test(index.name)) complain(`索引名 ${index.name} 不合法`)
    for (const [path] of index.fields) if (!isIndexable(path)) complain(`字段 ${path} 不能建立索引`)
  }
}
