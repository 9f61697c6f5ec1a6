import type { CapabilityName } from '@/shared/contracts'
import { toInstant } from '@/shared/kernel/time'
import { expectOnce, expectRefused, useWorld } from '../world'
import { serve } from './certificates'
import { neighbour, volunteer } from './shared'

const world = useWorld()
const name = 'activities.setRanking' satisfies CapabilityName
const on = { isListed: true, shows: 'masked' as const, isAdult: true }
const rows = async () => (await world.ask(neighbour, 'activities.getRanking', {})).rows

test('on and off take effect at once, and every answer stays on record with its time', async () => {
  await serve(world)
  const first = toInstant(world.clock.now)
  expect(await expectOnce(world, volunteer, name, on, { isListed: false })).toEqual({
    isListed: true,
    shows: 'masked',
    since: first,
  })
  expect(await rows()).toHaveLength(1)
  world.clock.now += 60_000
  await world.ask(volunteer, name, { isListed: false })
  expect(await rows()).toEqual([])
  expect(world.documents('rankings')).toEqual([])
  expect(world.documents('rankingChoices')).toMatchObject([
    { isListed: false, at: toInstant(world.clock.now), before: [{ isListed: true, shows: 'masked', at: first }] },
  ])
})

test('taking it back takes away the rows of every period there is, also of those that lie behind', async () => {
  await serve(world)
  await world.ask(volunteer, name, on)
  expect(
    world
      .documents('rankings')
      .map(({ period }) => period)
      .sort(),
  ).toEqual(['2026', '2026-11'])
  world.clock.now = Date.parse('2027-03-01T01:00:00.000Z')
  await world.ask(volunteer, name, { isListed: false })
  expect(world.documents('rankings')).toEqual([])
})

test('another way of being called takes the place of the first', async () => {
  await serve(world)
  await world.ask(volunteer, name, on)
  await world.ask(volunteer, name, { ...on, shows: 'name' })
  const { name: whole } = world.documents('persons').find(({ _id }) => _id === volunteer)!
  expect((await rows()).map(({ shownAs }) => shownAs)).toEqual([whole])
})

test('ADULTS_ONLY without the word that one is of age; taking it back asks for nothing', async () => {
  for (const input of [{ isListed: true }, { isListed: true, isAdult: false }])
    await expectRefused(world, 'ADULTS_ONLY', volunteer, name, input)
  expect(await world.refusalOf(volunteer, name, { isListed: false })).toBe('ok')
})

test('FORBIDDEN to a newcomer, INVALID_INPUT for a name of one’s own making', async () => {
  await expectRefused(world, 'FORBIDDEN', 'newcomer-1', name, on)
  await expectRefused(world, 'INVALID_INPUT', volunteer, name, { ...on, shows: '好人一个' })
})
