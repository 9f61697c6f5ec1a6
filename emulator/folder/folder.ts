import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Libsql from 'libsql'
import type { Sql } from '../database/sql'
import { CloudError, WireError } from '../errors'
import { damagedDocument } from './damage'
import { CommitRecord } from './commit-record'
import { CountedSql } from './counted-sql'
import { takeLock } from './lock'
import { claimFolder } from './marker'

/** A data folder that is ours alone until it is released. */
export interface Folder {
  readonly sql: Sql
  readonly filesFolder: string
  release(): void
}

/** Where things are in a data folder; a backup knows them too. */
export const documentsIn = (folder: string): string => join(folder, 'documents.db')
export const filesIn = (folder: string): string => join(folder, 'files')
const recordIn = (folder: string): string => join(folder, 'commits')

/**
 * Opens a data folder, creating it if there is none. Throws FOLDER_NOT_WRITABLE, FOLDER_NOT_OURS (something else
 * lives there), FOLDER_IN_USE (another process has it), DATA_DAMAGED, DATA_TOO_NEW or DISK_FULL.
 */
export const openFolder = (folder: string, log: (line: string) => void): Folder => {
  claimFolder(folder)
  const lock = takeLock(folder)
  try {
    const sql = openDatabase(folder, log)
    return {
      sql,
      filesFolder: filesIn(folder),
      release: () => {
        sql.close()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** Opens the documents once it is sure that they are whole: no damaged page or document, and no acknowledged commit missing. */
const openDatabase = (folder: string, log: (line: string) => void): CountedSql => {
  const path = documentsIn(folder)
  const record = new CommitRecord(recordIn(folder))
  try {
    checkDatabase(path, record.noted)
    return new CountedSql(path, record, log)
  } catch (error) {
    record.close()
    throw openingError(error, path)
  }
}

/** Looks without writing, so that what is refused stays as it was found, for whoever may still save something from it. */
const checkDatabase = (path: string, noted: number): void => {
  const refuse = (why: string): never => {
    throw new CloudError('DATA_DAMAGED', `数据文件 ${path} ${why}，请从备份恢复或重新开始。`)
  }
  if (!existsSync(path)) return noted > 0 ? refuse('不见了') : undefined
  const database = new Libsql(path)
  try {
    database.exec('PRAGMA query_only = ON')
    const first = (sql: string): unknown => database.prepare(sql).raw(true).get() as unknown
    if ((first('PRAGMA quick_check(1)') as string[])[0] !== 'ok') refuse('已损坏')
    const isCounted = first(`SELECT 1 FROM sqlite_master WHERE name = 'commits'`) !== undefined
    const commits = isCounted ? Number((first('SELECT n FROM commits') as number[])[0]) : 0
    const damaged = damagedDocument(database)
    if (damaged) refuse(`里集合 ${damaged.collection} 的文档 ${damaged.id} 已损坏（内容与校验和不符）`)
    if (commits < noted) refuse(`缺少最近 ${noted - commits} 次已确认的写入（文件被截断，或日志被删）`)
  } finally {
    database.close()
  }
}

const openingError = (error: unknown, path: string): unknown => {
  if (error instanceof CloudError) return error
  const { code } = error as { code?: string }
  if (error instanceof WireError || /^SQLITE_(FULL|IOERR)/.test(String(code)))
    return new CloudError('DISK_FULL', `磁盘写不下了，打不开 ${path}；已有的数据没有改动，请先腾出空间。`)
  return new CloudError('DATA_DAMAGED', `数据文件 ${path} 已损坏，请从备份恢复或重新开始。`)
}
