import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { checkLedgers } from '@cloud/jobs/check-ledgers'
import { ledgerDigest } from '@cloud/runtime/ledger'
import { sampleCommunity } from '@cloud/sample'
import { stageOf } from '@cloud/sample/history/stage'
import { lovingYear } from '@cloud/sample/year'
import { dayOf } from '@/shared/kernel/time'
import { verify } from '../../../config/ledger'
import { morning, openTestCloud, type TestCloud } from '../../support/cloud'
import { unexplained } from '../../support/statement'
import { chanceOf } from '../../support/trust'
import { desk } from './members'

jest.setTimeout(240_000)
const seed = Number(process.env.SEED ?? 20261127)
const today = dayOf(morning)
const { documents: ground } = sampleCommunity(today)
const stage = stageOf(ground, 'xinsheng', (file) => `cloud://test.local/${file}`)
const year = lovingYear(ground, stage, today, ledgerDigest, { volunteers: 400, redemptionsADay: 5 })
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'year-test-'))
let world: TestCloud

beforeAll(async () => {
  world = await openTestCloud({ dataDir: path.join(folder, 'data') })
  const { persons, ...documents } = year.documents
  const known = new Set(world.documents('persons').map(({ openid }) => openid))
  for (const person of persons)
    if (person.openid && !known.has(person.openid))
      await world.runtime.store.persons.updateWhere({ _id: person._id }, { openid: person.openid })
  world.cloud.insertAll(documents)
})
afterAll(async () => {
  await world.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

type Owner = { kind: 'person' | 'family'; ownerId: string }
const wholeStatement = async (owner: Owner) => {
  const entries = []
  let cursor: string | undefined
  do {
    const page = await world.ask(desk, 'lovebank.listMemberStatement', { ...owner, cursor })
    entries.push(...page.entries)
    cursor = page.next
  } while (cursor)
  return entries
}

test('of twenty members drawn by the seed, families among them, each statement explains its balance line by line', async () => {
  const random = chanceOf(seed, 0)
  const holders = [...year.documents.holders].sort((a, b) => (a._id < b._id ? -1 : 1))
  const families = holders.filter(({ kind }) => kind === 'family')
  const drawn = Array.from({ length: 20 }, (_, n) => {
    const among = n < 4 ? families : holders
    return among[Math.floor(random() * among.length)]!
  })
  let lines = 0
  for (const { kind, ownerId } of drawn) {
    const { account } = await world.ask(desk, 'lovebank.getMember', { kind, ownerId })
    const entries = await wholeStatement({ kind, ownerId })
    lines += entries.length
    expect([ownerId, unexplained(entries, account)]).toEqual([ownerId, []])
    // One line left out is seen.
    if (entries.length > 1) expect(unexplained(entries.slice(1), account)).not.toEqual([])
  }
  expect(lines).toBeGreaterThan(150)
})

test('members see the same of themselves: hours, what they signed up for and set aside', async () => {
  const { ownerId } = year.documents.holders.find(({ ownerId: id }) => id === 'resident-grid-6')!
  const hours = await world.ask(ownerId, 'activities.getMyHours', {})
  const own = year.documents.participations.filter(({ personId }) => personId === ownerId)
  expect(hours).toMatchObject({
    times: own.length,
    counted: own.reduce((sum, { counted }) => sum + counted, 0),
    honour: own.reduce((sum, { honour }) => sum + honour, 0),
  })
  const { signups } = await world.ask(ownerId, 'activities.listMySignups', { when: 'past' })
  expect(signups.length).toBeGreaterThan(0)
  expect(signups.some(({ participation }) => participation !== null)).toBe(true)
})

test('the books of the last thirty nights add up, and tonight finds nothing wrong', async () => {
  const { store, files } = world.runtime
  const before = await world.ask(desk, 'lovebank.getBooks', {})
  expect(before.days).toHaveLength(30)
  world.clock.now += 86_400_000
  await checkLedgers({ store, files, now: world.clock.now })
  const { last } = await world.ask(desk, 'lovebank.getBooks', {})
  expect(last).toMatchObject({ state: 'sound', problem: null, head: before.last!.head })
  const { issued, adjusted, captured, expired, outstanding } = last!
  expect(issued + adjusted - captured - expired).toBe(outstanding)
  expect(issued).toBeGreaterThan(10_000)
})

test('`npm run ledger -- verify` is content with it', async () => {
  const lines: string[] = []
  const environment = { ...process.env }
  const holds = await verify(path.join(folder, 'data'), (line) => void lines.push(line))
  Object.assign(process.env, environment)
  expect([holds, lines.at(-1)]).toEqual([true, expect.stringMatching(/^总账摘要 [0-9a-f]{64}$/)])
})
