import type Libsql from 'libsql'
import { sumOfBytes } from '../database/sum'

const BATCH = 500
const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** A document whose bytes are not those that were stored. */
export interface DamagedDocument {
  readonly collection: string
  readonly id: string
}

/**
 * The first document whose text no longer has the sum it was stored with; undefined when all have. SQLite looks after its
 * own pages but not after what is written on them. Bytes are compared as bytes: the engine ends the process over a
 * text that is not UTF-8. Many documents come at once, since carrying rows over one by one takes longer than summing them.
 */
export const damagedDocument = (database: Libsql.Database): DamagedDocument | undefined => {
  const rows = (sql: string, params: unknown[] = []): unknown[][] =>
    database.prepare(sql).raw(true).all(params) as unknown[][]
  if (rows(`SELECT 1 FROM sqlite_master WHERE name = 'collections'`).length === 0) return undefined
  for (const [name] of rows('SELECT name FROM collections')) {
    const table = quote(`c:${String(name)}`)
    // Data of an earlier version has no sums, and is taken as it is until it is written again.
    if (!rows(`PRAGMA table_info(${table})`).some((column) => column[1] === 'sum')) continue
    const batch = database
      .prepare(
        `SELECT max(n), group_concat(n || ' ' || length(CAST(doc AS BLOB)) || ' ' || sum), CAST(group_concat(doc, '') AS BLOB)
         FROM (SELECT rowid AS n, doc, sum FROM ${table} WHERE rowid > ? AND sum IS NOT NULL ORDER BY rowid LIMIT ${BATCH})`,
      )
      .raw(true)
    for (let last = -1; ;) {
      const [next, stated, bytes] = batch.get([last]) as [number | null, string, Buffer]
      if (next === null) break
      const row = differing(stated, bytes)
      if (row !== undefined) {
        const [[id = ''] = []] = rows(`SELECT _id FROM ${table} WHERE rowid = ?`, [row])
        return { collection: String(name), id: String(id) }
      }
      last = next
    }
  }
  return undefined
}

/** The row number of the first of a batch whose bytes do not have the stated sum. */
const differing = (stated: string, bytes: Buffer): number | undefined => {
  let from = 0
  for (const one of stated.split(',')) {
    const [row, length, sum] = one.split(' ').map(Number) as [number, number, number]
    if (sumOfBytes(bytes, from, (from += length)) !== sum) return row
  }
  return undefined
}
