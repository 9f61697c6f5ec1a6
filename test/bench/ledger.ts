import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { init } from '@cloudbase/node-sdk'
import Libsql from 'libsql'
import { auditLedger } from '@cloud/runtime/audit-ledger'
import { collections } from '@cloud/store/collections'
import { ledgerDigest, memberOf, postTransfer } from '@cloud/runtime/ledger'
import { createStore, type Store } from '@cloud/store/store'
import { holderIdOf, newAccount, type Account } from '@/shared/domain/lovebank/account'
import { LedgerSums } from '@/shared/domain/lovebank/audit'
import { bankRules } from '@/shared/domain/lovebank/bank-rules'
import { entered } from '@/shared/domain/lovebank/chain'
import { award } from '@/shared/domain/lovebank/entries'
import type { Transfer } from '@/shared/domain/lovebank/transfer'
import { isRefusal } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import { startCloud } from '../../emulator'
import { openTestCloud } from '../support/cloud'
import { bundleCloud, startCloudProcess } from '../support/cloud-process'
import { asOf, longChain } from '../support/long-ledger'

const begin = Date.parse('2026-01-01T01:00:00.000Z')
const rounds = 7
const verifyRounds = 3
const callsPerPage = 100
const member = 'resident-grid-6'
const inFlight = 8
const rules = { ...bankRules, balanceMax: 1_000_000_000 }
const declared = Object.entries(collections).map(([name, { indexes }]) => ({ name, indexes }))
const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now()
  await work()
  return performance.now() - began
}

let serial = 0
/** One award to one of `members`, as a settled check-in makes it: account, transfer and note in one transaction. */
const awardTo = async (store: Store, members: number): Promise<void> => {
  const n = serial++
  const ownerId = `p-${n % members}`
  await store.transact(async (tx) => {
    const owner = { kind: 'person', ownerId, communityId: 'c-1' } as const
    const fresh = { accountId: `account-${members}-${n % members}`, salt: 'salt', now: begin }
    const member = await memberOf(tx, owner, fresh)
    const at = toInstant(begin + n * 1000)
    const draft = award(member.account, { id: `award-${n}`, halfPoints: 2, issuer: 'issuer:c-1', at }, rules)
    if (isRefusal(draft)) throw new Error(draft.refused)
    await postTransfer(tx, member, draft, { actorId: 'p-0', title: '捡拾', reason: null, subjectId: null })
  })
}

const inTurn = async (count: number, work: () => Promise<unknown>): Promise<void> => {
  let left = count
  const lane = async () => {
    while (left-- > 0) await work()
  }
  await Promise.all(Array.from({ length: inFlight }, lane))
}

