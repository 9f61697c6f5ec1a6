import { sampleCommunity } from '@cloud/sample'
import { sampleHistory } from '@cloud/sample/history'
import { collections, type CollectionName } from '@cloud/store/collections'
import { ledgerDigest } from '@cloud/runtime/ledger'
import { isSignedBy, newSigningKey, signed } from '@cloud/runtime/signing'
import { dueOf } from '@/shared/domain/issues/adoption'
import { departmentIdOf } from '@/shared/domain/organization/departments'
import { metersBetween } from '@/shared/domain/organization/distance'
import { seriesOf } from '@/shared/domain/consultations/series'
import { funnelOf } from '@/shared/domain/projects/funnel'
import { fromSource, takenOf } from '@/shared/domain/projects/money'
import { projectRow } from '@/shared/domain/projects/views'
import { AccountAudit, LedgerSums } from '@/shared/domain/lovebank/audit'
import { agreementOf, curveOf } from '@/shared/domain/consents/count'
import { sumOf } from '@/shared/domain/consents/seal'
import { verifyLog } from '@/shared/domain/consents/verify-log'
import { rateText } from '@/shared/kernel/consents'
import { worksDaysOf } from '@/shared/domain/issues/works'
import { readPhoto } from '@cloud/runtime/photo'
import { awardIdOf, participationIdOf, signupIdOf } from '@cloud/capabilities/activities/ids'
import { inOrder } from '@/shared/domain/activities/tickets'

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
  const ofRoad = <T extends { issueId: string }>(all: readonly T[]) =>
    all.filter(({ issueId }) => issueId === parent!._id)
  for (const meeting of ofRoad(meetings)) expect(meeting.attendance.every(({ by }) => by === 'code')).toBe(true)
  expect(ofRoad(commitments).map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done'])
  expect(adoptions).toMatchObject([
    { issueId: parent!._id, duty: { times: 2, everyDays: 1 }, state: 'active', upkeepCount: 10 },
  ])
  expect(dueOf(adoptions[0]!, today)).toBeNull()
})

test('every history is told in the order in which it happened', () => {
  for (const { code, timeline } of history.issues) {
    const told = timeline.map(({ at }) => at)
    expect([code, told]).toEqual([code, [...told].sort()])
  }
})

test('房石小区: 18 days from the dates, 600 m², before and after at one spot', () => {
  const works = history.issues.find(({ place }) => place.words === '小区南侧')!.works!
  expect(worksDaysOf(works, today)).toBe(18)
  expect(works).toMatchObject({ areaSquareMeters: 600, pairs: [{ spot: '房石小区南侧围墙边' }] })
})

test('the rest fills every list: open and closed, rated, late, suspended, waiting, of every grid', () => {
  const rest = history.issues.slice(19, 59)
  expect(rest).toHaveLength(40)
  expect(new Set(rest.map(({ gridId }) => gridId)).size).toBe(8)
  for (const state of ['dispatched', 'handling', 'suspended', 'verifying', 'closed'])
    expect(rest.filter((issue) => issue.state === state).length).toBeGreaterThan(1)
  expect(rest.filter(({ rating }) => rating).length).toBeGreaterThan(4)
  const now = `${today}T01:00:00.000Z`
  expect(rest.filter(({ isOpen, clock }) => isOpen && clock.dueAt < now).length).toBeGreaterThan(2)
  expect(rest.filter(({ isPublic }) => isPublic).length).toBeGreaterThan(15)
})

