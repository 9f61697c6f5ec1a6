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
import { newAccount, type Account } from '@/shared/domain/lovebank/account'
import { LedgerSums } from '@/shared/domain/lovebank/audit'
import { bankRules } from '@/shared/domain/lovebank/bank-rules'
import { canonicalText, entered } from '@/shared/domain/lovebank/chain'
import { award } from '@/shared/domain/lovebank/entries'
import type { Transfer } from '@/shared/domain/lovebank/transfer'
import { isRefusal } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import { startCloud } from '../../emulator'
import { bundleCloud, startCloudProcess } from '../support/cloud-process'

const begin = Date.parse('2026-01-01T01:00:00.000Z')
const rounds = 7
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

/** A ledger as long as one likes: `accounts` members who earned the same number of times. */
const history = (accounts: number, transfers: number) => {
  const each = Math.floor(transfers / accounts)
  return Array.from({ length: accounts }, (_, who) => {
    let account = newAccount(`account-${String(who).padStart(6, '0')}`, 'c-1', toInstant(begin))
    const chain: Transfer[] = []
    for (let n = 0; n < each; n++) {
      const at = toInstant(begin + Math.floor((n / each) * 600) * 86_400_000)
      const draft = award(account, { id: `a-${who}-${n}`, halfPoints: 1, issuer: 'issuer:c-1', at }, rules)
      if (isRefusal(draft)) throw new Error(draft.refused)
      const next = entered(account, draft, { noteDigest: 'n', today: at.slice(0, 10), digest: ledgerDigest })
      account = next.account
      chain.push(next.transfer)
    }
    return { account, chain }
  })
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

const readingAndVerifying = async (transfers: number): Promise<void> => {
  const cloud = await startCloud({ dataDir: null, envId: 'bench-ledger', collections: declared })
  try {
    const long = history(1, 10_000)
    const accounts = Math.max(1, transfers / 1000)
    for (let at = 0; at < accounts; at += 50) {
      const some = history(Math.min(50, accounts - at), 1000 * Math.min(50, accounts - at))
      const renamed = some.map(({ account, chain }, n) => ({ account, chain, place: at + n }))
      for (const { account, chain, place } of renamed) {
        const id = `account-${String(place).padStart(6, '0')}`
        let head = ''
        const moved = chain.map((one, n) => {
          const sealed = { ...one, _id: `t-${place}-${n}`, accountId: id, previousHash: head }
          head = ledgerDigest(canonicalText(sealed))
          return { ...sealed, hash: head }
        })
        cloud.insertDocuments('accounts', [{ ...account, _id: id, head }])
        cloud.insertDocuments('transfers', moved)
      }
    }
    const store = storeOn(cloud.sdkEnvironment, 'bench-ledger')
    const before = megabytes()
    let peak = 0
    const watch = setInterval(() => (peak = Math.max(peak, megabytes())), 50)
    const ratios: number[] = []
    for (let round = 0; round < 3; round++) {
      // The same pages read, parsed and hashed, and nothing made of them.
      const bareMs = await timed(async () => {
        for (let at = 0; at < accounts; at += 4)
          await Promise.all(
            [0, 1, 2, 3].map(async (lane) => {
              const accountId = `account-${String(at + lane).padStart(6, '0')}`
              const page = await store.transfers.list({
                where: { accountId, sequence: { after: 0, before: 1001 } },
                orderBy: [['sequence', 'asc']],
                limit: 1000,
              })
              for (const one of page) createHash('sha256').update(JSON.stringify(one)).digest('hex')
            }),
          )
      })
      const report = { value: null as Awaited<ReturnType<typeof auditLedger>> | null }
      const ourMs = await timed(async () => (report.value = await auditLedger(store, new LedgerSums())))
      if (report.value?.broken || report.value?.accounts !== accounts) throw new Error(JSON.stringify(report.value))
      ratios.push(bareMs / ourMs)
      console.log(
        `verify ${transfers} transfers       ${(ourMs / 1000).toFixed(1)} s, bare loop ${(bareMs / 1000).toFixed(1)} s   ${(bareMs / ourMs).toFixed(2)}×`,
      )
    }
    clearInterval(watch)
    const speed = median(ratios)
    console.log(`verify against the bare loop  ${speed.toFixed(2)}×  (bound ≥ 0.5×)${speed >= 0.5 ? '' : '  OVER'}`)
    console.log(
      `memory while verifying        ${before.toFixed(0)} MB before, ${peak.toFixed(0)} MB at most, the ledger itself in this process included`,
    )
    const [{ account, chain } = { account: newAccount('x', 'c', ''), chain: [] as Transfer[] }] = long
    cloud.insertDocuments('accounts', [{ ...account, _id: 'account-long' }])
    cloud.insertDocuments(
      'transfers',
      chain.map((one) => ({ ...one, accountId: 'account-long' })),
    )
    const page = (from: number) =>
      store.transfers.list({
        where: { accountId: 'account-long', sequence: { before: from } },
        orderBy: [['sequence', 'desc']],
        limit: 21,
      })
    await page(10_001)
    const first: number[] = []
    const last: number[] = []
    for (let round = 0; round < 21; round++) {
      first.push(await timed(() => page(10_001)))
      last.push(await timed(() => page(30)))
    }
    console.log(
      `statement of 10,000 entries   first page ${median(first).toFixed(2)} ms, last page ${median(last).toFixed(2)} ms`,
    )
  } finally {
    await cloud.close()
  }
}

/** Prints transfers per second beside plain SQL, and verifying beside a bare loop. `BENCH_TRANSFERS` makes the ledger another length than a million. */
export async function run(): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-ledger-'))
  try {
    await transfersPerSecond(folder)
    await readingAndVerifying(Number(process.env.BENCH_TRANSFERS ?? 1_000_000))
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
