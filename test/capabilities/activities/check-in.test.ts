import type { CapabilityName } from '@/shared/contracts'
import { dayMs, minuteMs, toInstant } from '@/shared/kernel/time'
import { expectAbsent, expectCode, expectOnce, expectRefused, useWorld } from '../world'
import {
  arrive,
  asked,
  at,
  codeOf,
  desk,
  end,
  farOff,
  neighbour,
  scanOf,
  sessionOf,
  signedUpFor,
  start,
  stranger,
  volunteer,
} from './shared'

const world = useWorld()
const name = 'activities.checkIn' satisfies CapabilityName

test('scanned or typed, near enough and in time: it counts, and nobody has to agree', async () => {
  const id = await signedUpFor(world, {}, [volunteer, neighbour])
  expect(await arrive(world, id)).toMatchObject({
    by: 'code',
    placeCheck: 'gps',
    waitsFor: null,
    inAt: toInstant(start),
  })
  const { digits } = await codeOf(world, id)
  expect(await arrive(world, id, neighbour, { code: digits })).toMatchObject({ by: 'code', waitsFor: null })
})

test('sent twice, or scanned twice, it is once', async () => {
  const id = await signedUpFor(world)
  const scan = await scanOf(world, id)
  await expectOnce(world, volunteer, name, scan, { ...scan, code: '000000' })
  at(world, start + 60 * minuteMs)
  expect(await arrive(world, id)).toMatchObject({ inAt: toInstant(start) })
  expect(world.documents('participations').filter(({ sessionId }) => sessionId === id)).toHaveLength(1)
})

test('TOO_FAR from 500 m; a position worse than 100 m, or none, waits for the leader', async () => {
  const id = await signedUpFor(world, {}, [volunteer, neighbour])
  const far = await scanOf(world, id, { position: { point: farOff, accuracyMeters: 20 } })
  await expectCode(world, 'TOO_FAR', volunteer, name, far)
  const vague = await arrive(world, id, volunteer, { position: { point: farOff, accuracyMeters: 101 } })
  expect(vague).toMatchObject({ placeCheck: null, waitsFor: 'leader' })
  expect(await arrive(world, id, neighbour, { position: null })).toMatchObject({ placeCheck: null, waitsFor: 'leader' })
})

test('CHECK_IN_NOT_NOW before the window and after the end; it opens half an hour before', async () => {
  const id = await signedUpFor(world)
  const scan = await scanOf(world, id)
  const early = start - 30 * minuteMs - 1
  at(world, early)
  const code = { ...scan, code: null, scannedAt: toInstant(early) }
  await expectRefused(world, 'CHECK_IN_NOT_NOW', volunteer, name, code)
  at(world, end + 1)
  await expectRefused(world, 'CHECK_IN_NOT_NOW', volunteer, name, { ...code, scannedAt: toInstant(end + 1) })
  at(world, start - 30 * minuteMs)
  expect(await arrive(world, id)).toMatchObject({ waitsFor: null })
})

test('CODE_EXPIRED for a picture sent on, CODE_FOREIGN for that of another session, CODE_WRONG for a forged one', async () => {
  const id = await signedUpFor(world)
  const other = await sessionOf(world, { rule: { ...asked.rule, times: ['09:10'] } }, desk)
  const scan = await scanOf(world, id)
  at(world, start + minuteMs)
  const now = toInstant(world.clock.now)
  await expectCode(world, 'CODE_EXPIRED', volunteer, name, { ...scan, scannedAt: now })
  const foreign = (await codeOf(world, other)).scan
  await expectCode(world, 'CODE_FOREIGN', volunteer, name, { ...scan, code: foreign, scannedAt: now })
  const { digits } = await codeOf(world, id)
  const forged = digits === '123456' ? '654321' : '123456'
  await expectCode(world, 'CODE_WRONG', volunteer, name, { ...scan, code: forged, scannedAt: now })
  await expectCode(world, 'CODE_WRONG', volunteer, name, {
    ...scan,
    code: `session:${id}:${forged}`,
    scannedAt: now,
  })
  await expectRefused(world, 'INVALID_INPUT', volunteer, name, { ...scan, code: '12345', scannedAt: now })
})

test('a scan kept without a network waits for the leader, and a clock set back by hand gains nothing', async () => {
  const id = await signedUpFor(world, {}, [volunteer, neighbour])
  const scan = await scanOf(world, id)
  at(world, start + 40 * minuteMs)
  expect(await world.ask(volunteer, name, scan)).toMatchObject({
    isLate: true,
    waitsFor: 'leader',
    inAt: toInstant(start),
  })
  await expectCode(world, 'CODE_WRONG', neighbour, name, { ...scan, scannedAt: toInstant(start + 20 * minuteMs) })
})

