import type { CapabilityName } from '@/shared/contracts'
import { expectRefused, useWorld } from '../world'
import { giveTo, householdOf, resident } from './members'

const world = useWorld()
const name = 'lovebank.listStatement' satisfies CapabilityName

test('pages of twenty, newest first, every balance following from the one before', async () => {
  for (let n = 0; n < 23; n++) await giveTo(world, resident, n % 3 === 2 ? -1 : 2)
  const first = await world.ask(resident, name, { kind: 'person' })
  expect(first.entries).toHaveLength(20)
  const second = await world.ask(resident, name, { kind: 'person', cursor: first.next })
  expect([second.entries.length, second.next]).toEqual([3, undefined])
  const all = [...first.entries, ...second.entries]
  all.slice(0, -1).forEach((entry, at) => expect(all[at + 1]!.available).toBe(entry.available - entry.change))
  expect(new Set(all.map(({ id }) => id)).size).toBe(23)
})

test('a cursor nobody made begins at the newest', async () => {
  await giveTo(world, resident, 2)
  expect((await world.ask(resident, name, { kind: 'person', cursor: 'abc' })).entries).toHaveLength(1)
})

test('somebody without points, and somebody without a household, have an empty statement', async () => {
  expect(await world.ask(resident, name, { kind: 'person' })).toEqual({ entries: [] })
  expect(await world.ask('administrator-1', name, { kind: 'family' })).toEqual({ entries: [] })
  expect(householdOf(world, resident)).toBeTruthy()
})

test('FORBIDDEN to a newcomer', async () => {
  await expectRefused(world, 'FORBIDDEN', 'newcomer-1', name, { kind: 'person' })
})
