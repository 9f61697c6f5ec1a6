import type { CapabilityName } from '@/shared/contracts'
import { allPages, useWorld } from '../world'
import { asked, desk, stranger, volunteer } from './shared'

const world = useWorld()
const name = 'activities.listActivities' satisfies CapabilityName
const titlesFor = async (persona: string, state?: 'proposed') =>
  (await world.ask(persona, name, state ? { state } : {})).activities.map(({ title }) => title)

test('staff see all, or those that wait for them; residents their own; another community none of them', async () => {
  await world.ask(volunteer, 'activities.createActivity', { ...asked, title: '我的' })
  await world.ask(desk, 'activities.createActivity', { ...asked, title: '社区的' })
  expect((await titlesFor(desk)).slice(0, 2).sort()).toEqual(['我的', '社区的'].sort())
  expect(await titlesFor(desk, 'proposed')).toContain('我的')
  expect(await titlesFor(volunteer)).toEqual(['我的'])
  expect(await titlesFor(stranger)).not.toContain('我的')
})

test('page by page each once', async () => {
  for (let at = 0; at < 25; at++) {
    world.clock.now += 1000
    await world.ask(volunteer, 'activities.createActivity', { ...asked, title: `第 ${at} 个` })
  }
  const rows = await allPages(async (cursor) => {
    const { activities, next } = await world.ask(volunteer, name, { cursor })
    return { rows: activities.map(({ id }) => id), next }
  })
  expect([rows.length, new Set(rows).size]).toEqual([25, 25])
})
