import { tellMovedUp } from '@cloud/jobs/tell-moved-up'
import type { CapabilityName } from '@/shared/contracts'
import { underwayMs } from '@/shared/domain/activities/tickets'
import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { asked, at, desk, neighbour, sessionOf, start, stranger, volunteer } from './shared'

const world = useWorld()
const name = 'activities.signUp' satisfies CapabilityName
const children = [{ name: '小宝', ageGroup: 'from6to9' }] as const

test('a place while there are places, then the waiting list in the order of the tickets', async () => {
  const id = await sessionOf(world, { capacity: 1, headCountMin: 1 })
  expect(await world.ask(volunteer, name, { id })).toEqual({ id, standing: 'place', ahead: 0 })
  expect(await world.ask(neighbour, name, { id })).toEqual({ id, standing: 'waiting', ahead: 0 })
  expect(await world.ask('resident-grid-3', name, { id })).toEqual({ id, standing: 'waiting', ahead: 1 })
})

test('sent twice, or asked for twice, it is one sign-up', async () => {
  const id = await sessionOf(world)
  await expectOnce(world, volunteer, name, { id }, { id, who: 'withChildren' })
  await world.ask(volunteer, name, { id })
  expect(world.documents('signups').filter(({ sessionId }) => sessionId === id)).toHaveLength(1)
  expect(world.documents('sessions').find(({ _id }) => _id === id)!.tickets).toBe(1)
})

test('given back and asked for again, one stands at the end', async () => {
  const id = await sessionOf(world, { capacity: 1, headCountMin: 1 })
  await world.ask(volunteer, name, { id })
  await world.ask(neighbour, name, { id })
  await world.ask(volunteer, 'activities.cancelSignup', { id, reason: '有事' })
  expect(await world.ask(volunteer, name, { id })).toMatchObject({ standing: 'waiting' })
  expect((await world.ask(neighbour, 'activities.getSession', { id })).mine).toMatchObject({ standing: 'place' })
})

test('a guardian brings a child: two seats, the separate consent is on record, and no more than name and age', async () => {
  const id = await sessionOf(world, { capacity: 2 })
  await world.ask(volunteer, name, { id, who: 'withChildren', children: [...children], hasConsented: true })
  expect(await world.ask(neighbour, name, { id })).toMatchObject({ standing: 'waiting' })
  const [signup] = world.documents('signups').filter(({ seats }) => seats === 2)
  expect(signup).toMatchObject({ children, consentedAt: '2026-11-25T01:00:00.000Z' })
})

test('GUARDIAN_NEEDED: children alone are refused; CHILD_MISSING, CONSENT_MISSING, HOUSEHOLD_MISSING', async () => {
  const id = await sessionOf(world)
  const family = { id, who: 'withChildren', children: [...children], hasConsented: true } as const
  await expectRefused(world, 'GUARDIAN_NEEDED', volunteer, name, { ...family, who: 'childrenOnly' })
  await expectRefused(world, 'CHILD_MISSING', volunteer, name, { ...family, children: [] })
  await expectRefused(world, 'CONSENT_MISSING', volunteer, name, { ...family, hasConsented: false })
  const { householdId, ...officer } = world.documents('persons').find(({ _id }) => _id === 'officer-law-enforcement')!
  expect([householdId, officer.isNewcomer]).toEqual([undefined, undefined])
  await expectRefused(world, 'HOUSEHOLD_MISSING', officer._id, name, family)
})

test('SIGNUP_OVERLAPS with another in the same hours; one that ends as the next begins, or was cancelled, is no overlap', async () => {
  const [first, other, next] = [
    await sessionOf(world),
    await sessionOf(world, { rule: { ...asked.rule, times: ['10:30'] } }),
    await sessionOf(world, { rule: { ...asked.rule, times: ['11:00'] } }),
  ]
  await world.ask(volunteer, name, { id: first })
  await expectRefused(world, 'SIGNUP_OVERLAPS', volunteer, name, { id: other })
  await world.ask(volunteer, name, { id: next })
  await world.ask(desk, 'activities.cancelSession', { id: first, reason: '下雨' })
  await world.ask(desk, 'activities.cancelSession', { id: next, reason: '下雨' })
  await world.ask(volunteer, name, { id: other })
})

