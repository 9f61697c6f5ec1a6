import { existsSync, rmSync } from 'node:fs'
import Libsql from 'libsql'
import { CloudError } from '../errors'
import { documentsIn, filesIn } from '../folder/folder'
import { claimFolder, syncFolder } from '../folder/marker'
import { contentsInFolder } from '../storage/contents'
import { flawOf, unwrap } from './envelope'
import { manifestOf, type Manifest } from './manifest'

/**
 * Makes a new data folder from a backup. Every byte of the backup is compared with its hash before the folder is begun, so
 * a damaged or foreign file is refused and nothing is touched. Throws BACKUP_REFUSED, or FOLDER_NOT_WRITABLE and
 * FOLDER_NOT_OURS for the folder, which must not exist.
 */
export const readBackup = (file: string, folder: string): Manifest => {
  checkBackup(file)
  if (existsSync(folder)) throw new CloudError('FOLDER_NOT_OURS', `文件夹 ${folder} 已经存在，请换一个文件夹。`)
  try {
    claimFolder(folder)
    return unpack(file, folder)
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    if (error instanceof CloudError) throw error
    throw new CloudError('FOLDER_NOT_WRITABLE', `文件夹 ${folder} 写不进去：${(error as Error).message}。`)
  }
}

const flaws = { foreign: '不是本地云的备份文件', damaged: '已损坏（校验和不符）' } as const

const checkBackup = (file: string): void => {
  const refuse = (why: string): never => {
    throw new CloudError('BACKUP_REFUSED', `${file} ${why}，没有恢复任何内容。`)
  }
  if (!existsSync(file)) refuse('不存在')
  let flaw: keyof typeof flaws | undefined
  try {
    flaw = flawOf(file)
  } catch {
    refuse('读不出来')
  }
  if (flaw) refuse(flaws[flaw])
}

/** Takes documents and files apart again; answers what is there now, counted anew. */
const unpack = (file: string, folder: string): Manifest => {
  unwrap(file, documentsIn(folder))
  const database = new Libsql(documentsIn(folder))
  try {
    const manifest = manifestOf(database)
    const contents = contentsInFolder(filesIn(folder))
    const rows = database.prepare('SELECT content, bytes FROM backup_contents').raw(true)
    for (const row of rows.iterate()) {
      const [content, bytes] = row as [string, Buffer]
      contents.write(content, bytes)
    }
    database.exec('PRAGMA synchronous = FULL; DROP TABLE backup_contents; VACUUM')
    syncFolder(folder)
    return manifest
  } finally {
    database.close()
  }
}
