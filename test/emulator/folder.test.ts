import { existsSync, mkdirSync, mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import tcb from '@cloudbase/node-sdk'
import { isDataFolder, isFolderInUse, startCloud, type Cloud } from '../../emulator'
import { refusalOf } from './cloud'

const root = mkdtempSync(join(tmpdir(), 'cloud-'))
const collections = [{ name: 'notes', indexes: [{ name: 'byN', fields: [['n', 1]] as const }] }]
const start = (dataDir: string, port = 0): Promise<Cloud> =>
  startCloud({ dataDir, envId: 'local-test', collections, port })

test('documents, files, the moved clock and given tokens outlive the process', async () => {
  const dataDir = join(root, 'kept')
  const first = await start(dataDir)
  Object.assign(process.env, first.sdkEnvironment)
  first.insertDocuments('notes', [{ _id: 'a', n: 1, at: new Date(5) }])
  const { fileID } = await tcb
    .init({ env: 'local-test' })
    .uploadFile({ cloudPath: 'a.txt', fileContent: Buffer.from('hello') })
  first.setClock(Date.parse('2035-01-01T00:00:00Z'))
  await first.close()
  const second = await start(dataDir)
  Object.assign(process.env, second.sdkEnvironment)
  expect(second.readDocuments('notes')).toEqual([{ _id: 'a', n: 1, at: new Date(5) }])
  expect(new Date(second.now()).toISOString()).toMatch(/^2035-01-01/)
  expect((await tcb.init({ env: 'local-test' }).downloadFile({ fileID })).fileContent?.toString()).toBe('hello')
  await second.close()
})

test('a folder is for one cloud at a time, in this process too, and free again after it', async () => {
  const dataDir = join(root, 'locked')
  const cloud = await start(dataDir)
  expect(isFolderInUse(dataDir)).toBe(true)
  expect(await refusalOf(start(dataDir))).toBe('FOLDER_IN_USE')
  await cloud.close()
  expect(isFolderInUse(dataDir)).toBe(false)
  await (await start(dataDir)).close()
})

test('a folder that is not ours, not writable, or damaged is refused and left alone', async () => {
  const foreign = join(root, 'foreign')
  mkdirSync(foreign)
  writeFileSync(join(foreign, 'thesis.txt'), 'mine')
  expect(await refusalOf(start(foreign))).toBe('FOLDER_NOT_OURS')
  expect([isDataFolder(foreign), readFileSync(join(foreign, 'thesis.txt'), 'utf8')]).toEqual([false, 'mine'])
  expect(await refusalOf(start(join(foreign, 'thesis.txt')))).toBe('FOLDER_NOT_WRITABLE')

  const damaged = join(root, 'damaged')
  const cloud = await start(damaged)
  cloud.insertDocuments(
    'notes',
    Array.from({ length: 3000 }, (_unused, n) => ({ _id: `n${n}`, n, text: 'x'.repeat(100) })),
  )
  await cloud.close()
  expect(isDataFolder(damaged)).toBe(true)
  truncateSync(join(damaged, 'documents.db'), 100_000)
  expect(await refusalOf(start(damaged))).toBe('DATA_DAMAGED')
  writeFileSync(join(damaged, 'documents.db'), 'not a database at all, but long enough to be looked at '.repeat(100))
  expect(await refusalOf(start(damaged))).toBe('DATA_DAMAGED')
})

test('a taken port is named before anything is on the disk; with the folder in use too, that is what is said', async () => {
  const dataDir = join(root, 'port-a')
  const holder = await start(dataDir)
  expect(await refusalOf(start(join(root, 'port-b'), holder.port))).toBe('PORT_TAKEN')
  expect(existsSync(join(root, 'port-b'))).toBe(false)
  expect(await refusalOf(start(dataDir, holder.port))).toBe('FOLDER_IN_USE')
  await holder.close()
  await (await start(join(root, 'port-b'))).close()
})

test('indexes may come and go between starts without losing a document', async () => {
  const dataDir = join(root, 'indexes')
  const first = await start(dataDir)
  first.insertDocuments('notes', [
    { _id: 'a', n: [1, 2], m: 'x' },
    { _id: 'b', n: 1, m: ['x'] },
  ])
  await first.close()
  const changed = [{ name: 'notes', indexes: [{ name: 'byM', fields: [['m', 1]] as const }] }]
  const second = await startCloud({ dataDir, envId: 'local-test', collections: changed })
  Object.assign(process.env, second.sdkEnvironment)
  const notes = tcb.init({ env: 'local-test' }).database().collection('notes')
  expect((await notes.where({ m: 'x' }).count()).total).toBe(2)
  expect((await notes.where({ n: 1 }).count()).total).toBe(2)
  await second.close()
})