test('two overlapping sign-ups of one person at the same moment: one of them is refused', async () => {
  const ids = [await sessionOf(world), await sessionOf(world)]
  const outcomes = await Promise.all(ids.map((id) => world.refusalOf(volunteer, name, { id })))
  expect(outcomes.sort()).toEqual(['SIGNUP_OVERLAPS', 'ok'])
})

test('SESSION_BEGUN, SESSION_CANCELLED, WAITING_LIST_FULL', async () => {
  const id = await sessionOf(world)
  at(world, start)
  await expectRefused(world, 'SESSION_BEGUN', volunteer, name, { id })
  at(world, start - 1000)
  await world.ask(desk, 'activities.cancelSession', { id, reason: '下雨' })
  await expectRefused(world, 'SESSION_CANCELLED', volunteer, name, { id })
  const full = await sessionOf(world, { rule: { ...asked.rule, times: ['15:00'] } })
  await world.ask(neighbour, name, { id: full })
  const like = world.documents('signups').find(({ sessionId }) => sessionId === full)!
  world.cloud.insertDocuments(
    'signups',
    Array.from({ length: 309 }, (_, at) => ({
      ...like,
      _id: `signup-more-${at}`,
      personId: `p-${at}`,
      ticket: at + 2,
    })),
  )
  await world.runtime.store.sessions.updateWhere({ _id: full }, { tickets: 310 })
  await expectRefused(world, 'WAITING_LIST_FULL', volunteer, name, { id: full })
})

test('while a number before is still on its way it is said not to be known, then it is, and whoever has the place is told', async () => {
  const id = await sessionOf(world, { capacity: 1, headCountMin: 1 })
  const increment = { _id: id, state: 'open' } as const
  // Somebody's number was taken and never came: their call was cut off.
  await world.runtime.store.sessions.increment(increment, 'tickets', 1)
  expect(await world.ask(volunteer, name, { id })).toEqual({ id, standing: 'pending', ahead: 0 })
  const standing = async () => (await world.ask(volunteer, 'activities.getSession', { id })).mine?.standing
  expect(await standing()).toBe('pending')
  at(world, world.clock.now + underwayMs)
  expect(await standing()).toBe('place')
  const { store, files } = world.runtime
  await tellMovedUp({ store, files, now: world.clock.now })
  expect((await world.ask(volunteer, 'notices.listNotices', {})).notices[0]).toMatchObject({
    title: '报名成功，有名额了',
  })
})

test('FORBIDDEN to a newcomer, NOT_FOUND to another community', async () => {
  const id = await sessionOf(world)
  await expectRefused(world, 'FORBIDDEN', 'newcomer-1', name, { id })
  await expectAbsent(world, stranger, name, id, (one) => ({ id: one }))
})

test('SEATS_TOO_FEW: a family larger than the session is told so, and stands in nobody’s way', async () => {
  const id = await sessionOf(world, { capacity: 2 })
  const children = ['大宝', '小宝'].map((child) => ({ name: child, ageGroup: 'under6' as const }))
  const family = { id, who: 'withChildren' as const, children, hasConsented: true }
  await expectRefused(world, 'SEATS_TOO_FEW', volunteer, name, family)
  expect(await world.ask(neighbour, name, { id })).toMatchObject({ standing: 'place' })
})

test('CHILD_TWICE: a child comes once, whoever of the household brings it', async () => {
  const id = await sessionOf(world)
  const child = { name: '小宝', ageGroup: 'under6' as const }
  const family = { id, who: 'withChildren' as const, children: [child], hasConsented: true }
  await expectRefused(world, 'CHILD_TWICE', volunteer, name, { ...family, children: [child, child] })
  const { householdId } = world.documents('persons').find(({ _id }) => _id === volunteer)!
  const { store } = world.runtime
  const partner = (await store.persons.get(neighbour))!
  await store.transact((tx) => tx.persons.put({ ...partner, householdId: householdId! }))
  await world.ask(volunteer, name, family)
  await expectRefused(world, 'CHILD_TWICE', neighbour, name, family)
  const other = { ...child, name: '大宝' }
  expect(await world.ask(neighbour, name, { ...family, children: [other] })).toMatchObject({ standing: 'place' })
})
