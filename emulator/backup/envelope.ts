import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs'

const CHUNK = 1 << 20
const HEADER = /^cloudbase-local-backup 1 ([0-9a-f]{64})\n$/
const header = (hash: string): string => `cloudbase-local-backup 1 ${hash}\n`
const HEADER_BYTES = header('0'.repeat(64)).length

/** Why a file cannot be opened as a backup. */
export type Flaw = 'foreign' | 'damaged'

/** Wraps a file: one line that says what it is, with the hash of all that follows. On the disk when this returns. */
export const wrap = (inner: string, outer: string): void => {
  const hash = eachChunk(inner, 0, () => undefined)
  const file = openSync(outer, 'wx', 0o600)
  try {
    writeSync(file, header(hash))
    eachChunk(inner, 0, (chunk) => writeWhole(file, chunk))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** What is wrong with a wrapped file; undefined when every byte is as it was written. */
export const flawOf = (outer: string): Flaw | undefined => {
  const stated = HEADER.exec(firstLine(outer))?.[1]
  if (stated === undefined) return 'foreign'
  return eachChunk(outer, HEADER_BYTES, () => undefined) === stated ? undefined : 'damaged'
}

/** Takes out what was wrapped. */
export const unwrap = (outer: string, inner: string): void => {
  const file = openSync(inner, 'wx', 0o600)
  try {
    eachChunk(outer, HEADER_BYTES, (chunk) => writeWhole(file, chunk))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

const firstLine = (path: string): string => {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(HEADER_BYTES)
    return bytes.subarray(0, readSync(file, bytes, 0, HEADER_BYTES, 0)).toString('latin1')
  } finally {
    closeSync(file)
  }
}

const writeWhole = (file: number, bytes: Buffer): void => {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
}

/** Hands out the bytes from `start` on, piece by piece, and answers their hash. */
const eachChunk = (path: string, start: number, take: (chunk: Buffer) => void): string => {
  const hash = createHash('sha256')
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(CHUNK)
    for (let at = start, read = -1; read !== 0; at += read) {
      read = readSync(file, bytes, 0, CHUNK, at)
      const chunk = bytes.subarray(0, read)
      hash.update(chunk)
      take(chunk)
    }
    return hash.digest('hex')
  } finally {
    closeSync(file)
  }
}
