import { sampleCommunity } from '@cloud/sample'
import { sampleHistory } from '@cloud/sample/history'
import { collections, type CollectionName } from '@cloud/store/collections'
import { ledgerDigest } from '@cloud/runtime/ledger'
import { isSignedBy, newSigningKey, signed } from '@cloud/runtime/signing'
import { dueOf } from '@/shared/domain/issues/adoption'
import { metersBetween } from '@/shared/domain/organization/distance'
import { AccountAudit, LedgerSums } from '@/shared/domain/lovebank/audit'
import { agreementOf, curveOf } from '@/shared/domain/consents/count'
import { sumOf } from '@/shared/domain/consents/seal'
import { verifyLog } from '@/shared/domain/consents/verify-log'
import { rateText } from '@/shared/kernel/consents'
import { worksDaysOf } from '@/shared/domain/issues/works'
import { readPhoto } from '@cloud/runtime/photo'

const today = '2026-11-25'
const files = new Map<string, Uint8Array>()
const keepFile = (path: string, bytes: Uint8Array): string => {
  files.set(path, bytes)
  return `cloud://test.local/${path}`
}
const key = newSigningKey()
const signing = { newKey: () => key, signed }
const history = sampleHistory(sampleCommunity(today).documents, today, keepFile, ledgerDigest, signing)

test('every document has the shape of its collection', async () => {
  for (const [name, documents] of Object.entries(history)) {
    const schema = await collections[name as CollectionName].schema()
    for (const document of documents) expect(() => schema.parse(document)).not.toThrow()
  }
})

