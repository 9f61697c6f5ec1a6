import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock'
import type { WireAnswer, WireRequest } from '../database/actions'
import type { Sql } from '../database/sql'
import { invalidParam } from '../errors'
import type { Secrets } from '../secrets'
import type { Contents } from './contents'
import { mediaTypeOf } from './media-types'

/** A stored file with its bytes. */
export interface StoredFile {
  readonly bytes: Buffer
  readonly contentType: string
}

interface StorageOptions {
  readonly sql: Sql
  readonly contents: Contents
  readonly secrets: Secrets
  readonly clock: Clock
  readonly envId: string
}

interface Entry {
  readonly contentType: string
  readonly bytes: number
  /** The key of its bytes. */
  readonly content: string
}

/** Older data keeps the bytes of a file under its path. */
const CONTENT = 'coalesce(content, path)'

const damageOf = (path: string): string => `文件 ${path} 的内容缺失或不完整，读取它会报错；可从备份恢复。`

const UPLOAD_SECONDS = 900
const DOWNLOAD_SECONDS = 86_400
const PATH_BYTES_MAX = 1024

/** Files of one environment: their paths and media types in SQL, their bytes in {@link Contents}. */
export class Storage {
  /** Address of the cloud; set once the server listens. */
  url = ''

  constructor(private readonly options: StorageOptions) {
    const { sql } = options
    sql.exec(
      'CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, contentType TEXT NOT NULL, bytes INTEGER NOT NULL, writtenAt INTEGER NOT NULL, content TEXT)',
    )
    if (!sql.all('PRAGMA table_info(files)').some(([, name]) => name === 'content'))
      sql.exec('ALTER TABLE files ADD COLUMN content TEXT')
  }

  readonly actions = {
    'storage.getUploadMetadata': (request: WireRequest): WireAnswer => this.uploadMetadata(request),
    'storage.batchGetDownloadUrl': (request: WireRequest): WireAnswer => this.downloadUrls(request),
    'storage.batchCopyFile': (request: WireRequest): WireAnswer => this.copyFiles(request),
    'storage.batchDeleteFile': (request: WireRequest): WireAnswer => this.deleteFiles(request),
  }

  /** Whether the headers of an upload are the ones handed out for this path, and still in time. */
  mayUpload(path: string, headers: Readonly<Record<string, unknown>>): boolean {
    const [expires = '', signature = ''] = String(headers.authorization ?? '').split('.')
    return (
      Number(expires) > this.options.clock.now() &&
      this.options.secrets.isSigned(signature, 'put', path, Number(expires)) &&
      headers['x-cos-meta-fileid'] === this.cosFileId(path) &&
      headers['x-cos-security-token'] === this.securityToken(path)
    )
  }

  /** Whether a download address was handed out by this cloud and is still in time. */
  mayDownload(path: string, expires: string, signature: string): boolean {
    return (
      Number(expires) > this.options.clock.now() &&
      this.options.secrets.isSigned(signature, 'get', path, Number(expires))
    )
  }

  /**
   * The bytes are on the disk under a name of their own before the file refers to them, so that a file is always one whole
   * upload, the old one or the new one, whenever the power goes.
   */
  write(path: string, bytes: Buffer, contentType: string | undefined): void {
    const { sql, contents, clock } = this.options
    const content = `${path}\n${randomUUID()}`
    const before = this.entry(path)
    contents.write(content, bytes)
    try {
      sql.run('INSERT OR REPLACE INTO files (path, contentType, bytes, writtenAt, content) VALUES (?, ?, ?, ?, ?)', [
        path,
        contentType ?? mediaTypeOf(path),
        bytes.length,
        clock.now(),
        content,
      ])
    } catch (error) {
      contents.delete(content)
      throw error
    }
    if (before) contents.delete(before.content)
  }

  /** Writes a file without an upload, for samples; answers its id. */
  insert(path: string, bytes: Buffer): string {
    this.write(path, bytes, undefined)
    return this.fileId(path)
  }

  /** Throws when bytes are missing that were there once: a damaged file is no shorter file. */
  read(path: string): StoredFile | undefined {
    const entry = this.entry(path)
    if (!entry) return undefined
    const bytes = this.options.contents.read(entry.content)
    if (bytes?.length !== entry.bytes) throw new Error(damageOf(path))
    return { bytes, contentType: entry.contentType }
  }

  /** Removes what uploads that were cut off left behind, and names every file that is not whole. For the start. */
  mend(log: (line: string) => void): void {
    const entries = this.options.sql.all(`SELECT path, bytes, ${CONTENT} FROM files`) as [string, number, string][]
    this.options.contents.keepOnly(entries.map(([, , content]) => content))
    for (const [path, bytes, content] of entries)
      if (this.options.contents.sizeOf(content) !== bytes) log(damageOf(path))
  }

