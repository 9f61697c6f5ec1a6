import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { colleague, desk, proposer, strangeDesk, topicOf, viewOf } from './shared'

const world = useWorld()
const name = 'consultations.takeUpTopic'

test('whoever takes it up runs it', async () => {
  const id = await topicOf(world)
  const other = await topicOf(world)
  await expectOnce(world, desk, name, { id }, { id: other })
  expect(await viewOf(world, id)).toMatchObject({ step: 'reviewing', runnerName: '宋欣然' })
})

test('STEP_UNFIT a second time; FORBIDDEN to residents; another desk learns nothing', async () => {
  const id = await topicOf(world)
  await expectRefused(world, 'FORBIDDEN', proposer, name, { id })
  await expectAbsent(world, strangeDesk, name, id, (one) => ({ id: one }))
  await world.ask(desk, name, { id })
  await expectRefused(world, 'STEP_UNFIT', colleague, name, { id })
})