test('this morning every post finds work of its own: to start, to go on with, to lead, to mediate, to decide', () => {
  const now = history.issues.slice(59)
  expect(now.every(({ isOpen }) => isOpen)).toBe(true)
  const states = now.filter(({ owner }) => owner.personId === 'worker-grid-6').map(({ state }) => state)
  expect(states).toEqual(expect.arrayContaining(['dispatched', 'handling']))
  const [led] = now.filter(({ leadId }) => leadId === 'officer-law-enforcement')
  expect(led?.leadDepartmentId).toBe(departmentIdOf('xinsheng', '综合行政执法'))
  expect(history.parts.filter(({ issueId }) => issueId === led?._id)).toMatchObject([
    { personId: 'officer-comprehensive', isOpen: true },
  ])
  expect(history.meetings.filter(({ issueId }) => issueId === led?._id)).toMatchObject([
    { startsAt: expect.any(String) },
  ])
  expect(history.meetings.filter(({ startsAt }) => startsAt > `${today}T16:00:00.000Z`)).toHaveLength(1)
  expect(history.commitments.filter(({ outcome }) => outcome === null)).toMatchObject([{ issueId: led?._id }])
  const taken = now.flatMap(({ steps }) => (steps ?? []).map(({ step }) => step))
  expect(taken).toEqual(['accepted', 'mediated'])
  expect(now.filter(({ extension }) => extension?.decision === null)).toHaveLength(1)
  expect(now.filter(({ isSupervised }) => isSupervised)).toHaveLength(1)
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
  expect(files.size).toBe(25)
  for (const [path, bytes] of files) {
    if (/\.(jsonl|csv)$/.test(path)) continue

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

test('the activities: sessions that are over were served, missed now and then, and settled; the coming ones have sign-ups and a waiting list', () => {
  const { sessions, signups, participations, volunteers } = history
  const now = Date.parse(`${today}T00:00:00.000+08:00`)
  const [over, coming] = [true, false].map((isOver) =>
    sessions.filter(({ endsAt }) => Date.parse(endsAt) < now === isOver),
  )
  expect(over!.length).toBeGreaterThan(150)
  expect(coming!.length).toBeGreaterThan(30)
  expect(over!.filter(({ state }) => state === 'settled').length).toBeGreaterThan(over!.length - 12)
  expect(over!.filter(({ isMissed }) => isMissed).length).toBeGreaterThan(5)
  expect(coming!.every(({ state, day }) => state === 'open' && day >= today)).toBe(true)
  for (const by of ['code', 'manual'] as const) expect(participations.some((one) => one.by === by)).toBe(true)
  for (const outBy of ['self', 'plan'] as const) expect(participations.some((one) => one.outBy === outBy)).toBe(true)
  expect(participations.filter(({ isOpen, needs }) => isOpen && needs).length).toBeGreaterThan(0)
  const standings = coming!.flatMap((session) =>
    inOrder(
      signups.filter(({ sessionId }) => sessionId === session._id),
      session.capacity,
      now,
    ).map(({ signup, standing }) => [signup.told, standing.kind] as const),
  )
  for (const [told, kind] of standings) expect(told).toBe(kind)
  expect(new Set(standings.map(([, kind]) => kind))).toEqual(new Set(['place', 'waiting']))
  for (const one of signups) expect(one._id).toBe(signupIdOf(one.sessionId, one.personId))
  for (const { personId, hours, times } of volunteers) {
    const own = participations.filter((one) => one.personId === personId)
    const sum = (of: 'counted' | 'honour', list: readonly Record<'counted' | 'honour', number>[]) =>
      list.reduce((total, one) => total + one[of], 0)
    expect([times, sum('counted', hours), sum('honour', hours)]).toEqual([
      own.length,
      sum('counted', own),
      sum('honour', own),
    ])
  }
})

test('what was served is what the ledger has awarded, to the half point, and the year knows of both', () => {
  const { sessions, participations, transfers, holders, issuerYears } = history
  const accountOf = new Map(holders.map(({ kind, ownerId, accountId }) => [`${kind} ${ownerId}`, accountId]))
  const awards = new Map(transfers.filter(({ kind }) => kind === 'award').map((one) => [one._id, one]))
  let expected = 0
  for (const one of participations) {
    expect(one._id).toBe(participationIdOf(one.sessionId, one.personId))
    for (const [kind, ownerId, halfPoints] of [
      ['person', one.personId, one.awarded?.person ?? 0],
      ['family', one.householdId, one.awarded?.family ?? 0],
    ] as const) {
      if (halfPoints === 0) continue
      expected += 1
      const guardian = kind === 'family' ? accountOf.get(`person ${one.personId}`)! : undefined
      const id = awardIdOf(one.sessionId, accountOf.get(`${kind} ${ownerId}`)!, guardian)
      expect(awards.get(id)?.after).toBeDefined()
      expect(awards.get(id)!.lines.find(({ account }) => account === 'available')!.halfPoints).toBe(halfPoints)
    }
  }
  expect(awards.size).toBe(expected)
  const settled = new Set(sessions.filter(({ state }) => state === 'settled').map(({ _id }) => _id))
  const given = participations
    .filter(({ sessionId }) => settled.has(sessionId))
    .reduce((sum, { awarded }) => sum + (awarded ? awarded.person + awarded.family : 0), 0)
  expect(issuerYears.reduce((sum, { awarded }) => sum + awarded, 0)).toBe(given)
  expect(issuerYears.reduce((sum, { reserved }) => sum + reserved, 0)).toBe(
    sessions.reduce((sum, { reserved }) => sum + reserved, 0),
  )
})

test('居民议事: one topic at its beginning, one at the vote, one on show, one under way, one reported back; what it counts is there', () => {
  const { consultations, partakers, ballots, comments } = history
  const alone = consultations.filter(({ projectId }) => projectId === null)
  expect(alone.map(({ step }) => step).sort()).toEqual(['carryingOut', 'collecting', 'meeting', 'noticing', 'reported'])
  for (const topic of consultations) {
    const own = partakers.filter(({ consultationId }) => consultationId === topic._id)
    expect(own.filter(({ isSupporter }) => isSupporter)).toHaveLength(topic.supports)
    expect(own.map(({ personId }) => personId)).toContain(topic.proposerId)
    expect(topic.history.map(({ at }) => at)).toEqual(topic.history.map(({ at }) => at).sort())
    expect(topic.history.at(-1)!.at <= `${today}T16:00:00.000Z`).toBe(true)
  }
  const voted = consultations.find(({ vote }) => vote)!
  expect(ballots.every(({ consultationId }) => consultationId === voted._id)).toBe(true)
  expect(comments.length).toBeGreaterThan(3)
})

test('房石小区 was talked over in four meetings of two topics before and after its works: they hang on its project, in order', () => {
  const [series] = history.projects.filter(({ title }) => title.startsWith('房石小区南侧'))
  const topics = history.consultations.filter(({ projectId }) => projectId === series!._id)
  const entries = seriesOf(topics)
  expect(entries.filter(({ kind }) => kind === 'meeting')).toHaveLength(4)
  expect(entries.map(({ kind }) => kind)).toContain('resolution')
  expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).sort())
  for (const topic of topics) expect(topic.history.at(-1)!.words).toBe(series!.title)
})

test('seventy-two proposals: every step closes, every unit is one of the call, and the fund is what its projects take', () => {
  const [call] = history.projectCalls
  const all = history.projects.filter(({ callId }) => callId === call!._id)
  expect(all).toHaveLength(72)
  const steps = funnelOf(all.map(({ unitId, reached, isEnded }) => ({ unitId: unitId!, reached, isEnded, count: 1 })))
  expect(steps.map(({ reached, here, ended }) => [reached, here, ended])).toEqual([
    [72, 6, 12],
    [54, 4, 12],
    [38, 3, 4],
    [31, 5, 1],
    [25, 4, 0],
    [21, 8, 0],
    [13, 3, 0],
    [10, 10, 0],
  ])
  expect(all.every(({ unitId }) => call!.units.some(({ id }) => id === unitId))).toBe(true)
  const taken = all
    .filter(({ reached }) => ['approved', 'underway', 'accepted', 'settled'].includes(reached))
    .reduce((sum, { lines, state }) => sum + takenOf(lines, state === 'settled'), 0)
  expect(call!.allocatedFen).toBe(taken)
  expect(taken).toBeLessThanOrEqual(call!.fundFen)
  const lawn = all.find(({ title }) => title.startsWith('房石小区南侧'))!
  expect(projectRow(lawn, Date.parse(`${today}T01:00:00.000Z`))).toMatchObject({
    days: 18,
    areaSquareMeters: 600,
    state: 'settled',
  })
})

test('a project was made of 王舍路 by the desk, and the two point at each other', () => {
  const [grown, ...others] = history.projects.filter(({ issueId }) => issueId !== null)
  expect([grown!.callId, grown!.state, others]).toEqual([null, 'announced', []])
  const road = history.issues.filter(({ projectId }) => projectId)
  expect(road.map(({ _id, projectId }) => [_id, projectId])).toEqual([[grown!.issueId, grown!._id]])
  expect(road[0]!.works?.pairs.length).toBeGreaterThan(0)
})

test('heating and water: 10 + 2 buildings in 3 estates bear ¥500,000 to the fen, and slips are what is written as paid', () => {
  const { buildingShares, payments, slips, fundings, projects } = history
  const pipes = projects.find(({ fundingId }) => fundingId)!
  expect(pipes.sites).toHaveLength(12)
  expect(new Set(pipes.sites.map(({ buildingId }) => buildingId.split('-')[1])).size).toBe(3)
  expect(fundings[0]!.totalFen).toBe(50_000_000)
  expect(fromSource(pipes.lines, 'selfFunding').plannedFen).toBe(50_000_000)
  const shares = buildingShares.flatMap((building) => building.shares)
  expect(shares.reduce((sum, { plannedFen }) => sum + plannedFen, 0)).toBe(50_000_000)
  for (const kind of ['paid', 'refunded'] as const)
    expect(shares.reduce((sum, one) => sum + one[`${kind}Fen`], 0)).toBe(
      payments.filter((one) => one.kind === kind).reduce((sum, { fen }) => sum + fen, 0),
    )
  expect(new Set(slips.map(({ _id }) => _id)).size).toBe(payments.length)
  expect(shares.filter(({ exemptFor }) => exemptFor).length).toBe(2)
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
    const table = Buffer.from(files.get(result!.tableFileId.replace('cloud://test.local/', ''))!).toString()
    expect(table.split(',同意,')).toHaveLength(684)
    expect(table.trim().split('\r\n')).toHaveLength(703)
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
