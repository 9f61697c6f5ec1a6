import type Libsql from 'libsql'
import { sumOfBytes, viewOf } from '../database/sum'

const BATCH = 500
const NEWLINE = 10
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
    const last = Number(rows(`SELECT max(rowid) FROM ${table}`)[0]?.[0] ?? 0)
    const summed = `FROM ${table} WHERE rowid > ? AND rowid <= ? AND sum IS NOT NULL`
    const batch = database.prepare(
      `SELECT json_group_array(sum), CAST(group_concat(doc, char(${NEWLINE})) AS BLOB) ${summed}`,
    )
    batch.raw(true)
    for (let at = 0; at < last; at += BATCH) {
      const [sums, bytes] = batch.get([at, at + BATCH]) as [string, Buffer | null]
      const place = bytes ? differing(JSON.parse(sums) as number[], bytes) : -1
      if (place < 0) continue
      const [[id = ''] = []] = rows(`SELECT _id ${summed} ORDER BY rowid LIMIT 1 OFFSET ${place}`, [at, at + BATCH])
      return { collection: String(name), id: String(id) }
    }
  }
  return undefined
}

/** The place of the first document whose bytes do not have its sum; -1 if there is none. A document holds no line break of its own. */
const differing = (sums: readonly number[], bytes: Buffer): number => {
  const view = viewOf(bytes)
  let from = 0
  return sums.findIndex((sum) => {
    const end = bytes.indexOf(NEWLINE, from)
    const to = end < 0 ? bytes.length : end
    const isDifferent = sumOfBytes(view, Math.min(from, to), to) !== sum
    from = to + 1
    return isDifferent
  })
}
