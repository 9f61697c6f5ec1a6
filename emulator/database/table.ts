import { answerTooLarge } from '../errors'
import { parseStored, type Document } from './ejson'
import { expressionOf } from './column'
import { fieldsOf } from './paths'
import { Shape, shapeAt } from './shapes'
import type { Param, Sql } from './sql'
import { sumOf } from './sum'
import { UniqueEntries } from './unique'

/** An index as a project declares it: fields in order, 1 rising, -1 falling. */
export interface IndexSpec {
  readonly name: string
  readonly fields: readonly (readonly [string, 1 | -1])[]
  readonly unique?: boolean
}

/** A collection as a project declares it. */
export interface CollectionSpec {
  readonly name: string
  readonly indexes: readonly IndexSpec[]
}

/** One of several conditions with its bound values. */
interface Branch {
  readonly sql: string
  readonly params: readonly Param[]
}

/** The first rows in an order, and how many of them; any rows where the order is left open. */
export interface First {
  readonly order?: string
  readonly limit: number
}

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** The SQL key of an `_id`. Anything but an ordinary string is kept as marked JSON, so `1` and `"1"` stay two ids. */
export const keyOf = (id: unknown): string =>
  typeof id === 'string' && !/[\u0000\u0001\ud800-\udfff]/.test(id) ? id : `\u0001${JSON.stringify(id)}`

/**
 * One collection as one SQL table `(_id, doc, sum)`, with an expression index for each declared one. It remembers
 * which kinds of values each indexed path has ever held, since that decides what SQL may be trusted with.
 */
export class Table {
  readonly name: string
  readonly hasUniqueIndex: boolean
  private readonly quoted: string
  private readonly readStatement: string
  private readonly fields = new Map<string, readonly string[]>()
  private readonly columns = new Map<string, string>([['_id', '_id']])
  private readonly leading = new Set<string>(['_id'])
  private readonly uniques: UniqueEntries
  private shapes = new Map<string, number>()
  private readonly said = new Set<string>()

  constructor(
    private readonly sql: Sql,
    private readonly spec: CollectionSpec,
    private readonly log: (line: string) => void = () => undefined,
  ) {
    this.name = spec.name
    this.quoted = quote(`c:${spec.name}`)
    this.readStatement = `SELECT doc FROM ${this.quoted} WHERE _id = ?`
    const unique = spec.indexes.filter((index) => index.unique)
    this.hasUniqueIndex = unique.length > 0
    const specs = unique.map(({ name, fields }) => ({ name, paths: fields.map(([path]) => path) }))
    this.uniques = new UniqueEntries(sql, spec.name, specs)
    this.fields.set('_id', ['_id'])
    for (const index of spec.indexes) {
      if (index.fields[0]) this.leading.add(index.fields[0][0])
      for (const [path] of index.fields) this.fields.set(path, fieldsOf(path))
    }
    for (const path of this.fields.keys()) if (path !== '_id') this.columns.set(path, expressionOf(path))
  }

  /** Creates or adapts the table and its indexes; indexes no longer declared go. */
  prepare(): void {
    this.sql.exec(`CREATE TABLE IF NOT EXISTS ${this.quoted} (_id TEXT PRIMARY KEY, doc TEXT NOT NULL, sum INTEGER)`)
    if (!this.sql.all(`PRAGMA table_info(${this.quoted})`).some(([, name]) => name === 'sum'))
      this.sql.exec(`ALTER TABLE ${this.quoted} ADD COLUMN sum INTEGER`)
    this.sql.run('INSERT OR IGNORE INTO collections (name) VALUES (?)', [this.name])
    const wanted = new Map(this.spec.indexes.map((index) => this.indexStatement(index)))
    const present = this.sql.all(
      `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL`,
      [`c:${this.name}`],
    ) as [string, string][]
    for (const [name, text] of present)
      if (wanted.get(name) === text) wanted.delete(name)
      else this.sql.exec(`DROP INDEX ${quote(name)}`)
    for (const text of wanted.values()) this.sql.exec(text)
    this.uniques.prepare(() => this.documents())
    this.loadShapes()
  }

  /** SQL for the value at a path, or undefined if the path is not indexed and nothing is known about it. */
  column(path: string): string | undefined {
    return this.columns.get(path)
  }

  /** Bits of {@link Shape} for everything an indexed path has ever held. */
  shape(path: string): number {
    return this.shapes.get(path) ?? 0xff
  }

