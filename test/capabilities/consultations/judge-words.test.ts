import { expectAbsent, expectRefused, useWorld } from '../world'
import { desk, neighbour, proposedBy, proposer, strangeDesk, topicOf, viewOf } from './shared'

const world = useWorld()
const name = 'consultations.judgeWords'

test('passed, everybody reads it; kept back, only its author', async () => {
  const id = await proposedBy(world)
  await world.ask(desk, name, { kind: 'topic', id, pass: false })
  expect(await world.refusalOf(neighbour, 'consultations.getTopic', { id })).toBe('NOT_FOUND')
  expect((await viewOf(world, id)).textCheck).toBe('rejected')
  await world.ask(desk, name, { kind: 'topic', id, pass: true })
  expect((await viewOf(world, id, neighbour)).textCheck).toBe('passed')
})

test('WORDS_RISKY stay hidden, topic or comment', async () => {
  const topic = await proposedBy(world)
  const about = await topicOf(world)
  const comment = (await world.ask(proposer, 'consultations.addComment', { id: about, text: '坏话' })).id
  await world.runtime.store.consultations.updateWhere({ _id: topic }, { textCheck: 'risky' })
  await world.runtime.store.comments.updateWhere({ _id: comment }, { textCheck: 'risky' })
  await expectRefused(world, 'WORDS_RISKY', desk, name, { kind: 'topic', id: topic, pass: true })
  await expectRefused(world, 'WORDS_RISKY', desk, name, { kind: 'comment', id: comment, pass: true })
})

test('FORBIDDEN to residents; another desk learns nothing', async () => {
  const id = await proposedBy(world)
  await expectRefused(world, 'FORBIDDEN', proposer, name, { kind: 'topic', id, pass: true })
  await expectAbsent(world, strangeDesk, name, id, (one) => ({ kind: 'topic', id: one, pass: true }))
  await expectAbsent(world, strangeDesk, name, 'comment-1', (one) => ({ kind: 'comment', id: one, pass: true }))
})
