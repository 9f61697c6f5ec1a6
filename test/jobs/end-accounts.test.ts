import { endAccounts } from '@cloud/jobs/end-accounts'
import { auditLedger } from '@cloud/runtime/audit-ledger'
import { LedgerSums } from '@/shared/domain/lovebank/audit'
import { addDays, dayMs } from '@/shared/kernel/time'
import { arrive, asked, at, desk, end, leave, signedUpFor } from '../capabilities/activities/shared'
import { certified } from '../capabilities/activities/certificates'
import { morning } from '../support/cloud'
import { giveTo } from '../capabilities/lovebank/members'
import { votedOn } from '../capabilities/consultations/shared'
import { callOf, deliberated, drafted } from '../capabilities/projects/story'
import { issueOf, report, stepOf, useWorld } from '../capabilities/world'

const world = useWorld()
const who = 'resident-grid-6'
const run = (now: number) => endAccounts({ store: world.runtime.store, files: world.runtime.files, now })
const everything = () =>
  JSON.stringify(
    (['persons', 'postings', 'issues', 'bindings', 'notices', 'accessLogs'] as const).map((name) =>
      world.documents(name),
    ),
  )

const reported = async (): Promise<string> => {
  const { householdId = '' } = world.documents('persons').find(({ _id }) => _id === who)!
  const id = await report(world, who, { place: { householdId } })
  await stepOf(world, 'worker-grid-6', { id, move: 'submit', result: 'resolved', sentence: '已清理' })
  await world.ask(who, 'residents.setPhone', { phone: '13900000001', isShared: true })
  await world.ask('worker-grid-6', 'issues.askPhone', { id, purpose: 'checkResult' })
  await stepOf(world, who, { id, move: 'confirm' })
  await world.ask(who, 'issues.rateIssue', { id, stars: 5, text: '很快' })
  return id
}

test('on the day, and not before, nothing is left that says who it was, and every issue still has its owner and its result', async () => {
  const id = await reported()
  const { name, phone, householdId } = world.documents('persons').find(({ _id }) => _id === who)!
  const before = issueOf(world, id)
  await world.ask(who, 'residents.deleteAccount', {})
  expect(await run(morning + 7 * dayMs - 1)).toEqual({ done: 0 })
  expect(await run(morning + 7 * dayMs + 1)).toEqual({ done: 1 })

  const kept = everything()
  for (const trace of [`"${who}"`, `openid-${who}`, `"${name}"`, phone!]) expect(kept).not.toContain(trace)
  const after = issueOf(world, id)
  expect(after.place).toMatchObject({ householdId: null, door: null, unitId: before.place.unitId })
  expect(JSON.stringify(after)).not.toContain(householdId)
  const { owner, result, sentence, clock, state, rating } = before
  expect(after).toMatchObject({ owner, result, sentence, clock, state, rating, reporterName: '已注销居民' })
  expect(after.timeline).toHaveLength(before.timeline.length)
})

test('running again, or after being cut off half way, ends in the same place', async () => {
  await reported()
  await world.ask(who, 'residents.deleteAccount', {})
  const { store } = world.runtime
  const broken = { ...store, postings: { ...store.postings, list: () => Promise.reject(new Error('cut off')) } }
  const job = endAccounts({ store: broken, files: world.runtime.files, now: morning + 8 * dayMs })
  await expect(job).rejects.toThrow('cut off')
  expect(everything()).toContain(`openid-${who}`)
  expect(await run(morning + 8 * dayMs)).toEqual({ done: 1 })
  expect(await run(morning + 8 * dayMs)).toEqual({ done: 0 })
  expect(everything()).not.toContain(`"${who}"`)
})

test('who stayed after all is left alone', async () => {
  await world.ask(who, 'residents.deleteAccount', {})
  await world.ask(who, 'residents.keepAccount', {})
  const before = everything()
  expect(await run(morning + 30 * dayMs)).toEqual({ done: 0 })
  expect(everything()).toBe(before)
})

test('who comes back later is a newcomer, who sees nothing of before', async () => {
  const id = await reported()
  await world.ask(who, 'residents.deleteAccount', {})
  await run(morning + 8 * dayMs)
  expect(await world.ask(who, 'residents.getMyData', {})).toMatchObject({ isNewcomer: true, counts: { issues: 0 } })
  expect(await world.refusalOf(who, 'issues.getIssue', { id })).toBe('NOT_FOUND')
  const again = await report(world, who)
  expect((await world.ask(who, 'issues.listMyIssues', {})).issues.map((issue) => issue.id)).toEqual([again])
})

test('of somebody who has left a post, the name under which they acted stays, and nothing else', async () => {
  const id = await report(world)
  await stepOf(world, 'worker-grid-6', { id, move: 'submit', result: 'resolved', sentence: '已清理' })
  await world.runtime.store.postings.updateWhere({ personId: 'worker-grid-6' }, { to: addDays('2026-11-25', -1) })
  await world.ask('worker-grid-6', 'residents.deleteAccount', {})
  await run(morning + 8 * dayMs)
  const left = world.documents('persons').find(({ _id }) => _id === 'worker-grid-6')
  expect(left).toEqual({ _id: 'worker-grid-6', communityId: 'xinsheng', name: issueOf(world, id).owner.name })
})

