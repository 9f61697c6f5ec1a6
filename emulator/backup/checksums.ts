import { createHash } from 'node:crypto'
import type Libsql from 'libsql'

/** One collection as it is: how many documents, and a hash over all of them in the order they were added. */
export interface CollectionSum {
  readonly name: string
  readonly documents: number
  readonly checksum: string
}

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Every collection of a database by name; two databases with equal sums hold the same documents in the same order. */
export const collectionSums = (database: Libsql.Database): CollectionSum[] =>
  columns(database, 'SELECT name FROM collections ORDER BY name').map(([name]) => {
    const hash = createHash('sha256')
    let documents = 0
    const rows = database.prepare(`SELECT _id, doc FROM ${quote(`c:${name}`)} ORDER BY rowid`).raw(true)
    for (const row of rows.iterate()) {
      const [id, text] = row as [string, string]
      hash.update(JSON.stringify([id, text])).update('\n')
      documents++
    }
    return { name: name as string, documents, checksum: hash.digest('hex') }
  })

/** Rows as arrays of columns. */
export const columns = (database: Libsql.Database, sql: string): unknown[][] =>
  database.prepare(sql).raw(true).all() as unknown[][]
