import { tellMovedUp } from '@cloud/jobs/tell-moved-up'
import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { minuteMs } from '@/shared/kernel/time'
import { arrive, at, neighbour, sessionOf, start, stranger, volunteer } from './shared'

const world = useWorld()
const name = 'activities.cancelSignup' satisfies CapabilityName
const third = 'resident-grid-3'
const movedUpTitles = async (persona: string) =>
  (await world.ask(persona, 'notices.listNotices', {})).notices.filter(({ title }) => title === '报名成功，有名额了')
const filled = async () => {
  const id = await sessionOf(world, { capacity: 1, headCountMin: 1 })
  for (const persona of [volunteer, neighbour, third]) await world.ask(persona, 'activities.signUp', { id })
  return id
}
const tell = () => tellMovedUp({ store: world.runtime.store, files: world.runtime.files, now: world.clock.now })

test('whoever waits next has the place and is told, once; nobody else is', async () => {
  const id = await filled()
  await expectOnce(world, volunteer, name, { id, reason: '临时有事' }, { id, reason: '别的' })
  expect(await movedUpTitles(neighbour)).toMatchObject([{ subject: { kind: 'session', id } }])
  expect(await movedUpTitles(third)).toEqual([])
  expect(await tell()).toEqual({ done: 0 })
  expect(await movedUpTitles(neighbour)).toHaveLength(1)
})

test('two give their places back at the same moment: both who waited are told, by the job at the latest', async () => {
  const id = await sessionOf(world, { capacity: 2 })
  const people = [volunteer, neighbour, third, 'resident-grid-1']
  for (const persona of people) await world.ask(persona, 'activities.signUp', { id })
  await Promise.all([volunteer, neighbour].map((one) => world.ask(one, name, { id, reason: '有事' })))
  await tell()
  for (const persona of [third, 'resident-grid-1']) expect(await movedUpTitles(persona)).toHaveLength(1)
})

test('what was said of the children is forgotten, the reason kept', async () => {
  const id = await sessionOf(world)
  const children = [{ name: '小宝', ageGroup: 'under6' as const }]
  await world.ask(volunteer, 'activities.signUp', { id, who: 'withChildren', children, hasConsented: true })
  await world.ask(volunteer, name, { id, reason: '孩子发烧' })
  const signup = world.documents('signups').find(({ sessionId }) => sessionId === id)
  expect(signup).toMatchObject({ state: 'cancelled', children: [], consentedAt: null, reason: '孩子发烧' })
})

test('NOT_SIGNED_UP, SESSION_BEGUN', async () => {
  const id = await sessionOf(world)
  await expectRefused(world, 'NOT_SIGNED_UP', volunteer, name, { id, reason: '有事' })
  await world.ask(volunteer, 'activities.signUp', { id })
  at(world, start)
  await expectRefused(world, 'SESSION_BEGUN', volunteer, name, { id, reason: '有事' })
})

test('NOT_FOUND to another community', async () => {
  await expectAbsent(world, stranger, name, await sessionOf(world), (id) => ({ id, reason: '有事' }))
})

test('ALREADY_CHECKED_IN: whoever came early keeps the place, so that it does not earn twice', async () => {
  const id = await filled()
  at(world, start - 20 * minuteMs)
  await arrive(world, id)
  expect(await world.ask(volunteer, 'activities.getSession', { id })).toMatchObject({ canCancelSignup: false })
  await expectRefused(world, 'ALREADY_CHECKED_IN', volunteer, name, { id, reason: '先走了' })
  expect(await movedUpTitles(neighbour)).toEqual([])
})