  clear(): void {
    this.options.sql.run('DELETE FROM files')
    this.options.contents.clear()
  }

  private entry(path: string): Entry | undefined {
    const row = this.options.sql.get(`SELECT contentType, bytes, ${CONTENT} FROM files WHERE path = ?`, [path])
    if (!row) return undefined
    const [contentType, bytes, content] = row as [string, number, string]
    return { contentType, bytes, content }
  }

  private uploadMetadata({ path }: WireRequest): WireAnswer {
    if (!isCloudPath(path)) throw invalidParam(`"${String(path)}" is not a path in the cloud`)
    const expires = this.options.clock.now() + UPLOAD_SECONDS * 1000
    return {
      data: {
        url: this.addressOf(path),
        token: this.securityToken(path),
        authorization: `${expires}.${this.options.secrets.sign('put', path, expires)}`,
        fileId: this.fileId(path),
        cosFileId: this.cosFileId(path),
      },
    }
  }

  private downloadUrls({ file_list }: WireRequest): WireAnswer {
    if (!Array.isArray(file_list)) throw invalidParam('file_list is an array')
    const list = (file_list as { fileid: string; max_age?: number }[]).map(
      ({ fileid, max_age: seconds = DOWNLOAD_SECONDS }) => {
        const path = this.pathOf(fileid)
        const code = this.stateOf(path)
        if (code !== 'SUCCESS') return { code, fileID: fileid, tempFileURL: '' }
        const expires = this.options.clock.now() + seconds * 1000
        const query = `expires=${expires}&sign=${this.options.secrets.sign('get', path as string, expires)}`
        return { code, fileID: fileid, tempFileURL: `${this.addressOf(path as string)}?${query}`, maxAge: seconds }
      },
    )
    return { data: { download_list: list } }
  }

  private deleteFiles({ fileid_list }: WireRequest): WireAnswer {
    if (!Array.isArray(fileid_list)) throw invalidParam('fileid_list is an array')
    const list = (fileid_list as string[]).map((fileID) => {
      const path = this.pathOf(fileID)
      const code = this.stateOf(path)
      if (code === 'SUCCESS') this.delete(path as string)
      return { code, fileID }
    })
    return { data: { delete_list: list } }
  }

  private copyFiles({ file_list }: WireRequest): WireAnswer {
    if (!Array.isArray(file_list)) throw invalidParam('file_list is an array')
    const list = (
      file_list as { src_path: string; dst_path: string; overwrite?: boolean; remove_original?: boolean }[]
    ).map(({ src_path: from, dst_path: to, overwrite = true, remove_original: moves = false }) => {
      const code = this.copy(from, to, overwrite)
      if (code === 'SUCCESS' && moves) this.delete(from)
      return { code, fileID: isCloudPath(to) ? this.fileId(to) : '' }
    })
    return { data: { copy_list: list } }
  }

  private copy(from: string, to: string, overwrite: boolean): string {
    if (!isCloudPath(from) || !isCloudPath(to)) return 'INVALID_PARAM'
    const file = this.read(from)
    if (!file) return 'STORAGE_FILE_NONEXIST'
    if (!overwrite && this.entry(to)) return 'STORAGE_FILE_EXIST'
    this.write(to, file.bytes, file.contentType)
    return 'SUCCESS'
  }

  private delete(path: string): void {
    const entry = this.entry(path)
    this.options.sql.run('DELETE FROM files WHERE path = ?', [path])
    if (entry) this.options.contents.delete(entry.content)
  }

  private stateOf(path: string | undefined): string {
    if (path === undefined) return 'INVALID_PARAM'
    return this.entry(path) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST'
  }

  private pathOf(fileId: unknown): string | undefined {
    const prefix = this.fileId('')
    const path = typeof fileId === 'string' && fileId.startsWith(prefix) ? fileId.slice(prefix.length) : undefined
    return isCloudPath(path) ? path : undefined
  }

  private fileId(path: string): string {
    return `cloud://${this.options.envId}.local/${path}`
  }

  private addressOf(path: string): string {
    return `${this.url}/storage/${Buffer.from(path).toString('base64url')}`
  }

  private securityToken(path: string): string {
    return this.options.secrets.sign('token', path)
  }

  private cosFileId(path: string): string {
    return this.options.secrets.sign('file', path)
  }
}

/** A relative path with ordinary names in it, as CloudBase accepts it: no empty, `.` or `..` part, no control character. */
export const isCloudPath = (path: unknown): path is string =>
  typeof path === 'string' &&
  Buffer.byteLength(path) <= PATH_BYTES_MAX &&
  !/[\u0000-\u001f\u007f\\\ud800-\udfff]/u.test(path) &&
  !path.split('/').some((part) => ['', '.', '..'].includes(decoded(part)))

const decoded = (part: string): string => part.replace(/%2e/gi, '.').replace(/%2f/gi, '/')
