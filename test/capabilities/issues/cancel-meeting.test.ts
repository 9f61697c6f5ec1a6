import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { called, desk, helped, helper, lead, noticesOf, owner, start, strangers } from './shared'

const world = useWorld()
const name = 'issues.cancelMeeting' satisfies CapabilityName

test('called off with a reason that everybody can read', async () => {
  const id = await called(world, await helped(world))
  await expectOnce(world, desk, name, { id, reason: '大雪' }, { id, reason: '别的' })
  for (const persona of [owner, helper])
    expect(noticesOf(world, persona).at(-1)).toBe('11 月 26 日 09:00的联席会取消了，打开可以看到原因。')
  expect(await world.ask(helper, 'issues.getMeeting', { id })).toMatchObject({
    state: 'cancelled',
    cancelledFor: '大雪',
  })
  expect((await world.ask(helper, 'issues.listMeetings', {})).meetings).toEqual([])
})

test('FORBIDDEN, MEETING_OVER', async () => {
  const id = await called(world, await helped(world))
  await expectRefused(world, 'FORBIDDEN', helper, name, { id, reason: '不想去' })
  world.clock.now = start
  await expectRefused(world, 'MEETING_OVER', lead, name, { id, reason: '晚了' })
})

test('a meeting on what somebody may not see is absent to them', async () => {
  const meetingId = await called(world, await helped(world))
  for (const persona of strangers) await expectAbsent(world, persona, name, meetingId, (id) => ({ id, reason: '不' }))
})