test('a scan that was under way for three quarters of a minute is not lost: the leader agrees to it', async () => {
  const id = await signedUpFor(world, {}, [volunteer, neighbour])
  const scan = await scanOf(world, id)
  at(world, start + 59_000)
  expect(await world.ask(neighbour, name, scan)).toMatchObject({ isLate: false, waitsFor: null })
  at(world, start + 60_000)
  const late = await world.ask(volunteer, name, scan)
  expect(late).toMatchObject({ isLate: true, waitsFor: 'leader', inAt: toInstant(start) })
})

test('CHECK_IN_TOO_LATE more than a day after the end', async () => {
  const id = await signedUpFor(world)
  const scan = await scanOf(world, id)
  at(world, end + dayMs + 1)
  await expectCode(world, 'CHECK_IN_TOO_LATE', volunteer, name, scan)
  at(world, end + dayMs)
  expect(await world.ask(volunteer, name, scan)).toMatchObject({ isLate: true, waitsFor: 'leader' })
})

test('without a code it is an hour of honour that waits for a second person', async () => {
  const id = await signedUpFor(world)
  expect(await arrive(world, id, volunteer, { code: null })).toMatchObject({ by: 'manual', waitsFor: 'second' })
})

test('NOT_SIGNED_UP, STILL_WAITING, SESSION_CANCELLED', async () => {
  const id = await signedUpFor(world, { capacity: 1, headCountMin: 1 }, [volunteer, neighbour])
  const scan = await scanOf(world, id)
  await expectRefused(world, 'NOT_SIGNED_UP', 'resident-grid-3', name, scan)
  await expectCode(world, 'STILL_WAITING', neighbour, name, scan)
  at(world, start - 1)
  await world.ask(desk, 'activities.cancelSession', { id, reason: '下雨' })
  at(world, start)
  await expectCode(world, 'SESSION_CANCELLED', volunteer, name, scan)
})

test('GUARDIAN_NEEDED: a child alone cannot check in', async () => {
  const id = await sessionOf(world)
  const children = [{ name: '小宝', ageGroup: 'from10to13' as const }]
  await world.ask(volunteer, 'activities.signUp', { id, who: 'withChildren', children, hasConsented: true })
  at(world, start)
  await expectCode(world, 'GUARDIAN_NEEDED', volunteer, name, await scanOf(world, id, { who: 'childrenOnly' }))
  expect(await arrive(world, id, volunteer, { who: 'withChildren' })).toMatchObject({ children: 1 })
})

test('CHECKED_IN_ELSEWHERE while another session goes on', async () => {
  const id = await signedUpFor(world)
  at(world, start - minuteMs)
  const next = await sessionOf(world, { rule: { ...asked.rule, times: ['11:00'] } })
  await world.ask(volunteer, 'activities.signUp', { id: next })
  at(world, start)
  await arrive(world, id)
  at(world, end - 10 * minuteMs)
  await expectCode(world, 'CHECKED_IN_ELSEWHERE', volunteer, name, await scanOf(world, next))
  at(world, end)
  expect(await arrive(world, next)).toMatchObject({ waitsFor: null })
})

test('SESSION_SETTLED once the books of it are closed', async () => {
  const id = await signedUpFor(world)
  const scan = await scanOf(world, id)
  await world.runtime.store.sessions.updateWhere({ _id: id }, { state: 'settled' })
  await expectCode(world, 'SESSION_SETTLED', volunteer, name, scan)
})

test('NOT_FOUND to another community', async () => {
  const id = await signedUpFor(world)
  const scan = await scanOf(world, id)
  await expectAbsent(world, stranger, name, id, (one) => ({ ...scan, id: one }))
})

test('TRIED_TOO_OFTEN: five tries a minute and no more, not even many at once', async () => {
  const id = await signedUpFor(world)
  const scan = await scanOf(world, id)
  const tries = await Promise.all(
    Array.from({ length: 12 }, (_, at) => world.refusalOf(volunteer, name, { ...scan, code: String(100_000 + at) })),
  )
  expect(tries.filter((code) => code !== 'TRIED_TOO_OFTEN').length).toBeLessThanOrEqual(5)
  await expectRefused(world, 'TRIED_TOO_OFTEN', volunteer, name, scan)
  expect(world.documents('participations').filter(({ sessionId }) => sessionId === id)).toEqual([])
  at(world, start + minuteMs)
  expect(await arrive(world, id)).toMatchObject({ waitsFor: null })
})
