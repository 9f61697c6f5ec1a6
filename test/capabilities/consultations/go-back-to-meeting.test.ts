import { stepTopics } from '@cloud/jobs/step-topics'
import { expectAbsent, expectRefused, useWorld } from '../world'
import { desk, minuted, proposer, resolved, run, strangeDesk, toldTo, viewOf } from './shared'

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

test('STEP_UNFIT before there is a resolution; another desk learns nothing', async () => {
  const { id } = await minuted(world)
  await expectRefused(world, 'STEP_UNFIT', desk, name, { id, reason: '再议' })
  await expectAbsent(world, strangeDesk, name, id, (one) => ({ id: one, reason: '再议' }))
})
