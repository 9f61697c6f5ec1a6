import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Libsql from 'libsql'
import { CloudError } from '../errors'

const LOCK = 'in-use.lock'

/** Sole use of a folder, until it is released or the process ends, however it ends. */
export interface Lock {
  release(): void
}

/**
 * Takes a folder for this process alone. The operating system holds the lock, through SQLite, so it cannot be left
 * behind by a killed process, cannot be taken twice in a race, and does not depend on process numbers.
 * Throws FOLDER_IN_USE, or FOLDER_NOT_WRITABLE where no lock can be had.
 */
export const takeLock = (folder: string): Lock => {
  const held = tryLock(folder)
  if (held === 'busy') throw new CloudError('FOLDER_IN_USE', `文件夹 ${folder} 正被另一个本地云使用。`)
  return held
}

/** Whether some process has the folder open right now. */
export const isLocked = (folder: string): boolean => {
  if (!existsSync(join(folder, LOCK))) return false
  const held = tryLock(folder)
  if (held === 'busy') return true
  held.release()
  return false
}

const tryLock = (folder: string): Lock | 'busy' => {
  let database: Libsql.Database | undefined
  try {
    database = new Libsql(join(folder, LOCK))
    database.exec('BEGIN EXCLUSIVE')
    const taken = database
    return {
      release: () => {
        taken.exec('ROLLBACK')
        taken.close()
      },
    }
  } catch (error) {
    database?.close()
    if (String((error as { code?: string }).code).startsWith('SQLITE_BUSY')) return 'busy'
    throw new CloudError('FOLDER_NOT_WRITABLE', `文件夹 ${folder} 不能写入。`)
  }
}
