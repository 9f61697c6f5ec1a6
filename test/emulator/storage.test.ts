import { readdirSync } from 'node:fs'
import tcb from '@cloudbase/node-sdk'
import { isCloudPath } from '../../emulator/storage/storage'
import type { Cloud } from '../../emulator'
import { refusalOf, startTestCloud } from './cloud'

let cloud: Cloud
const app = () => tcb.init({ env: 'local-test' })

beforeAll(async () => {
  cloud = await startTestCloud()
})
beforeEach(() => cloud.reset())
afterAll(() => cloud.close())

const upload = (cloudPath: string, text = 'x') => app().uploadFile({ cloudPath, fileContent: Buffer.from(text) })
const addressOf = async (fileID: string, maxAge = 60): Promise<string> =>
  (await app().getTempFileURL({ fileList: [{ fileID, maxAge }] })).fileList[0]?.tempFileURL ?? ''

test('what the SDK uploads, the SDK downloads: same bytes, size and type', async () => {
  const bytes = Buffer.from(Array.from({ length: 70_000 }, (_unused, i) => i % 256))
  const { fileID } = await app().uploadFile({ cloudPath: '照片/一 100%.png', fileContent: bytes })
  expect((await app().downloadFile({ fileID })).fileContent).toEqual(bytes)
  const { fileList } = await app().getFileInfo({ fileList: [fileID] })
  expect(fileList[0]).toMatchObject({ code: 'SUCCESS', size: 70_000, contentType: 'image/png' })
})

test('a browser uploads with the headers it was given, and with no others', async () => {
  const { data } = await app().getUploadMetadata({ cloudPath: 'a/b.webp' })
  const headers = {
    authorization: data.authorization,
    'x-cos-security-token': data.token,
    'x-cos-meta-fileid': data.cosFileId,
    'content-type': 'image/webp',
  }
  const put = (url: string, sent: Record<string, string>) =>
    fetch(url, { method: 'PUT', body: 'bytes', headers: sent }).then(({ status }) => status)
  const other = (await app().getUploadMetadata({ cloudPath: 'a/c.webp' })).data
  expect(await put(data.url, {})).toBe(403)
  expect(await put(other.url, headers)).toBe(403)
  expect(await put(data.url, { ...headers, authorization: headers.authorization.replace(/^\d/, '9') })).toBe(403)
  expect(await put(data.url, headers)).toBe(200)
  const response = await fetch(await addressOf(data.fileId))
  expect([await response.text(), response.headers.get('content-type')]).toEqual(['bytes', 'image/webp'])
  cloud.advanceClock(16 * 60_000)
  expect(await put(data.url, headers)).toBe(403)
})

test('a download address ends with its time and cannot be extended', async () => {
  const { fileID } = await upload('a.txt')
  const address = await addressOf(fileID, 60)
  expect((await fetch(address)).status).toBe(200)
  expect((await fetch(address.replace(/expires=\d/, 'expires=9'))).status).toBe(403)
  cloud.advanceClock(61_000)
  expect((await fetch(address)).status).toBe(403)
})

test('a deleted file is gone, and files of another environment are not ours', async () => {
  const { fileID } = await upload('a.txt')
  const address = await addressOf(fileID)
  const foreign = fileID.replace('local-test', 'elsewhere')
  const { fileList } = await app().deleteFile({ fileList: [fileID, fileID, foreign] })
  expect(fileList.map(({ code }) => code)).toEqual(['SUCCESS', 'STORAGE_FILE_NONEXIST', 'INVALID_PARAM'])
  expect((await fetch(address)).status).toBe(404)
})

test.each(['../x', '/etc/passwd', 'a/../../x', 'a//b', 'a/./b', 'a\\b', 'a\0b', '%2e%2e/x', 'a/%2E%2e/x', '', 'a/'])(
  'the path %j is refused',
  async (path) => {
    expect(isCloudPath(path)).toBe(false)
    expect(await refusalOf(app().getUploadMetadata({ cloudPath: path }))).toBe('INVALID_PARAM')
    const encoded = Buffer.from(path).toString('base64url')
    expect(
      (await fetch(`${cloud.url}/storage/${encoded}`, { method: 'PUT', body: 'x' })).status,
    ).toBeGreaterThanOrEqual(400)
  },
)

test('more than 20 MB is refused', async () => {
  const { data } = await app().getUploadMetadata({ cloudPath: 'big.bin' })
  const headers = {
    authorization: data.authorization,
    'x-cos-security-token': data.token,
    'x-cos-meta-fileid': data.cosFileId,
  }
  const status = await fetch(data.url, { method: 'PUT', body: Buffer.alloc(20 * 1024 * 1024 + 1), headers }).then(
    (response) => response.status,
    () => 413,
  )
  expect(status).toBe(413)
  expect(readdirSync('.')).not.toContain('big.bin')
})
