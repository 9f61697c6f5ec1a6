import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { called, desk, helped, helper, lead, owner, start, strangers } from './shared'

const world = useWorld()
const name = 'issues.checkInToMeeting' satisfies CapabilityName

const codeNow = async (id: string) => (await world.ask(lead, 'issues.getMeeting', { id })).code!

test('scanned or typed, whoever is invited is there, once', async () => {
  const id = await called(world, await helped(world))
  world.clock.now = start - 30 * 60_000
  const { digits, scan } = await codeNow(id)
  await expectOnce(world, helper, name, { id, code: digits }, { id, code: '000000' })
  await world.ask(helper, name, { id, code: scan })
  await world.ask(owner, name, { id, code: scan })
  const { attendance } = await world.ask(lead, 'issues.getMeeting', { id })
  expect(attendance).toMatchObject([
    { personId: helper, from: '劳动保障所', by: 'code' },
    { personId: owner, by: 'code' },
  ])
})

test('one step late still counts; MEETING_CODE_EXPIRED after it: a picture sent on is worth nothing', async () => {
  const id = await called(world, await helped(world))
  world.clock.now = start
  const { digits, scan } = await codeNow(id)
  world.clock.now = start + 60_000
  await expectRefused(world, 'MEETING_CODE_EXPIRED', helper, name, { id, code: digits })
  await expectRefused(world, 'MEETING_CODE_EXPIRED', helper, name, { id, code: scan })
  world.clock.now = start + 59_999
  await world.ask(helper, name, { id, code: digits })
})

test('MEETING_CODE_FOREIGN, MEETING_CODE_WRONG, and what is no code at all', async () => {
  const issueId = await helped(world)
  const [id, elsewhere] = [await called(world, issueId), await called(world, issueId)]
  world.clock.now = start
  const { digits, scan } = await codeNow(elsewhere)
  await expectRefused(world, 'MEETING_CODE_FOREIGN', helper, name, { id, code: scan })
  await expectRefused(world, 'MEETING_CODE_WRONG', helper, name, { id, code: digits })
  for (const code of ['12345', 'abcdef', 'https://example.com', '１２３４５６'])
    await expectRefused(world, 'INVALID_INPUT', helper, name, { id, code })
})

test('MEETING_NOT_NOW: earlier than half an hour before and later than four hours after', async () => {
  const id = await called(world, await helped(world))
  for (const at of [start - 31 * 60_000, start + 241 * 60_000]) {
    world.clock.now = at
    await expectRefused(world, 'MEETING_NOT_NOW', helper, name, { id, code: '123456' })
  }
})

test('FORBIDDEN: whoever sees it and is not invited', async () => {
  const id = await called(world, await helped(world))
  world.clock.now = start
  const { digits } = await codeNow(id)
  await expectRefused(world, 'FORBIDDEN', desk, name, { id, code: digits })
})

test('a meeting on what somebody may not see is absent to them', async () => {
  const meetingId = await called(world, await helped(world))
  for (const persona of strangers) await expectAbsent(world, persona, name, meetingId, (id) => ({ id, code: '123456' }))
})
