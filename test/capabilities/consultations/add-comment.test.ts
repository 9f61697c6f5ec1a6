import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { desk, neighbour, proposer, stranger, topicOf } from './shared'

const world = useWorld()
const name = 'consultations.addComment'
const readBy = async (persona: string, id: string) =>
  (await world.ask(persona, 'consultations.listComments', { id })).comments.map(({ text }) => text)

test('its author reads it at once, others once it has passed', async () => {
  const id = await topicOf(world)
  const { id: comment } = await expectOnce(world, neighbour, name, { id, text: '赞成' }, { id, text: '反对' })
  expect(await readBy(neighbour, id)).toEqual(['赞成'])
  expect(await readBy(proposer, id)).toEqual([])
  await world.ask(desk, 'consultations.judgeWords', { kind: 'comment', id: comment, pass: true })
  expect(await readBy(proposer, id)).toEqual(['赞成'])
})

test('TOPIC_OVER after it ended; COMMENTS_TOO_MANY after thirty in a day; a stranger learns nothing', async () => {
  const id = await topicOf(world)
  await expectAbsent(world, stranger, name, id, (one) => ({ id: one, text: '在吗' }))
  for (let at = 0; at < 30; at++) await world.ask(neighbour, name, { id, text: `第 ${at} 条` })
  await expectRefused(world, 'COMMENTS_TOO_MANY', neighbour, name, { id, text: '还有' })
  await world.ask(proposer, 'consultations.withdrawTopic', { id })
  await expectRefused(world, 'TOPIC_OVER', proposer, name, { id, text: '算了' })
})
