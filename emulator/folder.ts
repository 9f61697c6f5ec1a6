import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { Sql } from './database/sql'
import { CloudError } from './errors'

const MARKER = 'local-cloud.json'
const LOCK = 'local-cloud.lock'
const KIND = 'cloudbase-local'
const VERSION = 1

/** A data folder that is ours alone until it is released. */
export interface Folder {
  readonly sql: Sql
  readonly filesFolder: string
  release(): void
}

/** Whether a folder holds a local cloud's data, so that a caller may move or delete it without regret. */
export const isDataFolder = (folder: string): boolean => {
  try {
    return (JSON.parse(readFileSync(join(folder, MARKER), 'utf8')) as { kind?: string }).kind === KIND
  } catch {
    return false
  }
}

/** Whether another process has a data folder open right now, so that a caller may know before moving it. */
export const isFolderInUse = (folder: string): boolean => {
  const lock = join(folder, LOCK)
  return existsSync(lock) && isHeld(lock)
}

/**
 * Opens a data folder, creating it if there is none. Throws FOLDER_NOT_WRITABLE, FOLDER_NOT_OURS (something else
 * lives there), FOLDER_IN_USE (another process has it), DATA_DAMAGED or DATA_TOO_NEW.
 */
export const openFolder = (folder: string): Folder => {
  claim(folder)
  const lock = join(folder, LOCK)
  takeLock(lock, folder)
  try {
    const sql = openDatabase(join(folder, 'documents.db'))
    return { sql, filesFolder: join(folder, 'files'), release: () => (sql.close(), rmSync(lock, { force: true })) }
  } catch (error) {
    rmSync(lock, { force: true })
    throw error
  }
}

/** Level by level, because making a folder where none can be (in /proc) recursively never returns. */
const makeFolder = (folder: string): void => {
  if (existsSync(folder)) return
  const parent = dirname(folder)
  if (parent !== folder) makeFolder(parent)
  mkdirSync(folder)
}

const claim = (folder: string): void => {
  try {
    makeFolder(folder)
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    const marker = join(folder, MARKER)
    if (!existsSync(marker)) {
      if (readdirSync(folder).length > 0)
        throw new CloudError('FOLDER_NOT_OURS', `文件夹 ${folder} 里有别的内容，请换一个文件夹。`)
      writeFileSync(marker, JSON.stringify({ kind: KIND, version: VERSION }))
    }
  } catch (error) {
    if (error instanceof CloudError) throw error
    throw new CloudError('FOLDER_NOT_WRITABLE', `文件夹 ${folder} 不能写入。`)
  }
  checkMarker(folder)
}

const checkMarker = (folder: string): void => {
  if (!isDataFolder(folder)) throw new CloudError('DATA_DAMAGED', `文件夹 ${folder} 的标记文件已损坏。`)
  const { version } = JSON.parse(readFileSync(join(folder, MARKER), 'utf8')) as { version: number }
  if (version > VERSION) throw new CloudError('DATA_TOO_NEW', `文件夹 ${folder} 的数据来自更新的版本。`)
}

const takeLock = (lock: string, folder: string): void => {
  const owner = `${process.pid} ${startOf(process.pid)}`
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const file = openSync(lock, 'wx')
      writeSync(file, owner)
      closeSync(file)
      return
    } catch (error) {
      if ((error as { code?: string }).code !== 'EEXIST')
        throw new CloudError('FOLDER_NOT_WRITABLE', `文件夹 ${folder} 不能写入。`)
      if (isHeld(lock)) throw new CloudError('FOLDER_IN_USE', `文件夹 ${folder} 正被另一个本地云使用。`)
      rmSync(lock, { force: true })
    }
  }
  throw new CloudError('FOLDER_IN_USE', `文件夹 ${folder} 正被另一个本地云使用。`)
}

const isHeld = (lock: string): boolean => {
  const [pid = '', start = ''] = readFileSync(lock, 'utf8').split(' ')
  try {
    process.kill(Number(pid), 0)
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM'
  }
  return Number(pid) > 0 && startOf(Number(pid)) === start
}

/** When a process started, in the kernel's ticks, so that a reused pid is not taken for the old process; '' where unknown. */
const startOf = (pid: number): string => {
  try {
    return (
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[19] ?? ''
    )
  } catch {
    return ''
  }
}

const openDatabase = (path: string): Sql => {
  const sql = soundDatabase(path)
  if (!sql) throw new CloudError('DATA_DAMAGED', `数据文件 ${path} 已损坏，请从备份恢复或重新开始。`)
  return sql
}

/** Undefined for a file that is no database, or one whose pages do not hold together. */
const soundDatabase = (path: string): Sql | undefined => {
  try {
    const sql = new Sql(path)
    if (sql.get('PRAGMA quick_check(1)')?.[0] === 'ok') return sql
    sql.close()
    return undefined
  } catch {
    return undefined
  }
}
