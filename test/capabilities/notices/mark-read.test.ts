import type { CapabilityName } from '@/shared/contracts'
import { expectOnce, expectRefused, report, useWorld } from '../world'

const world = useWorld()
const name = 'notices.markRead' satisfies CapabilityName

const unreadIds = async (persona: string): Promise<string[]> =>
  (await world.ask(persona, 'notices.listNotices', {})).notices.filter(({ isRead }) => !isRead).map(({ id }) => id)

test('those named are read and the others stay; without names all are', async () => {
  for (let round = 0; round < 3; round++) await report(world)
  const [first, ...others] = await unreadIds('worker-grid-6')
  expect(await world.ask('worker-grid-6', name, { ids: [first!] })).toEqual({ marked: 1 })
  expect(await unreadIds('worker-grid-6')).toEqual(others)
  expect(await world.ask('worker-grid-6', name, {})).toEqual({ marked: 2 })
  expect(await unreadIds('worker-grid-6')).toEqual([])
  expect(await world.ask('worker-grid-6', name, {})).toEqual({ marked: 0 })
})

test('sent twice it answers the same, though by then nothing is unread', async () => {
  await report(world)
  expect(await expectOnce(world, 'worker-grid-6', name, {}, { ids: ['something-else'] })).toEqual({ marked: 1 })
})

test('messages of somebody else match nothing, exactly like messages that are not there', async () => {
  await report(world)
  const ids = await unreadIds('worker-grid-6')
  for (const persona of ['resident-grid-7', 'worker-grid-7', 'administrator-1', 'newcomer-1', 'b-worker-grid-1'])
    expect(await world.ask(persona, name, { ids })).toEqual(await world.ask(persona, name, { ids: ['not-there'] }))
  expect(await unreadIds('worker-grid-6')).toEqual(ids)
})

test('at least one and at most a page of them may be named', async () => {
  await expectRefused(world, 'INVALID_INPUT', 'worker-grid-6', name, { ids: [] })
  const many = Array.from({ length: 101 }, (_, at) => `notice-${at}`)
  await expectRefused(world, 'INVALID_INPUT', 'worker-grid-6', name, { ids: many })
  expect(await world.ask('worker-grid-6', name, { ids: many.slice(1) })).toEqual({ marked: 0 })
  await expectRefused(world, 'UNAUTHENTICATED', null, name, {})
})
