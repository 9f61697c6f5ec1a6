import { checkLedgers } from '@cloud/jobs/check-ledgers'
import { dayMs } from '@/shared/kernel/time'
import { desk, giveTo, resident } from '../capabilities/lovebank/members'
import { useWorld, written } from '../capabilities/world'

const world = useWorld()
const run = () => checkLedgers({ store: world.runtime.store, files: world.runtime.files, now: world.clock.now })
const checks = () =>
  world
    .documents('ledgerChecks')
    .filter(({ communityId }) => communityId === 'xinsheng')
    .sort((a, b) => a.day.localeCompare(b.day))
const warned = () => world.documents('notices').filter(({ subject }) => subject.kind === 'ledger')

const earn = async () => {
  await giveTo(world, resident, 6)
  await giveTo(world, desk, 4)
  await world.ask('administrator-1', 'lovebank.adjustPoints', {
    kind: 'person',
    ownerId: resident,
    halfPoints: -2,
    reason: '多记了',
  })
}

test('once a day every ledger is rebuilt; what it comes to is what the accounts say', async () => {
  await earn()
  expect(await run()).toEqual({ done: 3 })
  expect(checks()).toMatchObject([
    { state: 'sound', accounts: 2, balances: 8, byKind: [{ kind: 'adjust', transfers: 3 }], problem: null },
  ])
  expect(checks()[0]!.byAccount).toEqual([{ account: 'adjusted', halfPoints: -8 }])
  const before = written(world)
  expect(await run()).toEqual({ done: 0 })
  expect(written(world) === before).toBe(true)
})

test('the same ledger has the same digest on another day, and another one after any transfer', async () => {
  await earn()
  await run()
  world.clock.now += dayMs
  await run()
  await giveTo(world, resident, 2)
  world.clock.now += dayMs
  await run()
  const heads = checks().map(({ head }) => head)
  expect([heads[0] === heads[1], heads[1] === heads[2]]).toEqual([true, false])
})

test('a ledger that does not hold is told to the administrators and the duty post, once a day, and nothing is put right', async () => {
  await earn()
  const [account] = world.documents('accounts')
  await world.runtime.store.transact((tx) => tx.accounts.put({ ...account!, available: account!.available + 2 }))
  const accounts = JSON.stringify(world.documents('accounts'))
  await run()
  await run()
  expect(checks()).toMatchObject([{ state: 'broken', problem: expect.stringContaining('“可用”与逐笔累计不符') }])
  expect(
    warned()
      .map(({ recipientId }) => recipientId)
      .sort(),
  ).toEqual(['administrator-1', 'community-worker-1', 'community-worker-2'].sort())
  expect(JSON.stringify(world.documents('accounts'))).toBe(accounts)
})

test('a transfer changed by hand is named', async () => {
  await earn()
  const second = world.documents('transfers').find(({ sequence }) => sequence === 2)!
  await world.runtime.store.transact((tx) => tx.transfers.put({ ...second, at: '2026-11-01T00:00:00.000Z' }))
  await run()
  expect(checks()[0]!.problem).toContain(`第 2 笔 ${second._id}：内容被改动过`)
})