test('of what a volunteer did, hours and points stay, and nothing that says who it was', async () => {
  const id = await signedUpFor(world)
  await arrive(world, id, who, { position: null })
  at(world, end)
  await leave(world, id)
  const { id: participationId } = (await world.ask(desk, 'activities.getRoster', { id })).rows[0]!.participation!
  await world.ask(desk, 'activities.decideParticipation', { id: participationId, isConfirmed: true })
  await world.ask(who, 'activities.createActivity', {
    ...asked,
    rule: { ...asked.rule, from: '2026-12-24', to: '2026-12-24' },
  })
  expect(world.documents('activityChecks')).toHaveLength(1)
  await world.ask(who, 'residents.deleteAccount', {})
  await run(end + 8 * dayMs)
  const kept = JSON.stringify(
    (['activityChecks', 'signups', 'volunteers', 'participations', 'sessions', 'activities'] as const).map((name) =>
      world.documents(name),
    ),
  )
  expect(kept).not.toContain(who)
  const [participation] = world.documents('participations')
  expect(participation).toMatchObject({ counted: 120, awarded: { person: 4, family: 0 }, householdId: null })
})

test('they are on no ranking any more, and a certificate says only that it is good no more', async () => {
  const { code, name } = await certified(world)
  await world.ask(who, 'activities.setRanking', { isListed: true, shows: 'name', isAdult: true })
  await world.ask(who, 'residents.deleteAccount', {})
  expect(await run(end + 8 * dayMs)).toEqual({ done: 1 })
  const kept = JSON.stringify(
    (['rankings', 'rankingChoices', 'certificates'] as const).map((kind) => world.documents(kind)),
  )
  for (const trace of [`"${who}"`, name]) expect(kept).not.toContain(trace)
  expect([world.documents('rankings'), world.documents('rankingChoices')]).toEqual([[], []])
  const checked = await world.send(null, 'activities.checkCertificate', { code })
  expect(checked).toMatchObject({ ok: true, data: { certificate: { isValid: false, maskedName: '已注销' } } })
  const again = JSON.stringify(world.documents('certificates'))
  await run(end + 9 * dayMs)
  expect(JSON.stringify(world.documents('certificates'))).toBe(again)
})

test('points end with the account: nothing says any more whose they were, and the ledger still holds', async () => {
  await giveTo(world, who, 6)
  await giveTo(world, 'worker-grid-7', 4)
  await world.ask(who, 'residents.deleteAccount', {})
  expect(await run(morning + 8 * dayMs)).toEqual({ done: 1 })
  const ledger = JSON.stringify(
    (['accounts', 'holders', 'transfers', 'transferNotes'] as const).map((name) => world.documents(name)),
  )
  for (const trace of [who, '账号注销']) expect(ledger).not.toContain(trace)
  const report = await auditLedger(world.runtime.store, new LedgerSums())
  expect([report.broken, report.accounts, report.balances]).toEqual([null, 2, 4])
  expect(report.sums.byAccount.get('expired')).toBe(6)
})

test('projects and self-funding stay on record without whoever proposed, answered for or kept them', async () => {
  const { id: callId } = await callOf(world)
  const said = { title: '东门装长椅', text: '老人等车没处坐', callId, unitId: 'group-4' }
  await world.ask(who, 'projects.proposeProject', said)
  const id = await deliberated(world, callId)
  const { store } = world.runtime
  const { history } = world.documents('projects').find(({ _id }) => _id === id)!
  const began = { move: 'start', state: 'underway', at: '2026-11-25T01:00:00.000Z', words: null } as const
  await store.projects.updateWhere(
    { _id: id },
    { owner: { personId: who, name: '本人' }, history: [...history, { ...began, byName: '本人' }] },
  )
  await drafted(world, { treasurerId: who })
  await world.ask(who, 'residents.deleteAccount', {})
  await run(morning + 8 * dayMs)
  const kept = JSON.stringify([world.documents('projects'), world.documents('fundings')])
  expect(kept).not.toContain(`"${who}"`)
  expect(world.documents('projects').map(({ title }) => title)).toContain('东门装长椅')
  expect(kept).not.toContain('本人')
  const left = world.documents('projects').find(({ _id }) => _id === id)!
  expect([left.owner!.name, left.history.at(-1)!.byName]).toEqual(['已注销居民', '已注销居民'])
  expect(left.history.slice(0, -1)).toEqual(history)
})

test('what was proposed, said and voted stays and counts, and nothing says who it was, nor who had voted before', async () => {
  const { id } = await votedOn(world, { by: 'household' })
  await world.ask(who, 'consultations.addComment', { id, text: '赞成装' })
  await world.ask(who, 'consultations.castBallot', { id, optionId: 'option-1' })
  const { householdId } = world.documents('persons').find(({ _id }) => _id === who)!
  await world.runtime.store.persons.updateWhere({ _id: 'resident-grid-7' }, { householdId })
  await world.ask('resident-grid-7', 'consultations.castBallot', { id, optionId: 'option-2' })
  await world.ask(who, 'residents.deleteAccount', {})
  await run(world.clock.now + 8 * dayMs)
  const kept = JSON.stringify(
    (['consultations', 'comments', 'ballots', 'partakers'] as const).map((name) => world.documents(name)),
  )
  expect(kept).not.toContain(`"${who}"`)
  const topic = await world.ask('resident-grid-7', 'consultations.getTopic', { id })
  expect(topic).toMatchObject({
    title: '北门加一盏路灯',
    proposerName: '已离开',
    vote: { ballots: 1, mine: 'option-2' },
  })
  const { comments } = await world.ask('community-worker-1', 'consultations.listComments', { id })
  expect(comments).toMatchObject([{ text: '赞成装', name: '已离开' }])
})
