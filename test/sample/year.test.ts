import { readPhoto } from '@cloud/runtime/photo'
import { ledgerDigest } from '@cloud/runtime/ledger'
import { sampleCommunity } from '@cloud/sample'
import { stageOf } from '@cloud/sample/history/stage'
import { lovingYear, type YearSize } from '@cloud/sample/year'
import { collections, type CollectionName } from '@cloud/store/collections'
import { AccountAudit, LedgerSums } from '@/shared/domain/lovebank/audit'
import { totalsOf } from '@/shared/domain/lovebank/ledger-check'
import { shelfOf } from '@/shared/domain/redemptions/reward'
import { monthOf } from '@/shared/domain/redemptions/tally'

const today = '2026-11-25'
const { documents: ground } = sampleCommunity(today)
const files = new Map<string, Uint8Array>()
const yearOf = (size: YearSize) => {
  const stage = stageOf(ground, 'xinsheng', (path, bytes) => {
    files.set(path, bytes)
    return `cloud://test.local/${path}`
  })
  return lovingYear(ground, stage, today, ledgerDigest, size)
}
const year = yearOf({ volunteers: 400, redemptionsADay: 5 })
const { documents, acts } = year
const of = (kind: string) => documents.transfers.filter((one) => one.kind === kind).length
const did = (what: string) => acts.filter((one) => one.do === what).length

test('four hundred volunteers with their families, and enough of everything a year brings', () => {
  expect(year.people).toHaveLength(400)
  const sessions = documents.sessions.filter(({ activityId }) => activityId.startsWith('activity-year-'))
  expect(sessions.filter(({ theme }) => theme === 'litter')).toHaveLength(730)
  for (const theme of ['elders', 'children', 'neighbours', 'home'])
    expect(sessions.filter((one) => one.theme === theme).length).toBeGreaterThanOrEqual(52)
  expect(new Set(documents.participations.map(({ personId }) => personId)).size).toBeGreaterThan(380)
  expect(documents.holders.filter(({ kind }) => kind === 'family').length).toBeGreaterThan(40)
  expect(did('signUp')).toBeGreaterThan(5000)
  for (const what of ['cancelSignup', 'decide', 'cancelRedemption', 'adjust'])
    expect([what, did(what) > 30]).toEqual([what, true])
  for (const what of ['cancelSession', 'giveBack', 'reverse', 'count'])
    expect([what, did(what) > 4]).toEqual([what, true])
  expect(of('award')).toBeGreaterThan(4000)
  for (const kind of ['hold', 'capture']) expect([kind, of(kind) > 900]).toEqual([kind, true])
  for (const kind of ['release', 'expire', 'adjust', 'reverse']) expect([kind, of(kind) > 30]).toEqual([kind, true])
})

test('every document has the shape of its collection', async () => {
  for (const [name, some] of Object.entries(documents)) {
    const schema = await collections[name as CollectionName].schema()
    for (const document of some) expect(() => schema.parse(document)).not.toThrow()
  }
})

test('the books close to zero: every chain verifies, and what was given out is what is left, taken and ended', () => {
  const sums = new LedgerSums()
  const chains = new Map<string, typeof documents.transfers>()
  for (const one of documents.transfers) chains.set(one.accountId, [...(chains.get(one.accountId) ?? []), one])
  for (const account of documents.accounts) {
    const audit = new AccountAudit(account._id, account.communityId, ledgerDigest)
    for (const one of chains.get(account._id) ?? []) {
      expect(audit.take(one)).toBeNull()
      sums.take(one)
    }
    expect(audit.finish(account)).toBeNull()
  }
  const balances = documents.accounts.reduce((sum, { available, held }) => sum + available + held, 0)
  expect(sums.outstanding()).toBe(balances)
  const last = documents.ledgerChecks.at(-1)!
  expect(last.balances).toBe(balances)
  const { issued, adjusted, captured, expired, outstanding } = totalsOf(last)
  expect(issued + adjusted - captured - expired - outstanding).toBe(0)
  expect(outstanding).toBe(balances)
})

test('what was awarded is what the sessions say, and the year has set aside what the rest can earn', () => {
  const awarded = documents.participations.reduce(
    (sum, one) => sum + (one.awarded ? one.awarded.person + one.awarded.family : 0),
    0,
  )
  const settled = new Set(documents.sessions.filter(({ state }) => state === 'settled').map(({ _id }) => _id))
  const ofSettled = documents.participations
    .filter(({ sessionId }) => settled.has(sessionId))
    .reduce((sum, one) => sum + (one.awarded ? one.awarded.person + one.awarded.family : 0), 0)
  expect(awarded).toBeGreaterThan(10_000)
  expect(documents.issuerYears.reduce((sum, one) => sum + one.awarded, 0)).toBe(ofSettled)
  const open = documents.sessions.reduce((sum, { reserved }) => sum + reserved, 0)
  expect(documents.issuerYears.reduce((sum, one) => sum + one.reserved, 0)).toBe(open)
})

test('the shelf holds what was put there less what was taken, and nobody had more than they may', () => {
  for (const reward of documents.rewards) {
    const own = documents.redemptions.filter(({ rewardId }) => rewardId === reward._id)
    const came = documents.stockCounts
      .filter(({ rewardId }) => rewardId === reward._id)
      .reduce((sum, one) => sum + one.after - one.before, 0)
    expect(reward.held).toBe(own.filter(({ state }) => state === 'held').length)
    expect(shelfOf(reward)).toBe(came - own.filter(({ capturedAt }) => capturedAt !== null).length)
    expect(reward.stock).toBeGreaterThanOrEqual(0)
    expect(readPhoto(files.get(reward.fileIds[0]!.replace('cloud://test.local/', ''))!)).toHaveProperty('bytes')
    const { limit } = reward
    const had = new Map<string, number>()
    for (const { personId, heldAt, state } of own) {
      if (state !== 'held' && state !== 'captured') continue
      const span = `${personId} ${limit?.per === 'ever' ? '' : monthOf(heldAt)}`
      had.set(span, (had.get(span) ?? 0) + 1)
    }
    if (limit) expect(Math.max(...had.values())).toBeLessThanOrEqual(limit.count)
  }
})

test('the same seed and day are the same year, another seed is another', () => {
  const small = (seed: number) =>
    JSON.stringify(yearOf({ volunteers: 30, redemptionsADay: 1, days: 60, seed }).documents)
  expect(small(3)).toBe(small(3))
  expect(small(4)).not.toBe(small(3))
})
