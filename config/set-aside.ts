import { existsSync, readdirSync, renameSync } from 'node:fs'
import { CloudError, isDataFolder, isFolderInUse } from '../emulator'

/**
 * Moves an old data folder to `<data>.old-<time>`; nothing is ever deleted. A folder without our marker is somebody else's,
 * and is refused; an empty one has nothing to move.
 */
export const setAside = (data: string, say: (line: string) => void): void => {
  if (!existsSync(data) || readdirSync(data).length === 0) return
  if (!isDataFolder(data))
    throw new CloudError('FOLDER_NOT_OURS', `${data} 不是本程序的数据文件夹，没有动它，请换一个文件夹。`)
  if (isFolderInUse(data)) throw new CloudError('FOLDER_IN_USE', `文件夹 ${data} 正被另一个本地云使用，请先停掉它。`)
  const aside = `${data}.old-${new Date().toISOString().replace(/[:.]/g, '-')}`
  renameSync(data, aside)
  say(`旧数据已移到 ${aside}`)
}
