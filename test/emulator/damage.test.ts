import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import tcb from '@cloudbase/node-sdk'
import Libsql from 'libsql'
import { startCloud, writeBackup, type Cloud } from '../../emulator'
import { parseStored } from '../../emulator/database/ejson'
import { bundleCloud, type NotOpened, startCloudProcess } from '../support/cloud-process'
import { point } from '../support/kill-lane'
import { refusalOf } from './cloud'

jest.setTimeout(60_000)

const root = mkdtempSync(join(tmpdir(), 'cloud-damage-'))
const collections = [{ name: 'notes', indexes: [] }]
const lines: string[] = []
const start = (dataDir: string): Promise<Cloud> =>
  startCloud({ dataDir, envId: 'local-test', collections, log: (line) => lines.push(line) })
const sentence = /^[^\n]*[\u4e00-\u9fff][^\n]*。$/

/** A folder as kill -9 leaves it, with `count` acknowledged notes, most of them still in the log. */
const killedWith = async (name: string, count: number): Promise<string> => {
  const dataDir = join(root, name)
  const cloud = await startCloudProcess(dataDir, collections)
  const notes = point(cloud.environment).collection('notes')
  for (let n = 0; n < count; n++) await notes.add({ _id: `n${n}`, text: 'x'.repeat(2000) })
  await cloud.kill()
  return dataDir
}
const refusal = async (dataDir: string): Promise<{ code: string; message: string }> =>
  start(dataDir).then(
    async (cloud) => (await cloud.close(), { code: 'opened', message: '' }),
    (error: { code: string; message: string }) => error,
  )

beforeAll(() => void bundleCloud())
afterAll(() => rmSync(root, { recursive: true, force: true }))

test('the half of a write that was never acknowledged is dropped, and everything before it is there', async () => {
  const dataDir = await killedWith('torn', 20)
  const log = join(dataDir, 'documents.db-wal')
  writeFileSync(log, Buffer.concat([readFileSync(log), Buffer.alloc(3000, 7)]))
  const cloud = await start(dataDir)
  expect(cloud.readDocuments('notes')).toHaveLength(20)
  await cloud.close()
})

test.each([
  ['cut short', (log: string) => truncateSync(log, statSync(log).size - 5000)],
  ['damaged in the middle', (log: string) => overwrite(log, Math.floor(statSync(log).size / 2))],
  ['deleted', (log: string) => rmSync(log)],
])(
  'a log that was %s loses acknowledged writes, so the folder is refused by name, again and again, and left alone',
  async (how, harm) => {
    const dataDir = await killedWith(`log-${how}`, 20)
    const log = join(dataDir, 'documents.db-wal')
    harm(log)
    const before = ['documents.db', 'documents.db-wal', 'commits'].map((name) => contentOf(join(dataDir, name)))
    for (let attempt = 0; attempt < 2; attempt++) {
      const { code, message } = await refusal(dataDir)
      expect([code, message]).toEqual(['DATA_DAMAGED', expect.stringMatching(sentence)])
      expect(message).toMatch(/缺少最近 \d+ 次已确认的写入/)
    }
    if (how !== 'deleted')
      expect(['documents.db', 'documents.db-wal', 'commits'].map((name) => contentOf(join(dataDir, name)))).toEqual(
        before,
      )
  },
)

test('a database that is gone, short, or no database is refused, never begun anew', async () => {
  const dataDir = join(root, 'gone')
  const cloud = await start(dataDir)
  cloud.insertDocuments(
    'notes',
    Array.from({ length: 2000 }, (_, n) => ({ _id: `n${n}`, text: 'x'.repeat(200) })),
  )
  await cloud.close()
  const database = join(dataDir, 'documents.db')
  copyFileSync(database, join(root, 'whole.db'))
  for (const harm of [
    () => rmSync(database),
    () => truncateSync(database, 0),
    () => truncateSync(database, 100_000),
    () => writeFileSync(database, 'no database'.repeat(1000)),
  ]) {
    harm()
    const { code, message } = await refusal(dataDir)
    expect([code, message]).toEqual(['DATA_DAMAGED', expect.stringMatching(sentence)])
    copyFileSync(join(root, 'whole.db'), database)
  }
  expect((await refusal(dataDir)).code).toBe('opened')
})

