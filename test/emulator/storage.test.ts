import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import tcb from '@cloudbase/node-sdk'
import { isCloudPath } from '../../emulator/storage/storage'
import { startCloud, type Cloud } from '../../emulator'
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

test('more than 20 MB is refused as COS refuses it, in one piece and in chunks, and 20 MB are not', async () => {
  const limit = 20 * 1024 * 1024
  const { data } = await app().getUploadMetadata({ cloudPath: 'big.bin' })
  const headers = {
    authorization: data.authorization,
    'x-cos-security-token': data.token,
    'x-cos-meta-fileid': data.cosFileId,
  }
  const whole = await fetch(data.url, { method: 'PUT', body: Buffer.alloc(limit + 1), headers })
  expect([whole.status, await whole.text()]).toEqual([400, expect.stringContaining('<Code>EntityTooLarge</Code>')])
  const upload = (bytes: number) => app().uploadFile({ cloudPath: 'big.bin', fileContent: Buffer.alloc(bytes, 1) })
  await expect(upload(2 * limit)).rejects.toMatchObject({
    code: 'STORAGE_REQUEST_FAIL',
    message: expect.stringContaining('EntityTooLarge'),
  })
  expect(await isThere('big.bin')).toBe('STORAGE_FILE_NONEXIST')
  await upload(limit)
  expect(await isThere('big.bin')).toBe('SUCCESS')
})

/** Sends a request exactly as written, and ends it there. */
const sendRaw = (text: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect(cloud.port, '127.0.0.1')
    let answer = ''
    socket.on('data', (chunk) => (answer += chunk.toString()))
    socket.on('close', () => resolve(answer)).on('error', () => undefined)
    socket.end(text)
  })
const putText = async (path: string, length: number, body: string): Promise<string> => {
  const { data } = await app().getUploadMetadata({ cloudPath: path })
  return [
    `PUT ${new URL(data.url).pathname} HTTP/1.1`,
    `host: 127.0.0.1:${cloud.port}`,
    `authorization: ${data.authorization}`,
    `x-cos-security-token: ${data.token}`,
    `x-cos-meta-fileid: ${data.cosFileId}`,
    `content-length: ${length}`,
    'connection: close',
    '',
    body,
  ].join('\r\n')
}
const isThere = async (path: string): Promise<string> =>
  (await app().getTempFileURL({ fileList: [`cloud://local-test.local/${path}`] })).fileList[0]?.code ?? ''

test('a file announced longer than may be is refused, and one shorter than announced is no file', async () => {
  const limit = 20 * 1024 * 1024
  expect(await sendRaw(await putText('huge.bin', limit + 1, 'x'))).toMatch(/^HTTP\/1.1 400/)
  await sendRaw(await putText('short.bin', 10, 'xxxxx'))
  expect([await isThere('huge.bin'), await isThere('short.bin')]).toEqual([
    'STORAGE_FILE_NONEXIST',
    'STORAGE_FILE_NONEXIST',
  ])
  expect(await sendRaw(await putText('more.bin', 5, 'xxxxxyyyyy'))).toMatch(/^HTTP\/1.1 400/)
  const { fileContent } = await app().downloadFile({ fileID: 'cloud://local-test.local/more.bin' })
  expect(fileContent?.toString()).toBe('xxxxx')
})

test.each(['elsewhere', 'local-test.other', 'local-tes'])(
  'a file id of the environment %s is refused everywhere',
  async (env) => {
    await upload('a.txt')
    const fileID = `cloud://${env}.local/a.txt`
    expect((await app().getTempFileURL({ fileList: [fileID] })).fileList[0]).toMatchObject({
      code: 'INVALID_PARAM',
      tempFileURL: '',
    })
    expect(await refusalOf(app().downloadFile({ fileID }))).toBe('INVALID_PARAM')
    expect((await app().deleteFile({ fileList: [fileID] })).fileList[0]?.code).toBe('INVALID_PARAM')
    const copied = await app().copyFile({ fileList: [{ srcPath: fileID, dstPath: 'b/a.txt' }] })
    expect(copied.fileList[0]?.code).toBe('INVALID_PARAM')
    expect(await isThere('a.txt')).toBe('SUCCESS')
  },
)

test.each([
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '..',
  '.%2e',
  '%00',
  'a%00.txt',
  '%252e%252e',
  'L2V0Yy9wYXNzd2Q',
  'Li4vLi4vZXRjL3Bhc3N3ZA',
])('the address %s leads out of nothing', async (address) => {
  for (const method of ['GET', 'PUT']) {
    const answer = await sendRaw(
      `${method} /storage/${address} HTTP/1.1\r\nhost: 127.0.0.1:${cloud.port}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`,
    )
    expect(answer).toMatch(/^HTTP\/1.1 4\d\d/)
  }
})

test('a link put in the place of a file is not followed, neither to read nor to write', async () => {
  const root = mkdtempSync(join(tmpdir(), 'cloud-links-'))
  const dataDir = join(root, 'data')
  const secret = join(root, 'secret.txt')
  writeFileSync(secret, 'no')
  const environment = { ...process.env }
  const kept = await startCloud({ dataDir, envId: 'local-test', collections: [] })
  Object.assign(process.env, kept.sdkEnvironment)
  try {
    const { fileID } = await upload('a.txt', 'ok')
    const [folder = ''] = readdirSync(join(dataDir, 'files'))
    const [name = ''] = readdirSync(join(dataDir, 'files', folder))
    rmSync(join(dataDir, 'files', folder, name))
    symlinkSync(secret, join(dataDir, 'files', folder, name))
    expect(await refusalOf(app().downloadFile({ fileID }))).toBe('STORAGE_REQUEST_FAIL')
    await upload('a.txt', 'again')
    expect(readFileSync(secret, 'utf8')).toBe('no')
    expect((await app().downloadFile({ fileID })).fileContent?.toString()).toBe('again')
  } finally {
    await kept.close()
    Object.assign(process.env, environment)
    rmSync(root, { recursive: true, force: true })
  }
})
