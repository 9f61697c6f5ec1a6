import { stepTopics } from '@cloud/jobs/step-topics'
import { dayMs, toInstant } from '@/shared/kernel/time'
import { expectAbsent, expectRefused, useWorld } from '../world'
import { desk, minuted, owner, proposer, resolved, run, strangeDesk, toldTo, viewOf, votedOn, voteOn } from './shared'

const world = useWorld()
const name = 'consultations.goBackToMeeting'

test('an objection during the notice takes it back; the old resolution stays in the history, and no timer goes on', async () => {
  const id = await resolved(world)
  await world.ask(desk, 'consultations.publishNotice', { id, days: 7 })
  await world.ask(desk, name, { id, reason: '三楼住户不同意' })
  expect(await viewOf(world, id)).toMatchObject({ step: 'scheduling', resolution: null, notice: null })
  expect((await viewOf(world, id)).history.at(-1)!.words).toContain('原决议：装在门口东侧')
  expect(await toldTo(world, proposer)).toContain('议题退回重议')
  world.clock.now += 30 * 86_400_000
  await run(world, stepTopics)
  expect((await viewOf(world, id)).step).toBe('scheduling')
})

test('what is talked over again is voted on again, from nothing; how it came out before stays in the history', async () => {
  const { id } = await votedOn(world)
  const closed = async () => {
    world.clock.now += 4 * dayMs
    await run(world, stepTopics)
  }
  await world.ask(proposer, 'consultations.castBallot', { id, optionId: 'option-1' })
  await closed()
  const agreed = { id, text: '装在门口东侧', ownerId: owner, dueOn: '2026-12-31' }
  await world.ask(desk, 'consultations.resolveTopic', agreed)
  await world.ask(desk, name, { id, reason: '三楼住户不同意' })
  expect((await viewOf(world, id)).vote).toBeNull()
  const startsAt = toInstant(world.clock.now + dayMs)
  await world.ask(desk, 'consultations.callMeeting', { id, startsAt, place: '社区二楼', agenda: '再议' })
  // The old sitting and its minutes carry no new resolution.
  await expectRefused(world, 'MINUTES_MISSING', desk, 'consultations.resolveTopic', agreed)
  await world.ask(desk, 'consultations.openVote', voteOn(world, id, { question: '再投一次' }))
  expect((await viewOf(world, id)).vote).toMatchObject({ ballots: 0, mine: null })
  await world.ask(proposer, 'consultations.castBallot', { id, optionId: 'option-2' })
  await closed()
  const { vote, history } = await viewOf(world, id)
  expect(vote!.options.map(({ ballots }) => ballots)).toEqual([0, 1])
  expect(history.filter(({ act }) => act === 'closeVote').map(({ words }) => words)).toEqual([
    '路灯装在哪里：门口东侧 1 票，门口西侧 0 票',
    '再投一次：门口东侧 0 票，门口西侧 1 票',
  ])
})

test('STEP_UNFIT before there is a resolution; another desk learns nothing', async () => {
  const { id } = await minuted(world)
  await expectRefused(world, 'STEP_UNFIT', desk, name, { id, reason: '再议' })
  await expectAbsent(world, strangeDesk, name, id, (one) => ({ id: one, reason: '再议' }))
})
