import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Where the bytes of files are. Keys are cloud paths; what a key says never becomes a path on the disk. */
export interface Contents {
  write(key: string, bytes: Buffer): void
  read(key: string): Buffer | undefined
  delete(key: string): void
  clear(): void
}

/** Bytes in memory, for tests. */
export const contentsInMemory = (): Contents => {
  const held = new Map<string, Buffer>()
  return {
    write: (key, bytes) => void held.set(key, bytes),
    read: (key) => held.get(key),
    delete: (key) => void held.delete(key),
    clear: () => held.clear(),
  }
}

/**
 * Bytes in a folder, each file under the hash of its key: no key can leave the folder, meet a link, or differ from
 * another only in case. A file is complete and on the disk before it gets its name.
 */
export const contentsInFolder = (folder: string): Contents => {
  const pathOf = (key: string): string => {
    const name = createHash('sha256').update(key).digest('hex')
    return join(folder, name.slice(0, 2), name)
  }
  return {
    write: (key, bytes) => {
      const path = pathOf(key)
      mkdirSync(dirname(path), { recursive: true })
      writeDurably(`${path}.new`, bytes)
      renameSync(`${path}.new`, path)
    },
    read: (key) => {
      try {
        return readFileSync(pathOf(key))
      } catch {
        return undefined
      }
    },
    delete: (key) => rmSync(pathOf(key), { force: true }),
    clear: () => rmSync(folder, { recursive: true, force: true }),
  }
}

const writeDurably = (path: string, bytes: Buffer): void => {
  const file = openSync(path, 'w')
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