/** The same double entry straight in SQL: what a ledger costs that speaks to its engine without a cloud between. */
const openBare = (folder: string) => {
  const database = new Libsql(path.join(folder, 'bare.db'))
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    CREATE TABLE accounts (_id TEXT PRIMARY KEY, doc TEXT); CREATE TABLE transfers (_id TEXT PRIMARY KEY, account TEXT, n INTEGER, doc TEXT);
    CREATE UNIQUE INDEX chain ON transfers (account, n); CREATE TABLE notes (_id TEXT PRIMARY KEY, doc TEXT)`)
  const get = database.prepare('SELECT doc FROM accounts WHERE _id = ?')
  const put = database.prepare('INSERT OR REPLACE INTO accounts VALUES (?, ?)')
  const add = database.prepare('INSERT INTO transfers VALUES (?, ?, ?, ?)')
  const note = database.prepare('INSERT INTO notes VALUES (?, ?)')
  return (members: number): void => {
    const n = serial++
    const id = `account-${n % members}`
    const at = toInstant(begin + n * 1000)
    database.transaction(() => {
      const found = get.get([id]) as { doc: string } | undefined
      const account = found ? (JSON.parse(found.doc) as Account) : newAccount(id, 'c-1', at)
      const draft = award(account, { id: `award-${n}`, halfPoints: 2, issuer: 'issuer:c-1', at }, rules)
      if (isRefusal(draft)) throw new Error(draft.refused)
      const next = entered(account, draft, {
        noteDigest: ledgerDigest('note'),
        today: '2026-01-01',
        digest: ledgerDigest,
      })
      put.run([id, JSON.stringify(next.account)])
      add.run([next.transfer._id, id, next.transfer.sequence, JSON.stringify(next.transfer)])
      note.run([next.transfer._id, '{}'])
    })()
  }
}

const storeOn = (environment: Record<string, string>, envId: string): Store => {
  Object.assign(process.env, environment, { SILENCE: 'true' })
  return createStore({
    database: init({ env: envId }).database(),
    random: Math.random,
    elapsed: () => performance.now(),
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  })
}

const transfersPerSecond = async (folder: string): Promise<void> => {
  bundleCloud()
  const cloud = await startCloudProcess(path.join(folder, 'wire'), declared)
  try {
    const store = storeOn(cloud.environment, 'local-test')
    const bare = openBare(folder)
    for (const [what, members, count] of [
      ['1,000 members', 1000, 400],
      ['one member, eight at once', 1, 60],
    ] as const) {
      const times = { cloud: [] as number[], bare: [] as number[] }
      await inTurn(count, () => awardTo(store, members))
      for (let round = 0; round < rounds; round++) {
        times.bare.push((await timed(async () => Array.from({ length: count }, () => bare(members)))) / count)
        times.cloud.push((await timed(() => inTurn(count, () => awardTo(store, members)))) / count)
      }
      const [ours, theirs] = [median(times.cloud), median(times.bare)]
      console.log(
        `${what.padEnd(28)} ${(1000 / ours).toFixed(0).padStart(6)} transfers/s   straight in SQL ${(1000 / theirs).toFixed(0).padStart(6)}   ${(theirs / ours).toFixed(2)}×`,
      )
    }
  } finally {
    await cloud.kill()
  }
}

const megabytes = (): number => process.memoryUsage().rss / 1024 / 1024

/** Transfers of one member in the long ledger, and members loaded in one go. */
const each = 1000
const loadedAtOnce = 10

/** Writes a ledger of so many transfers into a folder of the local cloud, by its own loader; in a process of its own, which takes its memory along. */
export async function load(folder: string, transfers: number): Promise<void> {
  const cloud = await startCloud({ dataDir: folder, envId: 'local-test', collections: declared })
  const chain = longChain(each)
  const accounts = Math.ceil(transfers / each)
  for (let at = 0; at < accounts; at += loadedAtOnce) {
    const some = Array.from({ length: Math.min(loadedAtOnce, accounts - at) }, (_, n) => asOf(chain, at + n))
    cloud.insertAll({ accounts: some.map(({ account }) => account), transfers: some.flatMap((one) => one.transfers) })
  }
  await cloud.close()
}

/** Sums that note what the process needs on the way. */
class WatchedSums extends LedgerSums {
  readonly notes: string[] = []
  private taken = 0

  constructor(private readonly whole: number) {
    super()
  }

  override take(transfer: Transfer): void {
    super.take(transfer)
    this.taken++
    for (const percent of [10, 50, 100])
      if (this.taken === Math.floor((this.whole * percent) / 100))
        this.notes.push(`${percent} %: ${megabytes().toFixed(0)} MB`)
  }
}

/** The same pages read, parsed and hashed, and nothing made of them. */
const readOnly = async (store: Store, accounts: number): Promise<void> => {
  const lanes = 4
  for (let at = 0; at < accounts; at += lanes)
    await Promise.all(
      Array.from({ length: Math.min(lanes, accounts - at) }, async (_, lane) => {
        const accountId = `account-${String(at + lane).padStart(7, '0')}`
        const page = await store.transfers.list({
          where: { accountId, sequence: { after: 0, before: each + 1 } },
          orderBy: [['sequence', 'asc']],
          limit: 1000,
        })
        for (const one of page) createHash('sha256').update(JSON.stringify(one)).digest('hex')
      }),
    )
}

const verifying = async (folder: string, transfers: number): Promise<void> => {
  const data = path.join(folder, 'long')
  const accounts = Math.ceil(transfers / each)
  const loadMs = await timed(async () => {
    const words = `require(${JSON.stringify(__filename)}).load(${JSON.stringify(data)}, ${transfers})`
    execFileSync(process.execPath, ['-e', words], { stdio: 'inherit' })
  })
  console.log(`${accounts * each} transfers of ${accounts} members loaded in ${(loadMs / 1000).toFixed(0)} s`)
  const cloud = await startCloudProcess(data, declared)
  console.log(`the cloud is ready with them after ${(cloud.readyMs / 1000).toFixed(1)} s`)
  try {
    const store = storeOn(cloud.environment, 'local-test')
    const ratios: number[] = []
    for (let round = 0; round < verifyRounds; round++) {
      const bareMs = await timed(() => readOnly(store, accounts))
      const sums = new WatchedSums(accounts * each)
      const found: { broken: unknown; accounts: number }[] = []
      const ourMs = await timed(async () => void found.push(await auditLedger(store, sums)))
      if (found[0]?.broken || found[0]?.accounts !== accounts) throw new Error(JSON.stringify(found))
      ratios.push(bareMs / ourMs)
      console.log(
        `verify ${accounts * each} transfers       ${(ourMs / 1000).toFixed(1)} s, bare loop ${(bareMs / 1000).toFixed(1)} s   ${(bareMs / ourMs).toFixed(2)}×   memory ${sums.notes.join(', ')}`,
      )
    }
    const speed = median(ratios)
    console.log(`verify against the bare loop  ${speed.toFixed(2)}×  (bound ≥ 0.5×)${speed >= 0.5 ? '' : '  OVER'}`)
  } finally {
    await cloud.kill()
  }
}

const share = (numbers: readonly number[], of: number): string =>
  [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * of))]!.toFixed(1)

/** The statement of somebody with ten thousand entries, page by page through the capability, as their telephone asks for it. */
const readingStatement = async (entries: number): Promise<void> => {
  const world = await openTestCloud()
  try {
    const { account, transfers } = longChain(entries)
    const owner = { kind: 'person', ownerId: member } as const
    const { communityId, openedAt, _id: accountId } = account
    world.cloud.insertAll({
      holders: [{ _id: holderIdOf('person', member), communityId, accountId, ...owner, salt: 's', openedAt }],
      accounts: [account],
      transfers,
      transferNotes: transfers.map(({ _id }) => ({
        ...{ _id, accountId, communityId, actorId: member },
        ...{ title: '捡拾垃圾', reason: null, subjectId: null },
      })),
    })
    const pageAt = (cursor: string | undefined) =>
      world.ask(member, 'lovebank.listStatement', { kind: 'person', cursor })
    const cursors: (string | undefined)[] = [undefined]
    let seen = 0
    const allMs = await timed(async () => {
      for (let at = 0; at < cursors.length; at++) {
        const { entries: page, next } = await pageAt(cursors[at])
        seen += page.length
        if (next) cursors.push(next)
      }
    })
    if (seen !== entries) throw new Error(`${seen} of ${entries} entries were shown`)
    console.log(
      `statement of ${entries} entries   ${cursors.length} pages, all of them in ${(allMs / 1000).toFixed(1)} s`,
    )
    const places = [
      ['first', 0],
      ['middle', cursors.length >> 1],
      ['last', cursors.length - 1],
    ] as const
    const times = new Map(places.map(([name]) => [name, [] as number[]]))
    for (let call = 0; call < callsPerPage; call++)
      for (const [name, at] of places) times.get(name)!.push(await timed(() => pageAt(cursors[at])))
    for (const [name, at] of places) {
      world.countRequests()
      await pageAt(cursors[at])
      const spent = times.get(name)!
      console.log(
        `${name.padEnd(8)} page               p50 ${share(spent, 0.5)} ms, p95 ${share(spent, 0.95)} ms, ${world.countRequests()} requests`,
      )
    }
  } finally {
    await world.close()
  }
}

/** Prints transfers per second beside plain SQL, a long statement by page, and verifying beside a bare loop. `BENCH_TRANSFERS` makes the ledger another length than a million. */
export async function run(): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-ledger-'))
  try {
    await transfersPerSecond(folder)
    await readingStatement(10_000)
    await verifying(folder, Number(process.env.BENCH_TRANSFERS ?? 1_000_000))
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
