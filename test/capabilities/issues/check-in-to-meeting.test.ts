import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectCode, expectOnce, expectRefused, useWorld } from '../world'
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
  await expectCode(world, 'MEETING_CODE_EXPIRED', helper, name, { id, code: digits })
  await expectCode(world, 'MEETING_CODE_EXPIRED', helper, name, { id, code: scan })
  world.clock.now = start + 59_999
  await world.ask(helper, name, { id, code: digits })
})

test('MEETING_CODE_FOREIGN, MEETING_CODE_WRONG, and what is no code at all', async () => {
  const issueId = await helped(world)
  const [id, elsewhere] = [await called(world, issueId), await called(world, issueId)]
  world.clock.now = start
  const { digits, scan } = await codeNow(elsewhere)
  await expectCode(world, 'MEETING_CODE_FOREIGN', helper, name, { id, code: scan })
  await expectCode(world, 'MEETING_CODE_WRONG', helper, name, { id, code: digits })
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

describe('MEETING_TRIED_TOO_OFTEN', () => {
  const wrong = ['000001', '000002', '000003', '000004', '000005']
  const opened = async () => {
    const issueId = await helped(world)
    const [id, elsewhere] = [await called(world, issueId), await called(world, issueId)]
    world.clock.now = start
    const { digits } = await codeNow(id)
    if (wrong.includes(digits)) throw new Error('the code of this minute is one of those that are to be wrong')
    return { id, digits, elsewhere }
  }

  test('after five wrong codes within a minute even the right one is not looked at, until the minute is over', async () => {
    const { id, digits } = await opened()
    for (const code of wrong) await expectCode(world, 'MEETING_CODE_WRONG', helper, name, { id, code })
    const { message } = await expectRefused(world, 'MEETING_TRIED_TOO_OFTEN', helper, name, { id, code: digits })
    expect(message).toContain('过一分钟再签到')
    world.clock.now = start + 59_999
    await expectRefused(world, 'MEETING_TRIED_TOO_OFTEN', helper, name, { id, code: (await codeNow(id)).digits })
    world.clock.now = start + 60_000
    await world.ask(helper, name, { id, code: (await codeNow(id)).digits })
  })

  test('codes that are late, or of another meeting, count like those that are wrong', async () => {
    const { id, digits, elsewhere } = await opened()
    const { scan: foreign } = await codeNow(elsewhere)
    world.clock.now = start + 61_000
    for (const code of [digits, foreign, digits, foreign, digits])
      await expectCode(world, `MEETING_CODE_${code === digits ? 'EXPIRED' : 'FOREIGN'}`, helper, name, { id, code })
    await expectRefused(world, 'MEETING_TRIED_TOO_OFTEN', helper, name, { id, code: digits })
  })

  test('each person and each meeting has tries of its own', async () => {
    const { id, elsewhere } = await opened()
    for (const code of wrong) await expectCode(world, 'MEETING_CODE_WRONG', helper, name, { id, code })
    await world.ask(owner, name, { id, code: (await codeNow(id)).digits })
    await world.ask(helper, name, { id: elsewhere, code: (await codeNow(elsewhere)).digits })
  })

  test('of twenty at once no more than five are looked at', async () => {
    const { id } = await opened()
    // Each at an instant of its own: what two of them write alike is written once.
    let at = start
    Object.defineProperty(world.clock, 'now', { get: () => ++at, configurable: true })
    const asked = Array.from({ length: 20 }, (_, n) => ({ id, code: String(100 + n).padStart(6, '0') }))
    const codes = await Promise.all(asked.map((input) => world.refusalOf(helper, name, input)))
    Object.defineProperty(world.clock, 'now', { value: start, writable: true })
    expect(codes.filter((code) => code === 'MEETING_CODE_WRONG').length).toBeLessThanOrEqual(5)
    expect(new Set(codes)).toEqual(new Set(['MEETING_CODE_WRONG', 'MEETING_TRIED_TOO_OFTEN']))
  })
})
