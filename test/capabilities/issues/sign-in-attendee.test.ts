import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { called, helped, helper, lead, start, strangers } from './shared'

const world = useWorld()
const name = 'issues.signInAttendee' satisfies CapabilityName

test('the chair signs in who has no telephone, invited or not, and it says so', async () => {
  const id = await called(world, await helped(world))
  world.clock.now = start
  await expectOnce(world, lead, name, { id, personId: helper }, { id, personId: lead })
  await world.ask(lead, name, { id, name: '李师傅', from: '市政' })
  const { attendees } = await world.ask(lead, name, { id, name: '李师傅', from: '市政' })
  expect(attendees).toBe(2)
  expect((await world.ask(helper, 'issues.getMeeting', { id })).attendance).toMatchObject([
    { personId: helper, by: 'chair' },
    { personId: null, name: '李师傅', from: '市政', by: 'chair' },
  ])
})

test('FORBIDDEN, MEETING_NOT_NOW, MEETING_NOT_INVITED, and neither or both of person and name', async () => {
  const id = await called(world, await helped(world))
  await expectRefused(world, 'MEETING_NOT_NOW', lead, name, { id, personId: helper })
  world.clock.now = start
  await expectRefused(world, 'FORBIDDEN', helper, name, { id, personId: helper })
  await expectRefused(world, 'MEETING_NOT_INVITED', lead, name, { id, personId: 'officer-police' })
  await expectRefused(world, 'INVALID_INPUT', lead, name, { id })
  await expectRefused(world, 'INVALID_INPUT', lead, name, { id, personId: helper, name: '李师傅' })
})

test('MEETING_FULL: sixty names, no more', async () => {
  const id = await called(world, await helped(world))
  world.clock.now = start
  for (let at = 0; at < 60; at++) await world.ask(lead, name, { id, name: `来宾${at}` })
  await expectRefused(world, 'MEETING_FULL', lead, name, { id, name: '再来一位' })
})

test('a meeting on what somebody may not see is absent to them', async () => {
  const meetingId = await called(world, await helped(world))
  for (const persona of strangers) await expectAbsent(world, persona, name, meetingId, (id) => ({ id, name: '客人' }))
})
