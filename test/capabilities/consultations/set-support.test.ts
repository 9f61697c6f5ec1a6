import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { desk, neighbour, proposer, stranger, topicOf, viewOf } from './shared'

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

test('sixteen at once are sixteen, each counted once however often they press, while the desk takes the topic up', async () => {
  const id = await topicOf(world)
  const people = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((grid) => [`resident-grid-${grid}`, `worker-grid-${grid}`])
  const takenUp = world.send(desk, 'consultations.takeUpTopic', { id })
  const pressed = people.flatMap((one) => [1, 2].map(() => world.send(one, name, { id, isOn: true })))
  expect((await Promise.all([takenUp, ...pressed])).every(({ ok }) => ok)).toBe(true)
  expect(await viewOf(world, id)).toMatchObject({ supports: 16, step: 'reviewing' })
  await Promise.all(people.slice(0, 5).map((one) => world.ask(one, name, { id, isOn: false })))
  expect((await viewOf(world, id)).supports).toBe(11)
})

test('while somebody else writes the topic, a supporter is on record at once and counted after', async () => {
  const id = await topicOf(world)
  const isOnRecord = () => world.documents('partakers').some((one) => one.consultationId === id && one.isSupporter)
  let sent: ReturnType<typeof world.send> | undefined
  await world.runtime.store.transact(async (tx) => {
    await tx.consultations.put({ ...(await tx.consultations.get(id))!, title: '北门加两盏路灯' })
    sent ??= world.send(neighbour, name, { id, isOn: true })
    for (let tries = 0; tries < 50 && !isOnRecord(); tries++) await new Promise((go) => setTimeout(go, 20))
    expect(isOnRecord()).toBe(true)
  })
  expect((await sent)!.ok).toBe(true)
  expect(await viewOf(world, id)).toMatchObject({ supports: 1, title: '北门加两盏路灯' })
})

test('TOPIC_OVER after it ended; a stranger learns nothing', async () => {
  const id = await topicOf(world)
  await expectAbsent(world, stranger, name, id, (one) => ({ id: one, isOn: true }))
  await world.ask(proposer, 'consultations.withdrawTopic', { id })
  await expectRefused(world, 'TOPIC_OVER', neighbour, name, { id, isOn: true })
})