  read(key: string): string | undefined {
    return this.sql.get(this.readStatement, [key])?.[0] as string | undefined
  }

  insert(key: string, text: string, document: Document): void {
    this.sql.run(`INSERT INTO ${this.quoted} (_id, doc, sum) VALUES (?, ?, ?)`, [key, text, sumOf(text)])
    this.uniques.put(key, document)
    this.remember(document)
  }

  replace(key: string, text: string, document: Document): void {
    this.sql.run(`UPDATE ${this.quoted} SET doc = ?, sum = ? WHERE _id = ?`, [text, sumOf(text), key])
    this.uniques.put(key, document)
    this.remember(document)
  }

  delete(key: string): void {
    this.sql.run(`DELETE FROM ${this.quoted} WHERE _id = ?`, [key])
    this.uniques.drop(key)
  }

  /** Texts of documents in the given SQL order; `limit` -1 is all of them. */
  select(where: string, params: readonly Param[], order = 'rowid', limit = -1, offset = 0): string[] {
    return this.sql.all(this.rows(where, order), [...params, limit, offset]).map(([text]) => text as string)
  }

  /**
   * The same as the JSON text of an array of those texts, made by the engine: one row to carry over instead of many,
   * and nothing to escape here. Throws DATABASE_REQUEST_FAILED where that is longer than a text may be.
   */
  selectJson(where: string, params: readonly Param[], order: string, limit: number, offset: number): string {
    return this.listed(this.rows(where, order), [...params, limit, offset])
  }

  private listed(rows: string, params: readonly Param[]): string {
    try {
      return this.sql.get(`SELECT json_group_array(doc) FROM (${rows})`, params)?.[0] as string
    } catch (error) {
      throw (error as { code?: string }).code === 'SQLITE_TOOBIG' ? answerTooLarge() : error
    }
  }

  private rows(where: string, order: string): string {
    return `SELECT doc FROM ${this.quoted} WHERE ${where} ORDER BY ${order} LIMIT ? OFFSET ?`
  }

  count(where: string, params: readonly Param[]): number {
    return this.sql.get(`SELECT count(*) FROM ${this.quoted} WHERE ${where}`, params)?.[0] as number
  }

  /**
   * The first rows in an order of several conditions that have no row in common, as {@link selectJson} writes them; each is read in that
   * order and only as far as it is needed. `order` are columns, each with its direction.
   */
  selectMerged(branches: readonly Branch[], order: readonly (readonly [string, 1 | -1])[], limit: number): string {
    const columns = ['doc', ...order.map(([column]) => column)].join(', ')
    const each = branches.map(({ sql }) => `SELECT ${columns} FROM ${this.quoted} WHERE ${sql}`).join(' UNION ALL ')
    const by = order.map(([, direction], at) => `${at + 2}${direction === -1 ? ' DESC' : ''}`).join(', ')
    return this.listed(`${each} ORDER BY ${by} LIMIT ?`, [...branches.flatMap(({ params }) => params), limit])
  }

  /** How many of the first rows there are in each group: its keys, then the number, in the order of their first one stored. */
  groupFirst(where: string, params: readonly Param[], keys: readonly string[], first: First): unknown[][] {
    const names = keys.map((_key, at) => `k${at}`)
    const inner = [...keys.map((key, at) => `${key} AS ${names[at]}`), 'rowid AS r'].join(', ')
    const rows = `SELECT ${inner} FROM ${this.quoted} WHERE ${where}${first.order ? ` ORDER BY ${first.order}` : ''} LIMIT ?`
    return this.sql.all(
      `SELECT ${[...names, 'count(*)'].join(', ')} FROM (${rows}) GROUP BY ${names.join(', ') || 'NULL'} ORDER BY min(r)`,
      [...params, first.limit],
    )
  }

  /** One row a group: its keys, then its figures, in the order in which each group's first document was stored. */
  group(where: string, params: readonly Param[], keys: readonly string[], figures: readonly string[]): unknown[][] {
    const columns = [...keys, ...figures].join(', ') || '1'
    const by = keys.join(', ') || 'NULL'
    return this.sql.all(
      `SELECT ${columns} FROM ${this.quoted} WHERE ${where} GROUP BY ${by} ORDER BY min(rowid)`,
      params,
    )
  }

  /** Whether an index, or the order of ids, begins with one of these fields. */
  leadsWith(paths: readonly string[]): boolean {
    return paths.some((path) => this.leading.has(path))
  }

