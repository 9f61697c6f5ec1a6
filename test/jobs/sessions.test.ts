import { deliverAnnouncements } from '@cloud/jobs/deliver-announcements'
import { makeSessions } from '@cloud/jobs/make-sessions'
import { stepSessions } from '@cloud/jobs/step-sessions'
import type { Job } from '@cloud/jobs/job'
import { dayMs, minuteMs } from '@/shared/kernel/time'
import {
  arrive,
  asked,
  at,
  desk,
  end,
  neighbour,
  pointsOf,
  sessionOf,
  signedUpFor,
  start,
  volunteer,
} from '../capabilities/activities/shared'
import { useWorld, written } from '../capabilities/world'

const world = useWorld()
const run = async (job: Job, now: number): Promise<number> => {
  at(world, now)
  const { store, files } = world.runtime
  return (await job({ store, files, now })).done
}
const sessionBy = (id: string) => world.documents('sessions').find(({ _id }) => _id === id)!
const titlesOf = async (persona: string) =>
  (await world.ask(persona, 'notices.listNotices', {})).notices.map(({ title }) => title)
const year = () => world.documents('issuerYears').find(({ communityId }) => communityId === 'xinsheng')!

test('every night there are sessions for two weeks ahead, each made once, however often it runs or however long it did not', async () => {
  const rule = { ...asked.rule, times: ['07:00', '17:00'], to: '2027-02-28' }
  const { id, sessions } = await world.ask(desk, 'activities.createActivity', { ...asked, rule })
  const ofThis = () => world.documents('sessions').filter(({ activityId }) => activityId === id)
  expect(sessions).toBe(28)
  const night = start + 15 * 60 * minuteMs
  await run(makeSessions, night)
  expect(ofThis()).toHaveLength(32)
  const before = written(world)
  await run(makeSessions, night)
  expect(written(world) === before).toBe(true)
  await run(makeSessions, night + 4 * dayMs)
  expect(ofThis()).toHaveLength(40)
  expect(new Set(ofThis().map(({ startsAt }) => startsAt)).size).toBe(40)
})

test('thirty days of twice a day are sixty sessions; those to which nobody came are marked', async () => {
  const rule = { ...asked.rule, times: ['07:00', '17:00'], minutes: 60, from: '2026-12-01', to: '2026-12-30' }
  const { id } = await world.ask(desk, 'activities.createActivity', { ...asked, theme: 'litter', rule })
  for (let day = 0; day <= 36; day++) {
    const now = Date.parse('2026-11-25T16:10:00.000Z') + day * dayMs
    await run(makeSessions, now)
    await run(stepSessions, now)
  }
  const sessions = world.documents('sessions').filter(({ activityId }) => activityId === id)
  expect([sessions.length, sessions.filter(({ isMissed }) => isMissed).length]).toEqual([60, 60])
})

test('an activity whose last day has gone by has ended', async () => {
  const id = sessionBy(await sessionOf(world)).activityId
  await run(makeSessions, end + 2 * dayMs)
  expect(world.documents('activities').find(({ _id }) => _id === id)!.state).toBe('ended')
})

test('when the year has nothing left, nothing is made and the leader is told, once a day', async () => {
  const rule = { ...asked.rule, to: '2027-02-28' }
  const { id } = await world.ask(desk, 'activities.createActivity', { ...asked, rule })
  await world.runtime.store.issuerYears.updateWhere({ _id: year()._id }, { awarded: year().budget - year().reserved })
  const night = start + 15 * 60 * minuteMs
  for (const _twice of [1, 2]) await run(makeSessions, night)
  expect((await titlesOf(desk)).filter((title) => title === '积分额度不足')).toHaveLength(1)
  expect(world.documents('sessions').filter(({ activityId }) => activityId === id)).toHaveLength(14)
})

test('the day before, whoever has a place is reminded, and the leader is warned where too few have; once', async () => {
  const later = { ...asked.rule, from: '2026-11-28', to: '2026-11-28' }
  const id = await sessionOf(world, { capacity: 3, headCountMin: 2, rule: later })
  await world.ask(volunteer, 'activities.signUp', { id })
  const dayBefore = start + dayMs
  await run(stepSessions, dayBefore - 1)
  await run(deliverAnnouncements, dayBefore - 1)
  expect(await titlesOf(volunteer)).toEqual([])
  for (const _twice of [1, 2]) await run(stepSessions, dayBefore)
  await run(deliverAnnouncements, dayBefore)
  expect((await titlesOf(volunteer)).filter((title) => title === '活动提醒')).toHaveLength(1)
  expect((await titlesOf(desk)).filter((title) => title === '报名人数不足')).toHaveLength(1)
})

test('what was made less than two days ahead is looked at half way, so that nobody is warned of it at once', async () => {
  await sessionOf(world, { headCountMin: 2 })
  await run(stepSessions, start - dayMs + 60 * minuteMs)
  expect(await titlesOf(desk)).toEqual([])
  await run(stepSessions, start - dayMs / 2)
  expect(await titlesOf(desk)).toEqual(['报名人数不足'])
})

