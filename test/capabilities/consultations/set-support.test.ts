import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { neighbour, proposer, stranger, topicOf, viewOf } from './shared'

const world = useWorld()
const name = 'consultations.setSupport'

test('counts each person once, and takes them off again', async () => {
  const id = await topicOf(world)
  expect(await expectOnce(world, neighbour, name, { id, isOn: true }, { id, isOn: false })).toEqual({ id, supports: 1 })
  expect(await world.ask(neighbour, name, { id, isOn: true })).toEqual({ id, supports: 1 })
  expect(await world.ask(proposer, name, { id, isOn: true })).toEqual({ id, supports: 2 })
  expect(await world.ask(neighbour, name, { id, isOn: false })).toEqual({ id, supports: 1 })
  expect(await viewOf(world, id)).toMatchObject({ supports: 1, isSupported: true })
})

test('twenty at once are twenty', async () => {
  const id = await topicOf(world)
  const people = ['resident-grid-1', 'resident-grid-2', 'resident-grid-3', 'resident-grid-4', 'resident-grid-5']
  await Promise.all(people.flatMap((one) => [1, 2, 3, 4].map(() => world.ask(one, name, { id, isOn: true }))))
  expect((await viewOf(world, id)).supports).toBe(5)
})

test('TOPIC_OVER after it ended; a stranger learns nothing', async () => {
  const id = await topicOf(world)
  await expectAbsent(world, stranger, name, id, (one) => ({ id: one, isOn: true }))
  await world.ask(proposer, 'consultations.withdrawTopic', { id })
  await expectRefused(world, 'TOPIC_OVER', neighbour, name, { id, isOn: true })
})
