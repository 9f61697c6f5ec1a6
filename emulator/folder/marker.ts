import { accessSync, closeSync, constants, existsSync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { readdirSync, readFileSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CloudError } from '../errors'

const MARKER = 'local-cloud.json'
const KIND = 'cloudbase-local'
/** 2: documents are stored with a sum, which an earlier program would leave as it was when it writes. */
const VERSION = 2

/** Whether a folder holds a local cloud's data, so that a caller may move it without regret. */
export const isDataFolder = (folder: string): boolean => markerOf(folder)?.kind === KIND

/**
 * Makes a folder ours, or finds that it already is. Throws FOLDER_NOT_WRITABLE, FOLDER_NOT_OURS (something else lives
 * there), DATA_DAMAGED (a marker nobody can read) or DATA_TOO_NEW.
 */
export const claimFolder = (folder: string): void => {
  try {
    makeFolder(folder)
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    if (!existsSync(join(folder, MARKER))) mark(folder)
  } catch (error) {
    if (error instanceof CloudError) throw error
    throw new CloudError('FOLDER_NOT_WRITABLE', `文件夹 ${folder} 不能写入。`)
  }
  const marker = markerOf(folder)
  if (marker?.kind !== KIND) throw new CloudError('DATA_DAMAGED', `文件夹 ${folder} 的标记文件已损坏。`)
  if (Number(marker.version) > VERSION) throw new CloudError('DATA_TOO_NEW', `文件夹 ${folder} 的数据来自更新的版本。`)
  if (Number(marker.version) < VERSION) writeMarker(folder)
}

/** Puts the names of a folder's entries on the disk, without which a file may be there and its name not. */
export const syncFolder = (folder: string): void => {
  // Windows has no way to do this, and needs none.
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

const markerOf = (folder: string): { kind?: string; version?: number } | undefined => {
  try {
    return JSON.parse(readFileSync(join(folder, MARKER), 'utf8')) as { kind?: string; version?: number }
  } catch {
    return undefined
  }
}

/** The marker is there whole or not at all, so that a first start that was cut off is no damage; several may try at once. */
const mark = (folder: string): void => {
  const isForeign = readdirSync(folder).some((name) => !name.startsWith(`${MARKER}.`))
  if (existsSync(join(folder, MARKER))) return
  if (isForeign) throw new CloudError('FOLDER_NOT_OURS', `文件夹 ${folder} 里有别的内容，请换一个文件夹。`)
  writeMarker(folder)
}

const writeMarker = (folder: string): void => {
  const aside = join(folder, `${MARKER}.${process.pid}`)
  const file = openSync(aside, 'w')
  try {
    writeSync(file, JSON.stringify({ kind: KIND, version: VERSION }))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(aside, join(folder, MARKER))
  syncFolder(folder)
}

/** Level by level, because making a folder where none can be (in /proc) recursively never returns. */
const makeFolder = (folder: string): void => {
  if (existsSync(folder)) return
  const parent = dirname(folder)
  if (parent !== folder) makeFolder(parent)
  try {
    mkdirSync(folder)
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error
  }
}
