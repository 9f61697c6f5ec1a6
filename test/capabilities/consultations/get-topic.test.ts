import { stepTopics } from '@cloud/jobs/step-topics'
import { dayMs } from '@/shared/kernel/time'
import { expectAbsent, useWorld } from '../world'
import { asked, begun, desk, minuted, neighbour, proposer, run, stranger, topicOf, viewOf, votedOn } from './shared'

const world = useWorld()

test('says where it stands, who proposed it and what the caller can do', async () => {
  const id = await topicOf(world)
  expect(await viewOf(world, id, neighbour)).toMatchObject({
    title: asked.title,
    step: 'collecting',
    history: [{ act: 'propose', name: '提出议题' }],
    can: { support: true, comment: true, withdraw: false, takeUp: false, judgeWords: false },
  })
  expect((await viewOf(world, id)).can.withdraw).toBe(true)
  expect((await viewOf(world, id, desk)).can).toMatchObject({ takeUp: true, review: false, resolve: false })
  await expectAbsent(world, stranger, 'consultations.getTopic', id, (one) => ({ id: one }))
})

test('the code of the room is shown to the desk only, while signing in is open', async () => {
  const { id } = await begun(world)
  expect((await viewOf(world, id, desk)).meetings[0]!.code?.digits).toMatch(/^\d{6}$/)
  expect((await viewOf(world, id, proposer)).meetings[0]!.code).toBeNull()
  world.clock.now += 5 * 3_600_000
  expect((await viewOf(world, id, desk)).meetings[0]!.code).toBeNull()
})

test('minutes show as they were written last; a vote withholds its counts where that was said', async () => {
  const sitting = await minuted(world)
  await world.ask(desk, 'consultations.writeMinutes', { ...sitting, text: '改一处错字', fileIds: [] })
  expect((await viewOf(world, sitting.id)).meetings[0]!.minutes?.text).toBe('改一处错字')
  const { id } = await votedOn(world, { isLive: false })
  await world.ask(proposer, 'consultations.castBallot', { id, optionId: 'option-1' })
  expect((await viewOf(world, id)).vote).toMatchObject({ mine: 'option-1', ballots: null })
  expect((await viewOf(world, id, desk)).vote?.options.map(({ ballots }) => ballots)).toEqual([null, null])
})

test('no answer holds the secret of a room, nor who chose what', async () => {
  const { id } = await votedOn(world)
  await world.ask(neighbour, 'consultations.castBallot', { id, optionId: 'option-2' })
  const [topic] = world.documents('consultations').filter(({ _id }) => _id === id)
  for (const persona of [proposer, desk]) {
    const text = JSON.stringify(await viewOf(world, id, persona))
    expect(text).not.toContain(topic!.meetings[0]!.secret)
    expect(text).not.toContain(neighbour)
  }
})

test('the desk is offered a resolution once there are minutes, and told that a vote is still being counted', async () => {
  const early = await begun(world)
  expect((await viewOf(world, early.id, desk)).can.resolve).toBe(false)
  await world.ask(desk, 'consultations.writeMinutes', { ...early, text: '同意装', fileIds: [] })
  expect((await viewOf(world, early.id, desk)).can.resolve).toBe(true)
  const { id } = await votedOn(world)
  world.clock.now += 4 * dayMs
  const uncounted = await viewOf(world, id, desk)
  expect([uncounted.vote!.isOpen, uncounted.vote!.isCounted, uncounted.can.resolve]).toEqual([false, false, false])
  await run(world, stepTopics)
  const counted = await viewOf(world, id, desk)
  expect([counted.vote!.isCounted, counted.can.resolve]).toEqual([true, true])
})
