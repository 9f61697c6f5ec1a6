import { dayMs, toInstant } from '@/shared/kernel/time'
import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { accepted, desk, neighbour, strangeDesk, toldTo, topicOf, viewOf } from './shared'

const world = useWorld()
const name = 'consultations.callMeeting'
const sitting = (id: string, days = 2) => ({
  id,
  startsAt: toInstant(world.clock.now + days * dayMs),
  place: '党群服务中心',
  agenda: '商量路灯装在哪里',
})

test('tells everybody who took part; a second sitting follows the first in order', async () => {
  const id = await accepted(world)
  await world.ask(neighbour, 'consultations.setSupport', { id, isOn: true })
  await expectOnce(world, desk, name, sitting(id), sitting(id, 3))
  await world.ask(desk, name, sitting(id, 5))
  expect((await viewOf(world, id)).meetings.map(({ number }) => number)).toEqual([1, 2])
  expect((await viewOf(world, id)).step).toBe('meeting')
  expect(await toldTo(world, neighbour)).toContain('议事会通知')
})

test('MEETING_IN_PAST for a day gone by or out of sight, STEP_UNFIT before the review, MEETINGS_TOO_MANY after twenty', async () => {
  const id = await accepted(world)
  for (const days of [-1, 0, 400]) await expectRefused(world, 'MEETING_IN_PAST', desk, name, sitting(id, days))
  await expectRefused(world, 'STEP_UNFIT', desk, name, sitting(await topicOf(world)))
  for (let at = 1; at <= 20; at++) await world.ask(desk, name, sitting(id, at))
  await expectRefused(world, 'MEETINGS_TOO_MANY', desk, name, sitting(id))
  await expectAbsent(world, strangeDesk, name, id, (one) => sitting(one))
})
