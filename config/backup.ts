import { renameSync, rmSync } from 'node:fs'
import { readBackup, writeBackup, type Manifest } from '../emulator'
import { setAside } from './set-aside'

type Say = (line: string) => void

/** Tells what a backup holds, one line a collection, so that two of them can be compared by eye or by a program. */
const tell = ({ collections, files }: Manifest, say: Say): void => {
  for (const { name, documents, checksum } of collections) say(`${name} ${documents} ${checksum}`)
  say(`（文件） ${files.count} ${files.checksum}`)
}

/** `npm run backup`: one file with everything, from a folder that may be in use. Throws a `CloudError` with the sentence to print. */
export const backup = (file: string, data: string, say: Say): void => {
  tell(writeBackup(data, file), say)
  say(`备份已写入 ${file}`)
}

/**
 * `npm run restore`: the whole backup is read, checked and unpacked beside the folder before what is there moves aside;
 * nothing is ever overwritten. Throws a `CloudError` with the sentence to print.
 */
export const restore = (file: string, data: string, say: Say): void => {
  const fresh = `${data}.restoring-${process.pid}`
  const manifest = readBackup(file, fresh)
  try {
    setAside(data, say)
    renameSync(fresh, data)
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true })
    throw error
  }
  tell(manifest, say)
  say(`已从 ${file} 恢复到 ${data}`)
}
