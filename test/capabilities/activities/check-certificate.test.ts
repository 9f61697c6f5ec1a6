import type { CapabilityName } from '@/shared/contracts'
import { minuteMs } from '@/shared/kernel/time'
import { groupedCode } from '@/shared/kernel/certificate-code'
import { expectCode, expectRefused, failureOf, useWorld } from '../world'
import { certified } from './certificates'
import { desk, neighbour, stranger, volunteer } from './shared'

const world = useWorld()
const name = 'activities.checkCertificate' satisfies CapabilityName
/** A code that begins like another and is none. */
const nearTo = (code: string) => `${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`
const check = async (persona: string | null, code: string) => {
  const envelope = await world.send(persona, name, { code })
  if (!envelope.ok) throw new Error(envelope.error.code)
  return envelope.data as { certificate: Record<string, unknown>; mayRevoke: boolean }
}

test('anybody reads that it is valid and what it states, without an identity, and never the whole name', async () => {
  const { code, name: whole, communityName } = await certified(world)
  const { certificate, mayRevoke } = await check(null, code)
  expect(certificate).toEqual({
    code,
    communityName,
    from: '2026-11-26',
    to: '2026-11-26',
    times: 1,
    counted: 120,
    honour: 0,
    maskedName: expect.stringMatching(/^.\*+.?$/),
    issuedOn: '2026-11-26',
    isValid: true,
    endedOn: null,
  })
  expect(mayRevoke).toBe(false)
  for (const persona of [null, neighbour, stranger, 'newcomer-1', desk]) {
    const text = JSON.stringify(await world.send(persona, name, { code }))
    for (const secret of [whole, volunteer, 'personId']) expect(text).not.toContain(secret)
  }
})

test('however it is typed, and as the address or the text of the picture', async () => {
  const { code } = await certified(world)
  for (const typed of [
    groupedCode(code).toLowerCase(),
    ` ${code} `,
    `certificate:${code}`,
    `https://example.com/certificates/${code}`,
  ])
    expect((await check(null, typed)).certificate.code).toBe(code)
})

test('one that was ended says so and since when, and not why', async () => {
  const { id, code } = await certified(world)
  await world.ask(volunteer, 'activities.withdrawCertificate', { id })
  expect((await check(null, code)).certificate).toMatchObject({ isValid: false, endedOn: '2026-11-26' })
  expect(JSON.stringify(await check(desk, code))).not.toContain('reason')
})

test('staff of the community may revoke it; its holder, others and staff of elsewhere are offered nothing', async () => {
  const { code } = await certified(world)
  const offered = async (persona: string | null) => (await check(persona, code)).mayRevoke
  expect(await offered(desk)).toBe(true)
  expect(await offered('administrator-1')).toBe(true)
  for (const persona of [volunteer, neighbour, 'worker-grid-6', 'b-community-worker-1', null])
    expect(await offered(persona)).toBe(false)
})

test('CERTIFICATE_UNKNOWN for what is no code, and for a code nobody was given', async () => {
  const { code } = await certified(world)
  for (const wrong of ['', '2', 'O'.repeat(12), `${code}2`, '../certificates', '{"$ne":null}', '222222222222'])
    await expectRefused(world, 'CERTIFICATE_UNKNOWN', null, name, { code: wrong })
})

test('TRIED_TOO_OFTEN after five guesses in a minute, whoever makes them; a minute later the right one is answered', async () => {
  const { code } = await certified(world)
  for (const persona of [null, neighbour, null, stranger, null])
    await expectCode(world, 'CERTIFICATE_UNKNOWN', persona, name, { code: nearTo(code) })
  for (const persona of [null, neighbour, desk]) await expectCode(world, 'TRIED_TOO_OFTEN', persona, name, { code })
  world.clock.now += minuteMs
  expect((await check(null, code)).certificate.code).toBe(code)
})

test('fifty guesses at once are five; a true code asked for fifty times is answered every time', async () => {
  const { code } = await certified(world)
  for (let time = 0; time < 50; time++) expect((await check(null, code)).certificate.code).toBe(code)
  const failures = await Promise.all(
    Array.from({ length: 50 }, () => failureOf(world, null, name, { code: nearTo(code) })),
  )
  expect(failures.filter((one) => one.code === 'CERTIFICATE_UNKNOWN').length).toBeLessThanOrEqual(5)
  expect((await failureOf(world, null, name, { code })).code).toBe('TRIED_TOO_OFTEN')
})
