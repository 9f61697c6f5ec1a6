import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, useWorld } from '../world'
import { called, desk, helped, helper, lead, start, strangers } from './shared'

const world = useWorld()
const name = 'issues.getMeeting' satisfies CapabilityName

test('the code is shown to the chair, changes every half minute, and never tells its secret', async () => {
  const id = await called(world, await helped(world))
  expect((await world.ask(lead, name, { id })).code).toBeNull()
  world.clock.now = start
  const { code, canSignIn } = await world.ask(lead, name, { id })
  expect([code!.scan, canSignIn]).toEqual([`meeting:${id}:${code!.digits}`, true])
  world.clock.now = Date.parse(code!.changesAt)
  const next = await world.ask(lead, name, { id })
  expect(next.code!.digits).not.toBe(code!.digits)
  expect(JSON.stringify(next)).not.toContain(world.documents('meetings')[0]!.secret)
})

test('those around the table read it without the code; the desk may show it too', async () => {
  const id = await called(world, await helped(world))
  world.clock.now = start
  const seen = await world.ask(helper, name, { id })
  expect(seen).toMatchObject({ agenda: '清运和补种', code: null, canCheckIn: true, canWriteMinutes: false })
  expect((await world.ask(desk, name, { id })).code).not.toBeNull()
})

test('a meeting on what somebody may not see is absent to them', async () => {
  const meetingId = await called(world, await helped(world))
  for (const persona of strangers) await expectAbsent(world, persona, name, meetingId, (id) => ({ id }))
})
