import { existsSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Libsql from 'libsql'
import { CloudError } from '../errors'
import { damagedDocument } from '../folder/damage'
import { documentsIn, filesIn } from '../folder/folder'
import { isDataFolder, syncFolder } from '../folder/marker'
import { contentsInFolder } from '../storage/contents'
import { columns } from './checksums'
import { wrap } from './envelope'
import { manifestOf, type Manifest } from './manifest'

const ATTEMPTS = 5

/**
 * Writes everything a data folder holds, documents and files, into one file, while a cloud may be running on it: one
 * snapshot of the documents, and exactly the files that snapshot knows. The file appears whole or not at all, and never in
 * place of another. Throws FOLDER_NOT_OURS, BACKUP_REFUSED (it exists, or cannot be written) or DATA_DAMAGED.
 */
export const writeBackup = (folder: string, file: string): Manifest => {
  if (!isDataFolder(folder) || !existsSync(documentsIn(folder)))
    throw new CloudError('FOLDER_NOT_OURS', `${folder} 里没有本地云的数据，没有可备份的内容。`)
  if (existsSync(file)) throw new CloudError('BACKUP_REFUSED', `文件 ${file} 已经存在，请换一个名字。`)
  const aside = `${file}.part`
  const whole = `${file}.whole`
  try {
    for (let attempt = 1; ; attempt++) {
      rmSync(aside, { force: true })
      snapshot(documentsIn(folder), aside)
      refuseDamage(aside)
      const missing = addContents(aside, filesIn(folder))
      if (missing === undefined) break
      // A file may have been deleted between the snapshot and its copy; the next snapshot does not know it any more.
      if (attempt === ATTEMPTS)
        throw new CloudError('DATA_DAMAGED', `文件 ${missing} 的内容缺失或不完整，备份没有写成。`)
    }
    rmSync(whole, { force: true })
    wrap(aside, whole)
    renameSync(whole, file)
    syncFolder(dirname(file))
    return listed(aside)
  } catch (error) {
    rmSync(whole, { force: true })
    if (error instanceof CloudError) throw error
    throw new CloudError('BACKUP_REFUSED', `备份文件 ${file} 写不进去：${(error as Error).message}。`)
  } finally {
    rmSync(aside, { force: true })
  }
}

const snapshot = (documents: string, aside: string): void => {
  const database = new Libsql(documents)
  try {
    database.exec('PRAGMA busy_timeout = 5000')
    database.prepare('VACUUM INTO ?').run([aside])
  } finally {
    database.close()
  }
}

/** A document that is not what was stored is told now, while an older backup may still have it. */
const refuseDamage = (aside: string): void => {
  const database = new Libsql(aside)
  try {
    const damaged = damagedDocument(database)
    if (damaged)
      throw new CloudError(
        'DATA_DAMAGED',
        `集合 ${damaged.collection} 的文档 ${damaged.id} 已损坏（内容与校验和不符），备份没有写成。`,
      )
  } finally {
    database.close()
  }
}

/** Puts the bytes of every file beside the documents; answers the path of the first whose bytes are not there. */
const addContents = (aside: string, folder: string): string | undefined => {
  const contents = contentsInFolder(folder)
  const database = new Libsql(aside)
  try {
    database.exec('PRAGMA journal_mode = MEMORY; CREATE TABLE backup_contents (content TEXT PRIMARY KEY, bytes BLOB)')
    const insert = database.prepare('INSERT INTO backup_contents (content, bytes) VALUES (?, ?)')
    for (const [path, bytes, content] of columns(
      database,
      'SELECT path, bytes, coalesce(content, path) FROM files',
    ) as [string, number, string][]) {
      const body = contents.read(content)
      if (body?.length !== bytes) return path
      insert.run([content, body])
    }
    return undefined
  } finally {
    database.close()
  }
}

const listed = (aside: string): Manifest => {
  const database = new Libsql(aside)
  try {
    return manifestOf(database)
  } finally {
    database.close()
  }
}