test('a first start that was cut off before anything was stored is simply done again', async () => {
  const dataDir = mkdtempSync(join(root, 'first-'))
  writeFileSync(join(dataDir, 'local-cloud.json.1'), '{"ki')
  expect((await refusal(dataDir)).code).toBe('opened')
})

test('a file whose bytes are missing or short is named at the start, and refused instead of served short', async () => {
  const dataDir = join(root, 'photo')
  const first = await start(dataDir)
  Object.assign(process.env, first.sdkEnvironment)
  const app = () => tcb.init({ env: 'local-test' })
  const { fileID } = await app().uploadFile({ cloudPath: 'a.jpg', fileContent: Buffer.alloc(5000, 1) })
  await first.close()
  const [folder = ''] = readdirSync(join(dataDir, 'files'))
  const [file = ''] = readdirSync(join(dataDir, 'files', folder))
  truncateSync(join(dataDir, 'files', folder, file), 1000)
  lines.length = 0
  const second = await start(dataDir)
  Object.assign(process.env, second.sdkEnvironment)
  expect(lines).toEqual([expect.stringMatching(/a\.jpg.*不完整/)])
  expect(await refusalOf(app().downloadFile({ fileID }))).toBe('STORAGE_REQUEST_FAIL')
  await second.close()
})

test('an upload that was cut off leaves nothing behind, and the file it was to replace stays', async () => {
  const dataDir = join(root, 'orphan')
  const first = await start(dataDir)
  Object.assign(process.env, first.sdkEnvironment)
  await tcb.init({ env: 'local-test' }).uploadFile({ cloudPath: 'a.txt', fileContent: Buffer.from('old') })
  await first.close()
  const [folder = ''] = readdirSync(join(dataDir, 'files'))
  writeFileSync(join(dataDir, 'files', folder, 'f'.repeat(64)), 'bytes nobody was told of')
  await (await start(dataDir)).close()
  expect(readdirSync(join(dataDir, 'files', folder))).toHaveLength(1)
})

test('a disk that is full refuses the write in one sentence and keeps what it has; with room again it goes on', async () => {
  const dataDir = join(root, 'full')
  const megabytes = 2
  const cloud = await startCloudProcess(dataDir, collections, { shell: `trap '' XFSZ; ulimit -f ${megabytes * 2048}` })
  const notes = point(cloud.environment).collection('notes')
  const kept: string[] = []
  let refused: { code?: string; message?: string } | undefined
  for (let n = 0; !refused && n < 2000; n++)
    await notes.add({ _id: `n${n}`, text: 'x'.repeat(20_000) }).then(
      () => kept.push(`n${n}`),
      (error: { code?: string; message?: string }) => (refused = error),
    )
  expect([refused?.code, refused?.message]).toEqual([
    'DATABASE_REQUEST_FAILED',
    expect.stringMatching(/磁盘写不下了.*没有保存/),
  ])
  expect(kept.length).toBeGreaterThan(50)
  expect((await notes.count()).total).toBe(kept.length)
  expect(cloud.words().match(/磁盘写不下了/g)).toHaveLength(1)
  await refusalOf(notes.add({ _id: 'again', text: 'x'.repeat(20_000) }))
  expect(cloud.words().match(/磁盘写不下了/g)).toHaveLength(1)
  await cloud.kill()
  const after = await start(dataDir)
  Object.assign(process.env, after.sdkEnvironment)
  expect((after.readDocuments('notes') as { _id: string }[]).map(({ _id }) => _id)).toEqual(kept)
  await point().collection('notes').add({ _id: 'room' })
  await after.close()
})

