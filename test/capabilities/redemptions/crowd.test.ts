import { booksOf } from '@cloud/sample/history/books'
import { ledgerDigest } from '@cloud/runtime/ledger'
import { Contended } from '@cloud/store/store'
import { createDispatch } from '@cloud/runtime/dispatch'
import { AccountAudit } from '@/shared/domain/lovebank/audit'
import type { Transfer } from '@/shared/domain/lovebank/transfer'
import { dayMs } from '@/shared/kernel/time'
import { freshRequestId } from '../../support/cloud'
import { useWorld } from '../world'
import { clerk, colleague, member, offer, stockOf } from './shop'

// Every request of the functions takes a round trip, as it does between a function and its database.
const world = useWorld({ latencyMs: 5 })
const count = Number(process.env.CROWD ?? 500)
const stock = 10

/** People who moved in with points, entered by the rules of the ledger. */
const crowd = (): readonly string[] => {
  const like = world.documents('persons').find(({ _id }) => _id === member)!
  const ids = Array.from({ length: count }, (_, n) => `p-crowd-${n}`)
  const people = ids.map((_id) => ({ ...like, _id, openid: `openid-${_id}`, householdId: undefined }))
  world.cloud.insertDocuments('persons', JSON.parse(JSON.stringify(people)) as typeof people)
  const books = booksOf('xinsheng', ledgerDigest)
  const served = { kind: 'person', halfPoints: 8, session: { _id: 'session-crowd', title: '志愿服务' } } as const
  for (const ownerId of ids) books.give({ ...served, ownerId, actorId: ownerId, at: world.clock.now - dayMs })
  const documents = books.documents()
  for (const name of ['holders', 'accounts', 'transfers', 'transferNotes'] as const)
    world.cloud.insertDocuments(name, documents[name])
  return ids
}

test(`${count} at once for ${stock}: exactly ${stock} have it, the rest read 已兑完, and nobody a conflict`, async () => {
  const id = await offer(world, { stock })
  const ids = crowd()
  const dispatch = createDispatch(world.runtime)
  const input = { id, payer: 'person', price: 6 }
  const spent: number[] = []
  const answers = await Promise.all(
    ids.map(async (personId) => {
      const began = performance.now()
      const requestId = freshRequestId()
      const call = { capability: 'redemptions.redeemReward', input, requestId }
      const answer = await dispatch(call, { openid: `openid-${personId}`, requestId })
      spent.push(performance.now() - began)
      return answer.ok ? 'ok' : `${answer.error.code} ${answer.error.message}`
    }),
  )
  expect(answers.filter((one) => one === 'ok')).toHaveLength(stock)
  expect(new Set(answers)).toEqual(new Set(['ok', 'REWARD_SOLD_OUT 已兑完']))
  expect(stockOf(world, id)).toEqual([0, stock])
  const held = world.documents('redemptions')
  expect(held.map(({ state }) => state)).toEqual(Array(stock).fill('held'))
  expect(new Set(held.map(({ ownerId }) => ownerId)).size).toBe(stock)
  expect(world.documents('transfers').filter(({ kind }) => kind === 'hold')).toHaveLength(stock)
  const accounts = world.documents('accounts')
  expect(accounts.filter((one) => one.held === 6)).toHaveLength(stock)
  const chains = new Map<string, Transfer[]>()
  for (const transfer of world.documents('transfers'))
    chains.set(transfer.accountId, [...(chains.get(transfer.accountId) ?? []), transfer])
  for (const account of accounts) {
    const audit = new AccountAudit(account._id, account.communityId, ledgerDigest)
    const chain = [...(chains.get(account._id) ?? [])].sort((a, b) => a.sequence - b.sequence)
    expect(chain.map((transfer) => audit.take(transfer)).filter(Boolean)).toEqual([])
    expect(audit.finish(account)).toBeNull()
  }
  spent.sort((a, b) => a - b)
  const p95 = Math.round(spent[Math.floor(count * 0.95)]!)
  process.stderr.write(`${count} at once for ${stock}: p95 ${p95} ms, the last ${Math.round(spent.at(-1)!)} ms\n`)
}, 120_000)

test('replays: of every code ever shown none is accepted a second time, by whichever clerk', async () => {
  const id = await offer(world, { stock: 12 })
  await world.ask('administrator-1', 'lovebank.adjustPoints', {
    kind: 'person',
    ownerId: member,
    halfPoints: 200,
    reason: '年终奖励',
  })
  const codes: string[] = []
  for (let n = 0; n < 12; n++) {
    const redemption = await world.ask(member, 'redemptions.redeemReward', { id, payer: 'person', price: 6 })
    const old = await world.ask(member, 'redemptions.showCode', { id: redemption.id })
    const fresh = await world.ask(member, 'redemptions.showCode', { id: redemption.id })
    await world.ask(clerk, 'redemptions.captureRedemption', { code: n % 2 === 0 ? fresh.scan : fresh.typed })
    codes.push(old.scan, fresh.scan)
  }
  const before = world.documents('transfers').length
  let accepted = 0
  for (const code of codes)
    for (const persona of [clerk, colleague])
      if ((await world.refusalOf(persona, 'redemptions.captureRedemption', { code })) === 'ok') accepted++
  expect(accepted).toBe(0)
  expect(world.documents('transfers')).toHaveLength(before)
  expect(world.documents('codeRefusals')).toHaveLength(codes.length * 2)
}, 120_000)

test('REWARD_CROWDED where others were quicker for ten seconds and some are left; where none are it is 已兑完', async () => {
  const id = await offer(world)
  const { store } = world.runtime
  const contended = async (stock: number) => {
    const transact = async () => {
      await store.rewards.updateWhere({ _id: id }, { stock })
      throw new Contended(null)
    }
    const dispatch = createDispatch({ ...world.runtime, store: { ...store, transact } })
    const input = { id, payer: 'person', price: 6 }
    const call = { capability: 'redemptions.redeemReward', input, requestId: freshRequestId() }
    const answer = await dispatch(call, { openid: `openid-${member}`, requestId: 'test' })
    return answer.ok ? 'ok' : answer.error.code
  }
  expect(await contended(3)).toBe('REWARD_CROWDED')
  expect(await contended(0)).toBe('REWARD_SOLD_OUT')
})
