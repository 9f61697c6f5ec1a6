import { copyFileSync, existsSync, rmSync } from 'node:fs'
import Libsql from 'libsql'
import { CloudError } from '../errors'
import { documentsIn, filesIn } from '../folder/folder'
import { claimFolder, syncFolder } from '../folder/marker'
import { contentsInFolder } from '../storage/contents'
import { columns } from './checksums'
import { manifestOf, statedManifest, type Manifest } from './manifest'

/**
 * Makes a new data folder from a backup. The whole backup is read and compared with what it says of itself before the
 * folder is begun, so a damaged or foreign file is refused and nothing is touched. Throws BACKUP_REFUSED, or
 * FOLDER_NOT_WRITABLE and FOLDER_NOT_OURS for the folder, which must not exist.
 */
export const readBackup = (file: string, folder: string): Manifest => {
  const manifest = verifyBackup(file)
  if (existsSync(folder)) throw new CloudError('FOLDER_NOT_OURS', `文件夹 ${folder} 已经存在，请换一个文件夹。`)
  try {
    claimFolder(folder)
    unpack(file, folder)
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    if (error instanceof CloudError) throw error
    throw new CloudError('FOLDER_NOT_WRITABLE', `文件夹 ${folder} 写不进去：${(error as Error).message}。`)
  }
  return manifest
}

/** What a backup holds, once all of it has been read and found as it says; throws BACKUP_REFUSED. */
export const verifyBackup = (file: string): Manifest => {
  const refuse = (why: string): never => {
    throw new CloudError('BACKUP_REFUSED', `${file} ${why}，没有恢复任何内容。`)
  }
  if (!existsSync(file)) return refuse('不存在')
  let database: Libsql.Database | undefined
  try {
    database = new Libsql(file)
    database.exec('PRAGMA query_only = ON')
    const stated = statedManifest(database)
    if (!stated) return refuse('不是本地云的备份文件')
    if (JSON.stringify(manifestOf(database)) !== JSON.stringify(stated)) return refuse('已损坏（校验和不符）')
    if (columns(database, 'PRAGMA quick_check(1)')[0]?.[0] !== 'ok') return refuse('已损坏')
    return stated
  } catch (error) {
    if (error instanceof CloudError) throw error
    return refuse((error as { code?: string }).code === 'SQLITE_NOTADB' ? '不是本地云的备份文件' : '已损坏')
  } finally {
    database?.close()
  }
}

const unpack = (file: string, folder: string): void => {
  copyFileSync(file, documentsIn(folder))
  const database = new Libsql(documentsIn(folder))
  try {
    const contents = contentsInFolder(filesIn(folder))
    const rows = database.prepare('SELECT content, bytes FROM backup_contents').raw(true)
    for (const row of rows.iterate()) {
      const [content, bytes] = row as [string, Buffer]
      contents.write(content, bytes)
    }
    database.exec('PRAGMA synchronous = FULL; DROP TABLE backup_contents; DROP TABLE backup; VACUUM')
  } finally {
    database.close()
  }
  syncFolder(folder)
}