test('of two processes that open one folder at the same moment, exactly one gets it', async () => {
  for (let round = 0; round < 3; round++) {
    const dataDir = join(root, `race-${round}`)
    const tried = await Promise.allSettled(Array.from({ length: 3 }, () => startCloudProcess(dataDir, collections)))
    const refused = tried.flatMap((one) => (one.status === 'rejected' ? [one.reason as NotOpened] : []))
    expect(refused.map(({ code }) => code)).toEqual(['FOLDER_IN_USE', 'FOLDER_IN_USE'])
    expect(refused[0]?.message).toMatch(sentence)
    for (const one of tried) if (one.status === 'fulfilled') await one.value.kill()
  }
})

const overwrite = (file: string, at: number): void => {
  const bytes = readFileSync(file)
  bytes.fill(9, at, at + 100)
  writeFileSync(file, bytes)
}
const contentOf = (file: string): string => (existsSync(file) ? readFileSync(file).toString('base64') : 'none')

/** Changes bytes of a stored document on the disk, where SQLite's own checks do not look. */
const scratch = (dataDir: string, from: string, to: Buffer): void => {
  const file = join(dataDir, 'documents.db')
  const bytes = readFileSync(file)
  const at = bytes.indexOf(from)
  expect(at).toBeGreaterThan(0)
  to.copy(bytes, at)
  writeFileSync(file, bytes)
}

test.each([
  ['a figure that became another', '12345', Buffer.from('12305')],
  ['a text that is no JSON any more', '"mark"', Buffer.from('"mark!')],
  ['a text that got a line break', '"mark"', Buffer.from('"mar\n"')],
  ['a text that is not UTF-8 any more', '楼道', Buffer.from([0xff])],
])('%s is named at the start and by a backup, and nothing is touched', async (_what, from, to) => {
  const dataDir = mkdtempSync(join(root, 'bit-'))
  const cloud = await start(dataDir)
  cloud.insertDocuments(
    'notes',
    Array.from({ length: 2000 }, (_, n) => ({
      _id: `n${n}`,
      points: n === 1234 ? 12345 : 7,
      ...(n === 1234 ? { mark: '楼道' } : {}),
    })),
  )
  await cloud.close()
  const whole = readFileSync(join(dataDir, 'documents.db'))
  scratch(dataDir, from, to)
  const before = contentOf(join(dataDir, 'documents.db'))
  const { code, message } = await refusal(dataDir)
  expect([code, message]).toEqual(['DATA_DAMAGED', expect.stringMatching(/notes 的文档 n1234/)])
  expect(message).toMatch(sentence)
  expect(contentOf(join(dataDir, 'documents.db'))).toBe(before)
  expect(() => writeBackup(dataDir, `${dataDir}.backup`)).toThrow(/notes 的文档 n1234/)
  expect(existsSync(`${dataDir}.backup`)).toBe(false)
  writeFileSync(join(dataDir, 'documents.db'), whole)
  expect((await refusal(dataDir)).code).toBe('opened')
})

test('data of an earlier version, without sums, opens as it is, and has them once it is written', async () => {
  const dataDir = mkdtempSync(join(root, 'old-'))
  const cloud = await start(dataDir)
  cloud.insertDocuments('notes', [{ _id: 'a', points: 12345 }])
  await cloud.close()
  const database = new Libsql(join(dataDir, 'documents.db'))
  database.exec('ALTER TABLE "c:notes" DROP COLUMN sum')
  database.close()
  writeFileSync(join(dataDir, 'local-cloud.json'), '{"kind":"cloudbase-local","version":1}')
  const second = await start(dataDir)
  Object.assign(process.env, second.sdkEnvironment)
  expect((await point().collection('notes').doc('a').update({ points: 54321 })).updated).toBe(1)
  await second.close()
  expect(JSON.parse(readFileSync(join(dataDir, 'local-cloud.json'), 'utf8'))).toMatchObject({ version: 2 })
  scratch(dataDir, '54321', Buffer.from('54320'))
  expect((await refusal(dataDir)).code).toBe('DATA_DAMAGED')
})

test('a document the disk changed under a running cloud is refused by its name, not read wrong', () => {
  expect(() => parseStored('{"_id":"a1","n":1,,}')).toThrow(/"a1" is damaged/)
})
