import { expectAbsent, expectRefused, useWorld } from '../world'
import { called, desk, proposer, resolved, strangeDesk, toldTo, viewOf } from './shared'

const world = useWorld()
const name = 'consultations.cancelMeeting'

test('everybody who was told of it is told why', async () => {
  const sitting = await called(world)
  await world.ask(desk, name, { ...sitting, reason: '下大雪' })
  expect((await viewOf(world, sitting.id)).meetings[0]!.cancelledFor).toBe('下大雪')
  expect(await toldTo(world, proposer)).toContain('议事会取消')
  await expectRefused(world, 'MEETING_OVER', desk, name, { ...sitting, reason: '再取消' })
})

test('MEETING_OVER once it began, STEP_UNFIT after the resolution, NOT_FOUND for no such sitting', async () => {
  const sitting = await called(world)
  await expectRefused(world, 'NOT_FOUND', desk, name, { id: sitting.id, meetingId: 'sitting-9', reason: '下雪' })
  await expectAbsent(world, strangeDesk, name, sitting.id, (id) => ({ ...sitting, id, reason: '下雪' }))
  world.clock.now += 2 * 86_400_000
  await expectRefused(world, 'MEETING_OVER', desk, name, { ...sitting, reason: '晚了' })
  const id = await resolved(world)
  await world.runtime.store.consultations.updateWhere({ _id: id }, { step: 'noticing' })
  const topic = world.documents('consultations').find(({ _id }) => _id === id)!
  const ahead = { ...topic.meetings[0]!, id: 'sitting-ahead', startsAt: '2027-01-05T01:00:00.000Z' }
  await world.runtime.store.consultations.updateWhere({ _id: id }, { meetings: [...topic.meetings, ahead] })
  await expectRefused(world, 'STEP_UNFIT', desk, name, { id, meetingId: ahead.id, reason: '不开了' })
})
