import { init } from '@cloudbase/node-sdk'
import type { FilePort } from '../runtime/handler'
import { createStore, type Store } from '../store/store'

/** How long an address to show a photo by stays good. */
const urlSeconds = 3600

type App = ReturnType<typeof init>

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
    if (fileIds.length === 0) return new Map()
    const { fileList } = await app.getTempFileURL({
      fileList: fileIds.map((fileID) => ({ fileID, maxAge: urlSeconds })),
    })
    return new Map(fileList.filter((file) => file.tempFileURL).map((file) => [file.fileID, file.tempFileURL]))
  },
  async read(url) {
    const answer = await fetch(url)
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null
  },
  async write(path, bytes) {
    await app.uploadFile({ cloudPath: path, fileContent: Buffer.from(bytes) })
  },
  async remove(fileIds) {
    if (fileIds.length > 0) await app.deleteFile({ fileList: [...fileIds] })
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
