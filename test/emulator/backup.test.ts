import { execFile } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import tcb from '@cloudbase/node-sdk'
import Libsql from 'libsql'
import { readBackup, startCloud, writeBackup, type Cloud } from '../../emulator'
import { bundleCloud } from '../support/cloud-process'
import { backup, restore } from '../../config/backup'

jest.setTimeout(60_000)

const root = mkdtempSync(join(tmpdir(), 'cloud-backup-'))
const data = join(root, 'data')
const collections = [
  { name: 'notes', indexes: [{ name: 'byN', fields: [['n', 1]] as const }] },
  { name: 'accounts', indexes: [] },
]
const start = (dataDir: string): Promise<Cloud> => startCloud({ dataDir, envId: 'local-test', collections })
const app = () => tcb.init({ env: 'local-test' })
const upload = (cloudPath: string, text: string) => app().uploadFile({ cloudPath, fileContent: Buffer.from(text) })
const refusal = (work: () => unknown): { code?: string; message?: string } => {
  try {
    work()
    return {}
  } catch (error) {
    return error as { code?: string; message?: string }
  }
}
/** Backs up from a process of its own, as `npm run backup` does, so that the cloud here goes on writing meanwhile. */
const writeElsewhere = (file: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const program = `require(${JSON.stringify(bundleCloud())}).writeBackup(${JSON.stringify(data)}, ${JSON.stringify(file)})`
    execFile(process.execPath, ['-e', program], (error) => (error ? reject(error) : resolve()))
  })
let serial = 0
const fresh = (name: string): string => join(root, `${name}-${serial++}`)

let cloud: Cloud
beforeAll(async () => {
  cloud = await start(data)
  Object.assign(process.env, cloud.sdkEnvironment)
  cloud.insertAll({
    notes: Array.from({ length: 500 }, (_, n) => ({
      _id: `n${n}`,
      n: n % 7 ? n : [n],
      at: new Date(n),
      text: '一件事 <b>',
    })),
    accounts: [
      { _id: 'a', points: 500 },
      { _id: 'b', points: 500 },
    ],
  })
  await upload('照片/a.jpg', 'first')
  await upload('照片/a.jpg', 'second')
})
afterAll(async () => {
  await cloud.close()
  rmSync(root, { recursive: true, force: true })
})

test('a backup of a running cloud, restored, has equal checksums of every collection and the same files', async () => {
  const file = fresh('backup')
  const before = writeBackup(data, file)
  const copy = fresh('restored')
  expect(readBackup(file, copy)).toEqual(before)
  const second = await start(copy)
  expect(second.readDocuments('notes')).toEqual(cloud.readDocuments('notes'))
  expect(writeBackup(copy, fresh('backup'))).toEqual(before)
  const environment = { ...process.env }
  Object.assign(process.env, second.sdkEnvironment)
  const { fileContent } = await app().downloadFile({ fileID: 'cloud://local-test.local/照片/a.jpg' })
  expect(fileContent?.toString()).toBe('second')
  Object.assign(process.env, environment)
  await second.close()
  expect(before.collections.map(({ name, documents }) => [name, documents])).toEqual([
    ['accounts', 2],
    ['notes', 500],
  ])
  expect(before.files.count).toBe(1)
})

test('what a backup that was cut off left behind is in nobody’s way', () => {
  const file = fresh('backup')
  for (const left of ['part', 'whole']) writeFileSync(`${file}.${left}`, 'half')
  expect(writeBackup(data, file).collections).toHaveLength(2)
  for (const left of ['part', 'whole']) expect(existsSync(`${file}.${left}`)).toBe(false)
})

