import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { verify } from '../../config/ledger'
import { giveTo, resident, desk } from '../capabilities/lovebank/members'
import { openTestCloud, type TestCloud } from '../support/cloud'

jest.setTimeout(120_000)
let folder: string
let world: TestCloud
beforeEach(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ledger-test-'))
  world = await openTestCloud({ dataDir: path.join(folder, 'data') })
})
afterEach(async () => {
  await world.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

const look = async (): Promise<{ holds: boolean; lines: string[] }> => {
  const lines: string[] = []
  const environment = { ...process.env }
  const holds = await verify(path.join(folder, 'data'), (line) => void lines.push(line))
  Object.assign(process.env, environment)
  return { holds, lines }
}

test('a ledger without a transfer holds', async () => {
  expect(await look()).toEqual({ holds: true, lines: ['0 个账户，0 笔，余额合计 0 分', '总账摘要 （空）'] })
})

test('a folder in use is looked through as it is: totals by kind and by account, and what they come to', async () => {
  await giveTo(world, resident, 7)
  await giveTo(world, desk, 4)
  await world.ask(desk, 'lovebank.reverseTransfer', {
    id: world.documents('transfers').find(({ after }) => after.available === 7)!._id,
    reason: '登记错了人',
  })
  const { holds, lines } = await look()
  expect(holds).toBe(true)
  expect(lines.slice(0, -1)).toEqual([
    '更正 2 笔，系统科目 -5.5 分',
    '冲正 1 笔，系统科目 3.5 分',
    '科目 adjusted -2 分',
    '2 个账户，3 笔，余额合计 2 分',
  ])
  expect(lines.at(-1)).toMatch(/^总账摘要 [0-9a-f]{64}$/)
})

test('the first broken link is printed, and the answer is no', async () => {
  await giveTo(world, resident, 7)
  await giveTo(world, resident, 4)
  const first = world.documents('transfers').find(({ sequence }) => sequence === 1)!
  const lines = first.lines.map((line) => ({ ...line, halfPoints: line.halfPoints * 2 }))
  await world.runtime.store.transact((tx) => tx.transfers.put({ ...first, lines }))
  const found = await look()
  expect(found).toEqual({
    holds: false,
    lines: [`账户 ${first.accountId} 第 1 笔 ${first._id}：内容被改动过`],
  })
})

test('a chain that was cut is found in the account', async () => {
  await giveTo(world, resident, 7)
  await giveTo(world, resident, 4)
  const last = world.documents('transfers').find(({ sequence }) => sequence === 2)!
  await world.runtime.store.transact((tx) => tx.transfers.remove(last._id))
  const { holds, lines } = await look()
  expect([holds, lines]).toEqual([false, [`账户 ${last.accountId} 记下的“笔数”与逐笔累计不符`]])
})