  /**
   * The fields, all among the given ones, with which indexes begin before they go on in an order, or in the opposite one; those of the
   * most fields first. Ids may be left out at the end of the order: few rows share all before them.
   */
  prefixesBefore(paths: readonly string[], order: readonly (readonly [string, 1 | -1])[]): string[][] {
    const wanted = order.filter(([path], at) => at === 0 || path !== '_id')
    const prefixes = this.spec.indexes.flatMap(({ fields }) => {
      const start = fields.findIndex(([path]) => path === wanted[0]?.[0])
      const turn = (fields[start]?.[1] ?? 1) * (wanted[0]?.[1] ?? 1)
      const goesOn = wanted.every(([path, direction], at) => {
        const field = fields[start + at]
        return field?.[0] === path && field[1] * turn === direction
      })
      const prefix = fields.slice(0, Math.max(start, 0)).map(([path]) => path)
      return start >= 0 && goesOn && prefix.every((path) => paths.includes(path)) ? [prefix] : []
    })
    return prefixes.sort((a, b) => b.length - a.length)
  }

  /** Logs what there is to say about something, if there is anything, and not again. */
  sayOnce(about: string, words: () => string | undefined): void {
    const line = this.said.has(about) ? undefined : words()
    if (line === undefined) return
    this.said.add(about)
    this.log(line)
  }

  /** Whether there are more rows than this; looks no further than needed. */
  isLargerThan(rows: number): boolean {
    return this.sql.get(`SELECT 1 FROM ${this.quoted} LIMIT 1 OFFSET ?`, [rows]) !== undefined
  }

  /** Documents whose stored text contains some words, newest last, and how many there are; for looking at them. */
  containing(words: string, offset: number, limit: number): { total: number; documents: Document[] } {
    const where = words === '' ? 'TRUE' : 'instr(doc, ?) > 0'
    const params = words === '' ? [] : [words]
    return {
      total: this.count(where, params),
      documents: this.select(where, params, 'rowid', limit, offset).map((text) => JSON.parse(text) as Document),
    }
  }

  clear(): void {
    this.sql.run(`DELETE FROM ${this.quoted}`)
    this.uniques.clear()
    this.sql.run('DELETE FROM shapes WHERE collection = ?', [this.name])
    this.shapes = new Map([...this.fields.keys()].map((path) => [path, 0]))
  }

  /** Reads the remembered shapes again, after a rollback took back what was written about them. */
  loadShapes(): void {
    this.shapes = new Map(
      this.sql.all('SELECT path, bits FROM shapes WHERE collection = ?', [this.name]) as [string, number][],
    )
    const unknown = [...this.fields].filter(([path]) => !this.shapes.has(path))
    if (unknown.length === 0) return
    for (const [path] of unknown) this.shapes.set(path, 0)
    for (const [text] of this.sql.all(`SELECT doc FROM ${this.quoted}`))
      this.widen(unknown, parseStored(text as string))
    for (const [path] of unknown) this.saveShape(path)
  }

  private remember(document: Document): void {
    for (const path of this.widen(this.fields, document)) this.saveShape(path)
  }

  private widen(fields: Iterable<readonly [string, readonly string[]]>, document: Document): string[] {
    const widened: string[] = []
    for (const [path, parts] of fields) {
      const before = this.shapes.get(path) ?? 0
      const after = before | (path === '_id' ? idShape(document._id) : shapeAt(document, parts))
      if (after === before) continue
      this.shapes.set(path, after)
      widened.push(path)
    }
    return widened
  }

  private saveShape(path: string): void {
    this.sql.run('INSERT OR REPLACE INTO shapes (collection, path, bits) VALUES (?, ?, ?)', [
      this.name,
      path,
      this.shapes.get(path) ?? 0,
    ])
  }

  private *documents(): Generator<readonly [string, Document]> {
    for (const [key, text] of this.sql.all(`SELECT _id, doc FROM ${this.quoted}`) as [string, string][])
      yield [key, parseStored(text)]
  }

  private indexStatement(index: IndexSpec): [string, string] {
    const name = `c:${this.name}:${index.name}`
    const columns = index.fields.map(
      ([path, direction]) => `${this.columns.get(path) ?? expressionOf(path)}${direction === -1 ? ' DESC' : ''}`,
    )
    return [name, `CREATE INDEX ${quote(name)} ON ${this.quoted} (${columns.join(', ')})`]
  }
}

const idShape = (id: unknown): number => (typeof id === 'string' && keyOf(id) === id ? Shape.string : Shape.other)
