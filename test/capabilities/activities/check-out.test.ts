import type { CapabilityName } from '@/shared/contracts'
import { minuteMs, toInstant } from '@/shared/kernel/time'
import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import {
  arrive,
  asked,
  at,
  desk,
  end,
  leave,
  pointsOf,
  sessionOf,
  signedUpFor,
  start,
  stranger,
  volunteer,
} from './shared'

const world = useWorld()
const name = 'activities.checkOut' satisfies CapabilityName

test('what was served is awarded at once, floored to half points, told, and once', async () => {
  const id = await signedUpFor(world)
  await arrive(world, id)
  at(world, start + 100 * minuteMs)
  const input = { id, at: toInstant(world.clock.now) }
  const reply = await expectOnce(world, volunteer, name, input, { ...input, at: toInstant(start) })
  expect(await pointsOf(world)).toEqual([3])
  expect(reply).toMatchObject({ counted: 100, honour: 0, halfPoints: 3 })
  await leave(world, id)
  expect(await pointsOf(world)).toEqual([3])
  const { notices } = await world.ask(volunteer, 'notices.listNotices', {})
  expect(notices[0]).toMatchObject({ title: '积分到账', text: '参加“陪老人聊天”，您得 1.5 分。' })
  const { entries } = await world.ask(volunteer, 'lovebank.listStatement', { kind: 'person' })
  expect(entries).toMatchObject([{ kind: 'award', title: '陪老人聊天', change: 3 }])
})

test('staying on adds nothing; four hours count in a session, six in a day, the rest is honour', async () => {
  const long = { ...asked.rule, times: ['06:00'], minutes: 300 }
  const second = { ...asked.rule, times: ['13:00'], minutes: 240 }
  const ids = [await sessionOf(world, { rule: long }), await sessionOf(world, { rule: second })]
  for (const id of ids) await world.ask(volunteer, 'activities.signUp', { id })
  const begin = start - 180 * minuteMs
  at(world, begin)
  await arrive(world, ids[0]!)
  at(world, begin + 400 * minuteMs)
  expect(await leave(world, ids[0]!)).toMatchObject({ counted: 240, honour: 60, halfPoints: 8 })
  at(world, start + 240 * minuteMs)
  await arrive(world, ids[1]!)
  at(world, start + 480 * minuteMs)
  expect(await leave(world, ids[1]!)).toMatchObject({ counted: 120, honour: 120, halfPoints: 4 })
  expect(await pointsOf(world)).toEqual([12])
})

test('the points of the children go to the family, in an account of its own', async () => {
  const id = await sessionOf(world)
  const children = [
    { name: '大宝', ageGroup: 'from10to13' as const },
    { name: '小宝', ageGroup: 'under6' as const },
  ]
  await world.ask(volunteer, 'activities.signUp', { id, who: 'withChildren', children, hasConsented: true })
  at(world, start)
  await arrive(world, id, volunteer, { who: 'withChildren' })
  at(world, end)
  await leave(world, id)
  expect(await pointsOf(world)).toEqual([4, 8])
})

test('a full account takes no more, its owner is told, and the hours stand', async () => {
  const who = { kind: 'person', ownerId: volunteer } as const
  const id = await signedUpFor(world)
  await arrive(world, id)
  await world.ask('administrator-1', 'lovebank.adjustPoints', { ...who, halfPoints: 2999, reason: '补' })
  at(world, end)
  expect(await leave(world, id)).toMatchObject({ counted: 120, halfPoints: 1 })
  expect(await pointsOf(world)).toEqual([3000])
  const { notices } = await world.ask(volunteer, 'notices.listNotices', {})
  expect(notices.find(({ title }) => title === '积分到账')!.text).toContain('到上限了，1.5 分没有记')
})

test('a stopped account earns nothing, its owner is told so, and the hours stand', async () => {
  const id = await signedUpFor(world)
  await arrive(world, id)
  const stop = { kind: 'person', ownerId: volunteer, isSuspended: true, reason: '核实中' } as const
  await world.ask('administrator-1', 'lovebank.setSuspension', stop)
  const before = world.documents('transfers').length
  at(world, end)
  expect(await leave(world, id)).toMatchObject({ counted: 120, halfPoints: 0 })
  expect([await pointsOf(world), world.documents('transfers').length]).toEqual([[0], before])
  const { notices } = await world.ask(volunteer, 'notices.listNotices', {})
  const told = notices.find(({ title }) => title === '这一场没有得分')
  expect(told!.text).toContain('积分账户暂停中，2 分没有记，时长照记')
  expect(await world.ask(volunteer, 'activities.getMyHours', {})).toMatchObject({ counted: 120 })
})

test('nothing is awarded while somebody has to agree', async () => {
  const id = await signedUpFor(world)
  await arrive(world, id, volunteer, { position: null })
  at(world, end)
  expect(await leave(world, id)).toMatchObject({ counted: 0, honour: 120, halfPoints: null, waitsFor: 'leader' })
  expect(await pointsOf(world)).toEqual([0])
})

test('NOT_CHECKED_IN, and NOT_FOUND to another community', async () => {
  const id = await signedUpFor(world)
  await expectRefused(world, 'NOT_CHECKED_IN', volunteer, name, { id, at: toInstant(end) })
  await expectAbsent(world, stranger, name, id, (one) => ({ id: one, at: toInstant(end) }))
})

test('the award writes nothing of the session: two hundred may leave at once', async () => {
  const id = await signedUpFor(world)
  await arrive(world, id)
  const session = () => JSON.stringify(world.documents('sessions').find(({ _id }) => _id === id))
  const before = session()
  at(world, end)
  await leave(world, id)
  expect(session()).toBe(before)
})

test('two guardians of one household bring a child each: the family has points for both', async () => {
  const id = await sessionOf(world)
  const { householdId } = world.documents('persons').find(({ _id }) => _id === volunteer)!
  const { store } = world.runtime
  const partner = 'resident-grid-3'
  const before = (await store.persons.get(partner))!
  await store.transact((tx) => tx.persons.put({ ...before, householdId: householdId! }))
  for (const [guardian, name] of [
    [volunteer, '大宝'],
    [partner, '小宝'],
  ] as const) {
    const children = [{ name, ageGroup: 'from6to9' as const }]
    await world.ask(guardian, 'activities.signUp', { id, who: 'withChildren', children, hasConsented: true })
  }
  at(world, start)
  for (const guardian of [volunteer, partner]) await arrive(world, id, guardian, { who: 'withChildren' })
  at(world, end)
  for (const guardian of [volunteer, partner]) await leave(world, id, guardian)
  expect(await pointsOf(world)).toEqual([4, 8])
  expect(await pointsOf(world, partner)).toEqual([4, 8])
})

test('SESSION_CANCELLED: a session that was called off after somebody had come early earns nothing, a kept check-out neither', async () => {
  const id = await signedUpFor(world)
  at(world, start - 10 * minuteMs)
  await arrive(world, id)
  await world.ask(desk, 'activities.cancelSession', { id, reason: '下雨' })
  at(world, end)
  await expectRefused(world, 'SESSION_CANCELLED', volunteer, name, { id, at: toInstant(end) })
  expect(await pointsOf(world)).toEqual([0])
})
