import { createHash } from 'node:crypto'
import type Libsql from 'libsql'
import { collectionSums, type CollectionSum } from './checksums'

/** What a backup holds. */
export interface Manifest {
  readonly collections: readonly CollectionSum[]
  readonly files: { readonly count: number; readonly bytes: number; readonly checksum: string }
}

/** Counts and hashes everything in a backup. */
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
