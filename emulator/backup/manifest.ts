import { createHash } from 'node:crypto'
import type Libsql from 'libsql'
import { collectionSums, columns, type CollectionSum } from './checksums'

/** What a backup says it holds. */
export interface Manifest {
  readonly collections: readonly CollectionSum[]
  readonly files: { readonly count: number; readonly bytes: number; readonly checksum: string }
}

/** What marks a database as a backup of ours; the number rises with the format. */
export const KIND = 'cloudbase-local-backup 1'

/** What a backup really holds, counted and hashed anew. */
export const manifestOf = (database: Libsql.Database): Manifest => {
  const hash = createHash('sha256')
  let count = 0
  let bytes = 0
  const rows = database.prepare('SELECT content, bytes FROM backup_contents ORDER BY content').raw(true)
  for (const row of rows.iterate()) {
    const [content, body] = row as [string, Buffer]
    hash.update(JSON.stringify([content, body.length])).update(body)
    count++
    bytes += body.length
  }
  return { collections: collectionSums(database), files: { count, bytes, checksum: hash.digest('hex') } }
}

/** What a backup says of itself; undefined for a file that is no backup of ours. */
export const statedManifest = (database: Libsql.Database): Manifest | undefined => {
  if (columns(database, `SELECT 1 FROM sqlite_master WHERE name = 'backup'`).length === 0) return undefined
  const [row] = columns(database, 'SELECT kind, manifest FROM backup')
  return row?.[0] === KIND ? (JSON.parse(String(row[1])) as Manifest) : undefined
}