test('王舍路: twelve reports, one parent, three meetings, works, adoption kept twice a day', () => {
  const { issues, meetings, commitments, clusters, adoptions } = history
  const [parent] = issues
  expect(issues.filter(({ mergedInto }) => mergedInto?.issueId === parent!._id)).toHaveLength(11)
  expect(parent).toMatchObject({ state: 'closed', gridId: 'grid-6', leadId: 'officer-law-enforcement', meetings: 3 })
  expect(new Set(parent!.followers.map(({ personId }) => personId)).size).toBe(11)
  expect(clusters).toMatchObject([
    { state: 'merged', parentId: parent!._id, issueIds: { length: 12 } },
    { state: 'open', issueIds: { length: 6 } },
  ])
  for (const meeting of meetings) expect(meeting.attendance.every(({ by }) => by === 'code')).toBe(true)
  expect(commitments.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done'])
  expect(adoptions).toMatchObject([
    { issueId: parent!._id, duty: { times: 2, everyDays: 1 }, state: 'active', upkeepCount: 10 },
  ])
  expect(dueOf(adoptions[0]!, today)).toBeNull()
})

test('房石小区: 18 days from the dates, 600 m², before and after at one spot', () => {
  const works = history.issues.find(({ place }) => place.words === '小区南侧')!.works!
  expect(worksDaysOf(works, today)).toBe(18)
  expect(works).toMatchObject({ areaSquareMeters: 600, pairs: [{ spot: '房石小区南侧围墙边' }] })
})

test('the rest fills every list: open and closed, rated, late, suspended, waiting, of every grid', () => {
  const rest = history.issues.slice(19)
  expect(rest).toHaveLength(40)
  expect(new Set(rest.map(({ gridId }) => gridId)).size).toBe(8)
  for (const state of ['dispatched', 'handling', 'suspended', 'verifying', 'closed'])
    expect(rest.filter((issue) => issue.state === state).length).toBeGreaterThan(1)
  expect(rest.filter(({ rating }) => rating).length).toBeGreaterThan(4)
  const now = `${today}T01:00:00.000Z`
  expect(rest.filter(({ isOpen, clock }) => isOpen && clock.dueAt < now).length).toBeGreaterThan(2)
  expect(rest.filter(({ isPublic }) => isPublic).length).toBeGreaterThan(15)
})

test('six reports lie close enough to be the cluster that the desk has still to look at', () => {
  const { buildings } = sampleCommunity(today).documents
  const spots = history.issues
    .filter(({ _id }) => history.clusters[1]!.issueIds.includes(_id))
    .map(({ place }) => buildings.find(({ _id }) => _id === place.buildingId)!.centre)
  for (const spot of spots) expect(metersBetween(spots[0]!, spot)).toBeLessThanOrEqual(100)
})

test('nothing lies ahead, the same day gives the same history, and the pictures are real', () => {
  for (const { createdAt, timeline } of history.issues)
    for (const at of [createdAt, ...timeline.map((entry) => entry.at)]) expect(at < `${today}T16:00:00.000Z`).toBe(true)
  const again = sampleHistory(sampleCommunity(today).documents, today, keepFile, ledgerDigest, signing)
  expect(JSON.stringify(again)).toBe(JSON.stringify(history))
  expect(files.size).toBe(21)
  for (const [path, bytes] of files) {
    if (path.endsWith('.jsonl')) continue

    const photo = readPhoto(bytes)
    expect(typeof photo === 'object' && Buffer.compare(photo.bytes, bytes) === 0).toBe(true)
  }
})

test('the love bank: every chain verifies, every sum is right, and the shelf holds what is set aside', () => {
  const { accounts, transfers, holders, rewards, redemptions } = history
  const sums = new LedgerSums()
  for (const account of accounts) {
    const audit = new AccountAudit(account._id, account.communityId, ledgerDigest)
    const chain = transfers.filter(({ accountId }) => accountId === account._id)
    for (const transfer of chain) {
      sums.take(transfer)
      expect(audit.take(transfer)).toBeNull()
    }
    expect(audit.finish(account)).toBeNull()
  }
  expect(sums.outstanding()).toBe(accounts.reduce((sum, { available, held }) => sum + available + held, 0))
  expect(holders).toHaveLength(accounts.length)
  expect(rewards).toHaveLength(10)
  for (const { _id, held, stock, fileIds } of rewards) {
    expect(held).toBe(redemptions.filter(({ rewardId, state }) => rewardId === _id && state === 'held').length)
    expect(stock).toBeGreaterThanOrEqual(0)
    expect(readPhoto(files.get(fileIds[0]!.replace('cloud://test.local/', ''))!)).toHaveProperty('bytes')
  }
  expect(redemptions.map(({ state }) => state).sort()).toEqual(['captured', 'captured', 'captured', 'held'])
  const ledger = JSON.stringify([transfers, accounts])
  for (const { ownerId } of holders) expect(ledger).not.toContain(ownerId)
})

describe('the parking consent of 鑫盛嘉园, replayed', () => {
  const [parking, sheds] = history.consents
  const [result] = history.consentResults

  test('11 buildings, 702 households, vacant ones included, 12 days: 97.15% on the eleventh, 97.29% at the end', () => {
    expect(parking).toMatchObject({ state: 'published', households: 702 })
    expect(parking!.vacant).toBeGreaterThan(20)
    expect(result!.buildings).toHaveLength(11)
    const sum = sumOf(result!.buildings)
    expect(sum).toEqual({ households: 702, agree: 683, disagree: 9, abstain: 2 })
    expect(rateText(agreementOf(sum))).toBe('97.29%')
    const rates = result!.curve.slice(0, 12).map(({ agree }) => rateText({ numerator: agree, denominator: 702 }))
    expect(rates.slice(-2)).toEqual(['97.15%', '97.29%'])
    expect(result!.curve.map(({ agree }) => agree)).toEqual([96, 171, 248, 322, 391, 455, 514, 566, 611, 648, 682, 683])
  })

  test('the running sums and their curve say what the recount says', () => {
    const tallies = history.consentTallies.filter(({ consentId }) => consentId === parking!._id)
    expect(sumOf(tallies.map(({ households, counts }) => ({ households, ...counts })))).toEqual(
      sumOf(result!.buildings),
    )
    const days = tallies.flatMap((tally) => Object.entries(tally.days))
    expect(curveOf(days, result!.curve[0]!.day, result!.curve.at(-1)!.day)).toEqual(result!.curve)
  })

  test('the export holds, comes to the signed root, and every household has exactly one contact', () => {
    const text = Buffer.from(files.get(result!.exportFileId.replace('cloud://test.local/', ''))!).toString()
    expect(verifyLog(text, ledgerDigest)).toMatchObject({ fault: null, root: result!.root, entries: 694 })
    expect(isSignedBy(result!.root, result!.signature, result!.publicKey)).toBe(true)
    const asked = history.consentHouseholds.filter(({ consentId }) => consentId === parking!._id)
    expect(new Set(asked.map(({ householdId }) => householdId)).size).toBe(702)
    const homes = new Map(sampleCommunity(today).documents.persons.map(({ _id, householdId }) => [_id, householdId]))
    for (const { contactId, householdId } of asked) expect(homes.get(contactId)).not.toBe(householdId)
  })

  test('one is under way, with people who may sign', () => {
    expect(sheds).toMatchObject({ state: 'open' })
    expect(history.bindings.map(({ relation }) => relation)).toContain('proprietor')
  })
})
