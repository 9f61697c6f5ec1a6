import { init } from '@cloudbase/node-sdk'
import type { FilePort, MoveOutcome } from '../runtime/handler'
import { createStore, type Store } from '../store/store'

/** How long an address to show a photo by stays good. */
const urlSeconds = 3600
/** How long storage may take to give one photo. */
const readMs = 8000
/** How many files CloudBase takes in one request. */
const filesPerRequest = 50

const batchesOf = (fileIds: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(fileIds.length / filesPerRequest) }, (_, at) =>
    fileIds.slice(at * filesPerRequest, (at + 1) * filesPerRequest),
  )

type App = ReturnType<typeof init>

/**
 * What storage says of one copy. How it says that there is nothing to copy is written down nowhere, so every such word is taken; any other
 * code is a failure, after which nothing is taken to have moved.
 */
const outcomeOf = (code: string | undefined): MoveOutcome => {
  if (code === 'SUCCESS' || code === 'STORAGE_FILE_EXIST') return 'there'
  return code && /NON_?EXIST|NOT_?(EXIST|FOUND)|NO_?SUCH/i.test(code) ? 'gone' : 'failed'
}

/**
 * Photos in CloudBase storage. Uploads go straight from the phone to storage with the address and headers given here; the
 * functions see the bytes only once, when something comes to own them.
 */
export const cloudFiles = (app: App): FilePort => ({
  async beginUpload(path, contentType) {
    const { data } = await app.getUploadMetadata({ cloudPath: path })
    return {
      fileId: data.fileId,
      url: data.url,
      headers: {
        Signature: data.authorization,
        authorization: data.authorization,
        'x-cos-security-token': data.token,
        'x-cos-meta-fileid': data.cosFileId,
        key: encodeURIComponent(path),
        'content-type': contentType,
      },
    }
  },
  async urlsOf(fileIds) {
    const answers = await Promise.all(
      batchesOf(fileIds).map((batch) =>
        app.getTempFileURL({ fileList: batch.map((fileID) => ({ fileID, maxAge: urlSeconds })) }),
      ),
    )
    const found = answers.flatMap(({ fileList }) => fileList).filter((file) => file.tempFileURL)
    return new Map(found.map((file) => [file.fileID, file.tempFileURL]))
  },
  async move(moves) {
    const { fileList } = await app.copyFile({
      fileList: moves.map(({ from, to }) => ({ srcPath: from, dstPath: to, overwrite: false, removeOriginal: true })),
    })
    return new Map(moves.map(({ to }, at) => [to, outcomeOf(fileList[at]?.code)]))
  },
  async read(url, bytesMax) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(readMs) })
    if (answer.status === 404) return null
    if (!answer.ok || !answer.body) throw new Error(`storage answered ${answer.status}`)
    const parts: Uint8Array[] = []
    let length = 0
    for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>) {
      parts.push(part)
      length += part.length
      // What was said before the upload binds nobody; nothing longer is ever held in memory.
      if (length > bytesMax) break
    }
    return new Uint8Array(Buffer.concat(parts).subarray(0, bytesMax + 1))
  },
  async write(path, bytes) {
    return (await app.uploadFile({ cloudPath: path, fileContent: Buffer.from(bytes) })).fileID
  },
  async remove(fileIds) {
    for (const batch of batchesOf(fileIds)) await app.deleteFile({ fileList: batch })
  },
})

/** The one SDK app of a function instance, with the store and the files on it. */
export const openCloud = (environment: NodeJS.ProcessEnv): { store: Store; files: FilePort } => {
  const app = init({ env: environment.TCB_ENV ?? environment.SCF_NAMESPACE ?? '' })
  return {
    store: createStore({
      database: app.database(),
      random: Math.random,
      elapsed: () => performance.now(),
      pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    }),
    files: cloudFiles(app),
  }
}
