import { foldRankings } from '@cloud/jobs/fold-rankings'
import { rankIdsOf } from '@cloud/runtime/rank-rows'
import { serve } from '../capabilities/activities/certificates'
import { neighbour, volunteer } from '../capabilities/activities/shared'
import { useWorld } from '../capabilities/world'

const world = useWorld()
const ground = () => ({ store: world.runtime.store, files: world.runtime.files, now: world.clock.now })
const run = () => foldRankings(ground())
const list = (isListed: boolean) => world.ask(volunteer, 'activities.setRanking', { isListed, isAdult: true })
const rows = () => world.documents('rankings').map(({ period, minutes, shownAs }) => ({ period, minutes, shownAs }))

test('hours that came later are on it with the next run, under the name of today; running again changes nothing', async () => {
  await list(true)
  expect(rows()).toEqual([])
  await serve(world)
  await world.runtime.store.persons.updateWhere({ _id: volunteer }, { name: '欧阳新名' })
  expect(await run()).toEqual({ done: 1 })
  expect(rows()).toEqual(
    expect.arrayContaining([
      { period: '2026-11', minutes: 120, shownAs: '欧**名' },
      { period: '2026', minutes: 120, shownAs: '欧**名' },
    ]),
  )
  expect(await run()).toEqual({ done: 0 })
})

test('nobody is reckoned who is not listed', async () => {
  await serve(world, {}, neighbour)
  await list(true)
  await run()
  expect(rows()).toEqual([])
})

test('when the month is over it is the last one, then it goes', async () => {
  await serve(world)
  await list(true)
  const periods = async (at: string) => {
    world.clock.now = Date.parse(at)
    await run()
    return rows()
      .map(({ period }) => period)
      .sort()
  }
  expect(await periods('2026-12-01T01:00:00.000Z')).toEqual(['2026', '2026-11'])
  expect(await periods('2027-01-02T01:00:00.000Z')).toEqual([])
})

test('a run that began before somebody took it back does not put them on again', async () => {
  await serve(world)
  await list(true)
  await world.runtime.store.participations.updateWhere({ personId: volunteer }, { counted: 240 })
  const { store } = world.runtime
  const slow = {
    ...store,
    transact: async (body: Parameters<typeof store.transact>[0]) => {
      await list(false)
      return store.transact(body)
    },
  } as typeof store
  await foldRankings({ ...ground(), store: slow })
  expect(rows()).toEqual([])
})

test('two at once, taking it back and the hourly run, never leave a row behind', async () => {
  await serve(world)
  for (let round = 0; round < 8; round++) {
    await list(true)
    await world.runtime.store.participations.updateWhere({ personId: volunteer }, { counted: 10 + round })
    await Promise.all([run(), list(false)])
    expect(rows()).toEqual([])
  }
  expect(rankIdsOf(volunteer, world.clock.now)).toHaveLength(3)
})