test('a backup is one moment: transfers that run meanwhile are in it wholly or not at all', async () => {
  const db = app().database()
  let isOver = false
  let moved = 0
  const transfers = (async () => {
    for (let n = 0; !isOver; n++) {
      await db.runTransaction(async (transaction: Pick<typeof db, 'collection'>) => {
        await transaction
          .collection('accounts')
          .doc('a')
          .update({ points: db.command.inc(-1) })
        await transaction
          .collection('accounts')
          .doc('b')
          .update({ points: db.command.inc(1) })
      })
      const { fileID } = await upload(`${n}.txt`, 'x'.repeat(n))
      if (n % 3) await app().deleteFile({ fileList: [fileID] })
      moved++
    }
  })()
  const sums: number[] = []
  for (let round = 0; round < 3; round++) {
    const file = fresh('backup')
    const copy = fresh('restored')
    await writeElsewhere(file)
    readBackup(file, copy)
    const other = await start(copy)
    sums.push((other.readDocuments('accounts') as { points: number }[]).reduce((sum, { points }) => sum + points, 0))
    await other.close()
  }
  isOver = true
  await transfers
  expect(moved).toBeGreaterThan(5)
  expect(sums).toEqual([1000, 1000, 1000])
})

test('a damaged or foreign file is refused in one sentence, and nothing is touched', () => {
  const file = fresh('backup')
  writeBackup(data, file)
  const size = readFileSync(file).length
  const harmed = (name: string, harm: (copy: string) => void): string => {
    const copy = fresh(name)
    copyFileSync(file, copy)
    harm(copy)
    return copy
  }
  const foreign = fresh('foreign')
  const other = new Libsql(foreign)
  other.exec('CREATE TABLE mine (x)')
  other.close()
  const flip = (copy: string, what: string, to: string) => {
    const bytes = readFileSync(copy)
    bytes.write(to, bytes.indexOf(what))
    writeFileSync(copy, bytes)
  }
  const target = fresh('restored')
  for (const bad of [
    join(root, 'nothing-there'),
    foreign,
    harmed('empty', (copy) => truncateSync(copy, 0)),
    harmed('short', (copy) => truncateSync(copy, Math.floor(size / 2))),
    harmed('shorter', (copy) => truncateSync(copy, size - 10)),
    harmed('header', (copy) => flip(copy, 'backup 1', 'backup 2')),
    harmed('last byte', (copy) => truncateSync(copy, size - 1)),
    harmed('document', (copy) => flip(copy, '一件事', '二件事')),
    harmed('photo', (copy) => flip(copy, 'second', 'third!')),
    harmed('text', (copy) => writeFileSync(copy, 'not a backup at all '.repeat(500))),
  ]) {
    const { code, message } = refusal(() => restore(bad, target, () => undefined))
    expect([code, message]).toEqual(['BACKUP_REFUSED', expect.stringMatching(/^[^\n]+没有恢复任何内容。$/)])
    expect(existsSync(target)).toBe(false)
  }
})

test('restoring moves what was there aside, and refuses a folder in use or somebody else’s', async () => {
  const file = fresh('backup')
  const lines: string[] = []
  backup(file, data, (line) => lines.push(line))
  expect(refusal(() => restore(file, data, () => undefined)).code).toBe('FOLDER_IN_USE')
  const foreign = mkdtempSync(join(root, 'foreign-'))
  writeFileSync(join(foreign, 'thesis.txt'), 'mine')
  expect(refusal(() => restore(file, foreign, () => undefined)).code).toBe('FOLDER_NOT_OURS')
  expect(readFileSync(join(foreign, 'thesis.txt'), 'utf8')).toBe('mine')

  const target = fresh('restored')
  const old = await start(target)
  old.insertDocuments('notes', [{ _id: 'old' }])
  await old.close()
  const said: string[] = []
  restore(file, target, (line) => said.push(line))
  expect(said.slice(1, -1)).toEqual(lines.slice(0, -1))
  const aside = /旧数据已移到 (.*)$/.exec(said[0] ?? '')?.[1] ?? ''
  const kept = await start(aside)
  expect(kept.readDocuments('notes')).toEqual([{ _id: 'old' }])
  await kept.close()
})

test('a backup is never written over another file, nor from a folder without a cloud’s data', () => {
  const file = fresh('backup')
  writeFileSync(file, 'precious')
  expect(refusal(() => writeBackup(data, file)).code).toBe('BACKUP_REFUSED')
  expect(readFileSync(file, 'utf8')).toBe('precious')
  expect(refusal(() => writeBackup(root, fresh('backup'))).code).toBe('FOLDER_NOT_OURS')
  expect(refusal(() => writeBackup(data, join(root, 'no-such-folder', 'b'))).code).toBe('BACKUP_REFUSED')
})
