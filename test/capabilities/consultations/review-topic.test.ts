import { expectAbsent, expectRefused, useWorld } from '../world'
import { desk, neighbour, proposedBy, proposer, strangeDesk, toldTo, topicOf, viewOf } from './shared'

const world = useWorld()
const name = 'consultations.reviewTopic'
const taken = async () => {
  const id = await topicOf(world)
  await world.ask(desk, 'consultations.takeUpTopic', { id })
  return id
}

test('accepted, it waits for a date and its author is told', async () => {
  const id = await taken()
  expect(await world.ask(desk, name, { id, decision: 'accept' })).toEqual({ id, step: 'scheduling' })
  expect(await toldTo(world, proposer)).toContain('议题通过初审')
})

test('declined with a reason, which its author reads', async () => {
  const id = await taken()
  await expectRefused(world, 'REASON_MISSING', desk, name, { id, decision: 'decline' })
  await world.ask(desk, name, { id, decision: 'decline', reason: '属于供电公司' })
  expect(await viewOf(world, id)).toMatchObject({ end: 'declined', isOpen: false })
  expect((await viewOf(world, id)).history.at(-1)).toMatchObject({ name: '初审不通过', words: '属于供电公司' })
  expect(await toldTo(world, proposer)).toContain('议题没有通过初审')
})

test('joined into another, everybody who took part is told, and finds the way', async () => {
  const id = await taken()
  const intoId = await topicOf(world, { title: '门口照明' }, neighbour)
  await world.ask('resident-grid-1', 'consultations.setSupport', { id, isOn: true })
  await world.ask(desk, name, { id, decision: 'join', intoId })
  expect(await viewOf(world, id)).toMatchObject({ end: 'joined', joinedInto: { id: intoId, title: '门口照明' } })
  expect(await toldTo(world, 'resident-grid-1')).toContain('议题并入相似议题')
})

test('two that go into each other at once: one goes, the other goes on, and both are still told of', async () => {
  const [a, b] = [await taken(), await taken()]
  const into = (id: string, intoId: string) => world.send(desk, name, { id, decision: 'join', intoId })
  const both = await Promise.all([into(a, b), into(b, a)])
  expect(both.map((one) => (one.ok ? 'ok' : one.error.code)).sort()).toEqual(['INTO_UNFIT', 'ok'])
  expect([(await viewOf(world, a)).end, (await viewOf(world, b)).end].filter(Boolean)).toEqual(['joined'])
})

test('INTO_UNFIT for itself, one that has ended, one of another community and none', async () => {
  const id = await taken()
  const ended = await topicOf(world)
  await world.ask(proposer, 'consultations.withdrawTopic', { id: ended })
  for (const intoId of [id, ended, await proposedBy(world, strangeDesk), 'nothing-of-this-id', undefined])
    await expectRefused(world, 'INTO_UNFIT', desk, name, { id, decision: 'join', intoId })
})

test('WORDS_NOT_PASSED before they have; STEP_UNFIT before it is taken up; another desk learns nothing', async () => {
  const unread = await proposedBy(world)
  await world.ask(desk, 'consultations.takeUpTopic', { id: unread })
  await expectRefused(world, 'WORDS_NOT_PASSED', desk, name, { id: unread, decision: 'accept' })
  const id = await topicOf(world)
  await expectRefused(world, 'STEP_UNFIT', desk, name, { id, decision: 'accept' })
  await expectAbsent(world, strangeDesk, name, id, (one) => ({ id: one, decision: 'accept' }))
})
