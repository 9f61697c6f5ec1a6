import { expectRefused, insertIssues, issueOf, report, stepOf, useWorld } from '../world'

const world = useWorld()
const name = 'issues.listDeskPins'
const desk = 'community-worker-1'
const point = { datum: 'gcj02' as const, longitude: 118.0512345, latitude: 36.7812345 }

test('open issues where they really are, the point that was given before the building', async () => {
  const inBuilding = await report(world)
  const atPoint = await report(world, 'resident-grid-6', { place: { buildingId: 'building-12-1', point } })
  const done = await report(world)
  await stepOf(world, 'resident-grid-6', { id: done, move: 'withdraw' })
  const { pins, withoutPoint, isMore } = await world.ask(desk, name, {})
  const building = world.documents('buildings').find(({ _id }) => _id === 'building-12-1')!
  expect(Object.fromEntries(pins.map(({ id, point: at }) => [id, at]))).toEqual({
    [inBuilding]: building.centre,
    [atPoint]: point,
  })
  expect([withoutPoint, isMore]).toEqual([0, false])
})

test('at most 200 in one read, and says that there are more and how many have no point', async () => {
  const like = issueOf(world, await report(world))
  const words = { ...like.place, buildingId: null, point: null }
  insertIssues(
    world,
    like,
    Array.from({ length: 210 }, (_, at) => ({ _id: `issue-like-${at}`, ...(at % 10 === 0 ? { place: words } : {}) })),
  )
  await world.ask(desk, name, {})
  world.countRequests()
  const { pins, withoutPoint, isMore } = await world.ask(desk, name, {})
  expect(world.countRequests()).toBeLessThanOrEqual(3)
  expect(pins.length + withoutPoint).toBe(200)
  expect(withoutPoint).toBeGreaterThan(0)
  expect(isMore).toBe(true)
})

test('private classes are for community workers; nobody else has this map', async () => {
  await report(world, 'resident-grid-6', { classCode: 'dispute' })
  const count = async (persona: string) => (await world.ask(persona, name, {})).pins.length
  expect([await count(desk), await count('administrator-1'), await count('b-community-worker-1')]).toEqual([1, 0, 0])
  for (const persona of ['worker-grid-6', 'resident-grid-6']) await expectRefused(world, 'FORBIDDEN', persona, name, {})
})
