import type { CapabilityName } from '@/shared/contracts'
import { allPages, useWorld } from '../world'
import { asked, desk, neighbour, sessionOf, stranger, volunteer } from './shared'

const world = useWorld()
const name = 'activities.listSessions' satisfies CapabilityName

test('in the order in which they start, with the seats taken and whether one is mine', async () => {
  const id = await sessionOf(world, { capacity: 2 })
  await sessionOf(world, { theme: 'litter', rule: { ...asked.rule, times: ['07:00'] } })
  await world.ask(volunteer, 'activities.signUp', { id })
  await world.ask(neighbour, 'activities.signUp', { id, who: 'self' })
  await world.ask('resident-grid-3', 'activities.signUp', { id })
  const { sessions } = await world.ask(volunteer, name, { from: '2026-11-26', to: '2026-11-26' })
  const times = sessions.map(({ startsAt }) => startsAt)
  expect(times).toEqual([...times].sort())
  const mine = { taken: 2, waiting: 1, isMine: true, isWaiting: false, halfPointsMax: 4 }
  expect(sessions.find((one) => one.id === id)).toMatchObject(mine)
  // Whoever waits is not told that they have a place.
  const asWaiting = await world.ask('resident-grid-3', name, { from: '2026-11-26', to: '2026-11-26' })
  expect(asWaiting.sessions.find((one) => one.id === id)).toMatchObject({ ...mine, isWaiting: true })
  const litter = await world.ask(volunteer, name, { from: '2026-11-26', to: '2026-11-26', theme: 'litter' })
  expect(litter.sessions.every(({ theme }) => theme === 'litter')).toBe(true)
  expect(litter.sessions.length).toBeGreaterThan(0)
})

test('page by page each once, and nothing of another community', async () => {
  const rule = { ...asked.rule, times: ['07:00', '12:00', '17:00'], from: '2027-01-01', to: '2027-01-10' }
  world.clock.now = Date.parse('2026-12-31T00:00:00.000Z')
  const { id: activityId } = await world.ask(desk, 'activities.createActivity', { ...asked, rule })
  const rows = await allPages(async (cursor) => {
    const { sessions, next } = await world.ask(volunteer, name, { from: '2027-01-01', cursor })
    return { rows: sessions, next }
  })
  const own = rows.filter((one) => one.activityId === activityId)
  expect([own.length, new Set(own.map((one) => one.id)).size]).toEqual([30, 30])
  const foreign = await world.ask(stranger, name, { from: '2027-01-01' })
  expect(foreign.sessions.filter((one) => one.activityId === activityId)).toEqual([])
})
