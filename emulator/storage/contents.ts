import { createHash } from 'node:crypto'
import { closeSync, constants, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs'
import { renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { syncFolder } from '../folder/marker'

/** Where the bytes of files are. Keys are any text; what a key says never becomes a path on the disk. */
export interface Contents {
  write(key: string, bytes: Buffer): void
  read(key: string): Buffer | undefined
  /** How many bytes a key has; undefined where there are none. */
  sizeOf(key: string): number | undefined
  delete(key: string): void
  /** Deletes whatever belongs to none of the keys: what was written and never came to be a file. */
  keepOnly(keys: Iterable<string>): void
  clear(): void
}

/** Bytes in memory, for tests. */
export const contentsInMemory = (): Contents => {
  const held = new Map<string, Buffer>()
  return {
    write: (key, bytes) => void held.set(key, bytes),
    read: (key) => held.get(key),
    sizeOf: (key) => held.get(key)?.length,
    delete: (key) => void held.delete(key),
    keepOnly: (keys) => {
      const kept = new Set(keys)
      for (const key of held.keys()) if (!kept.has(key)) held.delete(key)
    },
    clear: () => held.clear(),
  }
}

/**
 * Bytes in a folder, each file under the hash of its key: no key can leave the folder, meet a link, or differ from
 * another only in case. A file is complete and on the disk before it gets its name.
 */
export const contentsInFolder = (folder: string): Contents => ({
  write: (key, bytes) => {
    const path = contentPath(folder, key)
    try {
      mkdirSync(dirname(path), { recursive: true })
      writeDurably(`${path}.new`, bytes)
      renameSync(`${path}.new`, path)
      syncFolder(dirname(path))
    } catch (error) {
      rmSync(`${path}.new`, { force: true })
      throw error
    }
  },
  read: (key) => {
    try {
      return readPlainFile(contentPath(folder, key))
    } catch {
      return undefined
    }
  },
  sizeOf: (key) => statSync(contentPath(folder, key), { throwIfNoEntry: false })?.size,
  delete: (key) => rmSync(contentPath(folder, key), { force: true }),
  keepOnly: (keys) => {
    const kept = new Set([...keys].map((key) => contentPath(folder, key)))
    for (const path of filesUnder(folder)) if (!kept.has(path)) rmSync(path)
  },
  clear: () => rmSync(folder, { recursive: true, force: true }),
})

const contentPath = (folder: string, key: string): string => {
  const name = createHash('sha256').update(key).digest('hex')
  return join(folder, name.slice(0, 2), name)
}

/** A link that somebody put there leads nowhere. */
const readPlainFile = (path: string): Buffer => {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
  try {
    return readFileSync(file)
  } finally {
    closeSync(file)
  }
}

const filesUnder = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    : []

const writeDurably = (path: string, bytes: Buffer): void => {
  const file = openSync(path, 'w')
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
