import type { CapabilityName } from '@/shared/contracts'
import { allPages, expectRefused, useWorld } from '../world'
import { called, helped, helper, lead, owner, start } from './shared'

const world = useWorld()
const name = 'issues.listMeetings' satisfies CapabilityName

test('those to come and under way, then those that were; one’s own and the department’s', async () => {
  const id = await called(world, await helped(world))
  const idsOf = async (persona: string, input: object) =>
    (await world.ask(persona, name, input)).meetings.map((meeting) => meeting.id)
  for (const persona of [lead, helper, owner]) expect(await idsOf(persona, {})).toEqual([id])
  expect(await idsOf(helper, { of: 'department' })).toEqual([id])
  world.clock.now = start + 3_600_000
  expect(await idsOf(helper, {})).toEqual([id])
  world.clock.now = start + 5 * 3_600_000
  expect([await idsOf(helper, {}), await idsOf(helper, { when: 'past' })]).toEqual([[], [id]])
})

test('pages follow each other, however many there are', async () => {
  await called(world, await helped(world))
  const [meeting, seat] = [world.documents('meetings')[0]!, world.documents('meetingSeats')]
  const mine = seat.find(({ personId }) => personId === helper)!
  const numbers = Array.from({ length: 44 }, (_, at) => at)
  world.cloud.insertDocuments(
    'meetings',
    numbers.map((at) => ({ ...meeting, _id: `meeting-${at}` })),
  )
  world.cloud.insertDocuments(
    'meetingSeats',
    numbers.map((at) => ({ ...mine, _id: `seat-${at}`, meetingId: `meeting-${at}` })),
  )
  const rows = await allPages(async (cursor) => {
    const { meetings, next } = await world.ask(helper, name, { cursor })
    return { rows: meetings, next }
  })
  expect(new Set(rows.map(({ id }) => id)).size).toBe(45)
})

test('FORBIDDEN: whoever is of no department has none of a department', async () => {
  await expectRefused(world, 'FORBIDDEN', owner, name, { of: 'department' })
  await expectRefused(world, 'FORBIDDEN', 'resident-grid-6', name, {})
})
