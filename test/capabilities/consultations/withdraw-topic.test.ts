import { expectAbsent, expectRefused, useWorld } from '../world'
import { desk, neighbour, proposer, topicOf, viewOf } from './shared'

const world = useWorld()
const name = 'consultations.withdrawTopic'

test('ends one’s own topic, and nobody else’s', async () => {
  const id = await topicOf(world)
  await expectAbsent(world, neighbour, name, id, (one) => ({ id: one }))
  await world.ask(proposer, name, { id })
  expect(await viewOf(world, id)).toMatchObject({ end: 'withdrawn', isOpen: false })
})

test('STEP_UNFIT once somebody has taken it up', async () => {
  const id = await topicOf(world)
  await world.ask(desk, 'consultations.takeUpTopic', { id })
  await expectRefused(world, 'STEP_UNFIT', proposer, name, { id })
})
