import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { called, helped, helper, lead, noticesOf, other, owner, start, strangers } from './shared'

const world = useWorld()
const name = 'issues.updateMeeting' satisfies CapabilityName
const asked = { startsAt: '2026-11-26T06:30:00.000Z', place: '社区二楼', agenda: '清运', personIds: [helper, other] }

test('a new time is told to everybody, also to those who come new and those who need not', async () => {
  const id = await called(world, await helped(world))
  await expectOnce(world, lead, name, { id, ...asked }, { id, ...asked, agenda: '别的' })
  const moved = '联席会改在 11 月 26 日 14:30，社区二楼。'
  expect(noticesOf(world, helper).at(-1)).toBe(moved)
  expect(noticesOf(world, other).at(-1)).toBe('请您参加联席会：11 月 26 日 14:30，社区二楼。')
  expect(noticesOf(world, owner).at(-1)).toBe('11 月 26 日 09:00的联席会不用您参加了。')
  const seats = world.documents('meetingSeats').map(({ personId, startsAt }) => [personId, startsAt])
  expect(seats.sort()).toEqual([lead, helper, other].sort().map((one) => [one, asked.startsAt]))
})

test('MEETING_OVER, MEETING_TIME_UNFIT, ISSUE_PERSON_UNFIT, FORBIDDEN', async () => {
  const id = await called(world, await helped(world))
  await expectRefused(world, 'FORBIDDEN', helper, name, { id, ...asked })
  const past = { ...asked, startsAt: '2026-11-24T01:00:00.000Z' }
  await expectRefused(world, 'MEETING_TIME_UNFIT', lead, name, { id, ...past })
  await expectRefused(world, 'ISSUE_PERSON_UNFIT', lead, name, { id, ...asked, personIds: ['resident-grid-7'] })
  world.clock.now = start
  await expectRefused(world, 'MEETING_OVER', lead, name, { id, ...asked })
})

test('a meeting on what somebody may not see is absent to them, and to the reporter too', async () => {
  const meetingId = await called(world, await helped(world))
  for (const persona of strangers) await expectAbsent(world, persona, name, meetingId, (id) => ({ id, ...asked }))
})
