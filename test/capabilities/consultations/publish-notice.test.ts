import { stepTopics } from '@cloud/jobs/step-topics'
import { startOfDay } from '@/shared/kernel/time'
import { expectAbsent, expectCode, expectOnce, expectRefused, useWorld } from '../world'
import { desk, minuted, owner, resolved, run, strangeDesk, viewOf } from './shared'

const world = useWorld()
const name = 'consultations.publishNotice'

test('from tomorrow, for whole days; then it is carried out by itself, and not before', async () => {
  const id = await resolved(world)
  await expectOnce(world, desk, name, { id, days: 7 }, { id, days: 8 })
  expect((await viewOf(world, id)).notice).toEqual({ from: '2026-11-28', to: '2026-12-04' })
  world.clock.now = startOfDay('2026-12-05') - 1
  await run(world, stepTopics)
  expect((await viewOf(world, id)).step).toBe('noticing')
  world.clock.now += 1
  for (const _twice of [1, 2]) await run(world, stepTopics)
  expect((await viewOf(world, id)).step).toBe('carryingOut')
  expect((await viewOf(world, id)).history.filter(({ act }) => act === 'startWork')).toHaveLength(1)
})

test('less than seven days is refused; STEP_UNFIT without a resolution', async () => {
  const { id } = await minuted(world)
  await expectRefused(world, 'STEP_UNFIT', desk, name, { id, days: 7 })
  await expectAbsent(world, strangeDesk, name, id, (one) => ({ id: one, days: 7 }))
  const failure = await expectCode(world, 'INVALID_INPUT', desk, name, { id, days: 6 })
  expect(failure.fields).toEqual({ days: '公示至少 7 天' })
})

test('NOTICE_OUTLASTS_DUE where the resolution is due before the notice is over', async () => {
  const { id } = await minuted(world)
  const resolution = { id, text: '装在东侧', ownerId: owner, dueOn: '2026-12-08' }
  await world.ask(desk, 'consultations.resolveTopic', resolution)
  await expectRefused(world, 'NOTICE_OUTLASTS_DUE', desk, name, { id, days: 11 })
  await world.ask(desk, name, { id, days: 10 })
  expect((await viewOf(world, id)).notice!.to).toBe('2026-12-07')
})