test('a forgotten check-out counts to the planned end at most, and is awarded by itself', async () => {
  const id = await signedUpFor(world)
  await arrive(world, id)
  await run(stepSessions, start)
  await run(stepSessions, end + 29 * minuteMs)
  expect(await pointsOf(world)).toEqual([0])
  for (const _twice of [1, 2]) await run(stepSessions, end + 30 * minuteMs)
  expect(await pointsOf(world)).toEqual([4])
  const [participation] = world.documents('participations').filter(({ sessionId }) => sessionId === id)
  expect(participation).toMatchObject({ outBy: 'plan', counted: 120, isOpen: false })
})

test('a session to which nobody came is told of', async () => {
  const id = await signedUpFor(world)
  await run(stepSessions, start)
  await run(stepSessions, end + 30 * minuteMs)
  expect(sessionBy(id).isMissed).toBe(true)
  expect(await titlesOf(desk)).toContain('这一场没有人签到')
})

test('once all is decided, what was set aside and not given away is returned to the year', async () => {
  const before = world.documents('issuerYears').find(({ communityId }) => communityId === 'xinsheng')
  const id = await signedUpFor(world)
  expect(year().reserved - (before?.reserved ?? 0)).toBe(40)
  await arrive(world, id)
  await run(stepSessions, start)
  await run(stepSessions, end + 30 * minuteMs)
  await run(stepSessions, end + 2 * dayMs)
  expect(sessionBy(id)).toMatchObject({ state: 'settled', nextStep: null })
  expect([year().reserved - (before?.reserved ?? 0), year().awarded - (before?.awarded ?? 0)]).toEqual([0, 4])
})

test('what was said of children is forgotten with the settlement; that their guardian consented is not', async () => {
  const id = await sessionOf(world)
  const children = [{ name: '小宝', ageGroup: 'under6' as const }]
  await world.ask(volunteer, 'activities.signUp', { id, who: 'withChildren', children, hasConsented: true })
  for (const now of [start, end + 30 * minuteMs, end + 2 * dayMs]) await run(stepSessions, now)
  const signup = world.documents('signups').find(({ sessionId }) => sessionId === id)
  expect(signup).toMatchObject({ children: [], consentedAt: '2026-11-25T01:00:00.000Z', seats: 2 })
})

test('while somebody has to agree it stays open, for thirty days at most', async () => {
  const id = await signedUpFor(world, {}, [volunteer, neighbour])
  await arrive(world, id, volunteer, { position: null })
  await run(stepSessions, start)
  await run(stepSessions, end + 30 * minuteMs)
  await run(stepSessions, end + 2 * dayMs)
  expect(sessionBy(id).state).toBe('open')
  await run(stepSessions, end + 29 * dayMs)
  expect(sessionBy(id).state).toBe('open')
  await run(stepSessions, end + 32 * dayMs)
  expect(sessionBy(id).state).toBe('settled')
  expect(await pointsOf(world)).toEqual([0])
})

test('the ledger of all of it is sound: every account is what its transfers say', async () => {
  const id = await signedUpFor(world, {}, [volunteer, neighbour])
  for (const persona of [volunteer, neighbour]) await arrive(world, id, persona)
  await run(stepSessions, start)
  await run(stepSessions, end + 30 * minuteMs)
  const { AccountAudit, LedgerSums } = await import('@/shared/domain/lovebank/audit')
  const { ledgerDigest } = await import('@cloud/runtime/ledger')
  const sums = new LedgerSums()
  for (const account of world.documents('accounts')) {
    const audit = new AccountAudit(account._id, account.communityId, ledgerDigest)
    const chain = world.documents('transfers').filter(({ accountId }) => accountId === account._id)
    for (const transfer of chain.sort((a, b) => a.sequence - b.sequence)) {
      expect(audit.take(transfer)).toBeNull()
      sums.take(transfer)
    }
    expect(audit.finish(account)).toBeNull()
  }
  const balances = world.documents('accounts').reduce((sum, { available, held }) => sum + available + held, 0)
  expect(sums.outstanding()).toBe(balances)
})

test('of a session that was called off nothing is kept: no names of children, nobody who came early, and they are free at once', async () => {
  const id = await sessionOf(world)
  const children = [{ name: '小宝', ageGroup: 'under6' as const }]
  await world.ask(volunteer, 'activities.signUp', { id, who: 'withChildren', children, hasConsented: true })
  at(world, start - 10 * minuteMs)
  await arrive(world, id, volunteer, { who: 'withChildren', position: null })
  expect(await world.ask(desk, 'activities.listUndecided', {})).toMatchObject({ participations: [{ sessionId: id }] })
  await world.ask(desk, 'activities.cancelSession', { id, reason: '下雨' })
  for (const _twice of [1, 2]) await run(stepSessions, start)
  expect(world.documents('participations').filter(({ sessionId }) => sessionId === id)).toEqual([])
  expect((await world.ask(desk, 'activities.listUndecided', {})).participations).toEqual([])
  expect(world.documents('signups').find(({ sessionId }) => sessionId === id)).toMatchObject({ children: [] })
  expect(world.documents('volunteers').find(({ personId }) => personId === volunteer)).toMatchObject({
    present: null,
    times: 0,
  })
  expect(sessionBy(id)).toMatchObject({ state: 'cancelled', nextStep: null, reserved: 0 })
})
