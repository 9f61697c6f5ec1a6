import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { called, desk, helped, helper, lead, noticesOf, start, strangers } from './shared'

const world = useWorld()
const name = 'issues.writeMinutes' satisfies CapabilityName

test('every version is kept and shown to those around the table; the same text is no new version', async () => {
  const id = await called(world, await helped(world))
  world.clock.now = start
  await expectOnce(world, lead, name, { id, text: '议定三件事' }, { id, text: '别的' })
  expect(noticesOf(world, helper).at(-1)).toBe('联席会纪要写好了，打开看看。')
  expect(await world.ask(lead, name, { id, text: '议定三件事' })).toEqual({ id, version: 1 })
  expect(await world.ask(lead, name, { id, text: '议定四件事' })).toEqual({ id, version: 2 })
  const { minutes, hasMinutes } = await world.ask(helper, 'issues.getMeeting', { id })
  expect([minutes.map(({ text }) => text), hasMinutes]).toEqual([['议定三件事', '议定四件事'], true])
})

test('FORBIDDEN, MEETING_NOT_BEGUN, MEETING_OVER', async () => {
  const id = await called(world, await helped(world))
  await expectRefused(world, 'MEETING_NOT_BEGUN', lead, name, { id, text: '还没开' })
  for (const persona of [helper, desk]) await expectRefused(world, 'FORBIDDEN', persona, name, { id, text: '我来写' })
  await world.ask(lead, 'issues.cancelMeeting', { id, reason: '大雪' })
  await expectRefused(world, 'MEETING_OVER', lead, name, { id, text: '没开' })
})

test('MEETING_MINUTES_FULL: twenty versions, no more', async () => {
  const id = await called(world, await helped(world))
  world.clock.now = start
  for (let at = 0; at < 20; at++) await world.ask(lead, name, { id, text: `第 ${at} 版` })
  await expectRefused(world, 'MEETING_MINUTES_FULL', lead, name, { id, text: '再一版' })
})

test('a meeting on what somebody may not see is absent to them', async () => {
  const meetingId = await called(world, await helped(world))
  for (const persona of strangers) await expectAbsent(world, persona, name, meetingId, (id) => ({ id, text: '纪要' }))
})
