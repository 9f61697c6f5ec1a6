import type { CapabilityName } from '@/shared/contracts'
import { dayMs } from '@/shared/kernel/time'
import { expectOnce, expectRefused, useWorld } from '../world'
import { certified, serve } from './certificates'
import { arrive, at, desk, end, leave, signedUpFor, volunteer } from './shared'

const world = useWorld()
const name = 'activities.issueCertificate' satisfies CapabilityName
const person = () => world.documents('persons').find(({ _id }) => _id === volunteer)!

test('states who, how long, how often and what for, once, under a code of twelve readable characters', async () => {
  await serve(world)
  const made = await expectOnce(world, volunteer, name, {}, { from: '2026-11-01' })
  expect(made).toMatchObject({
    name: person().name,
    from: '2026-11-26',
    to: '2026-11-26',
    times: 1,
    counted: 120,
    honour: 0,
    themes: [{ name: '爱老', minutes: 120 }],
    activities: [{ title: '陪老人聊天', times: 1, minutes: 120 }],
    isMore: false,
    state: 'valid',
    endedAt: null,
  })
  expect(made.code).toMatch(/^[2-9ACDEFGHJKMNPQRTUVWXY]{12}$/)
})

test('what it states is frozen: hours served later, a new name and a taken back confirmation change nothing of it', async () => {
  const first = await certified(world)
  at(world, end + dayMs)
  await world.runtime.store.persons.updateWhere({ _id: volunteer }, { name: '别的名字' })
  await world.runtime.store.participations.updateWhere({ personId: volunteer }, { counted: 600, honour: 600 })
  const { code, counted, name: stated } = await world.ask(volunteer, 'activities.getCertificate', { id: first.id })
  expect({ code, counted, stated }).toEqual({ code: first.code, counted: 120, stated: first.name })
  const next = await world.ask(volunteer, name, {})
  expect([next.counted, next.honour, next.name]).toEqual([600, 600, '别的名字'])
  expect(next.code).not.toBe(first.code)
})

test('asked again for what a valid one states already, that one is the answer; after it was withdrawn there is a new one', async () => {
  const first = await certified(world)
  expect((await world.ask(volunteer, name, {})).code).toBe(first.code)
  await world.ask(volunteer, 'activities.withdrawCertificate', { id: first.id })
  const next = await world.ask(volunteer, name, {})
  expect(next.code).not.toBe(first.code)
  expect(world.documents('certificates')).toHaveLength(2)
})

test('only the days asked for count, both included; a day ahead states no more than today', async () => {
  await serve(world)
  const of = async (from: string, to: string) => (await world.ask(volunteer, name, { from, to })).to
  expect(await of('2026-11-26', '2026-11-26')).toBe('2026-11-26')
  expect(await of('2026-11-01', '2027-12-31')).toBe('2026-11-26')
  await expectRefused(world, 'CERTIFICATE_EMPTY', volunteer, name, { from: '2026-11-01', to: '2026-11-25' })
})

test('CERTIFICATE_EMPTY for whoever never came, and for hours nobody has agreed to yet, or not agreed', async () => {
  await expectRefused(world, 'CERTIFICATE_EMPTY', volunteer, name, {})
  const id = await signedUpFor(world)
  await arrive(world, id, volunteer, { position: null })
  at(world, end)
  await leave(world, id)
  expect(await world.ask(volunteer, 'activities.getMyHours', {})).toMatchObject({ honour: 120 })
  await expectRefused(world, 'CERTIFICATE_EMPTY', volunteer, name, {})
  const { participations } = await world.ask(desk, 'activities.listUndecided', {})
  const decide = { id: participations[0]!.id, isConfirmed: true }
  await world.ask(desk, 'activities.decideParticipation', decide)
  expect((await world.ask(volunteer, name, {})).counted).toBe(120)
})

test('an activity with a name that could be taken for more is stated as it is; the ninth is only said to be there', async () => {
  const hostile = '<b onload=a(1)> =1+1 “我”'
  await serve(world, { title: hostile })
  const [one] = world.documents('participations')
  const others = Array.from({ length: 8 }, (_, at) => ({
    ...one!,
    _id: `participation-${at}`,
    title: `活动${at}`,
    counted: 60,
  }))
  world.cloud.insertDocuments('participations', others)
  const { activities, isMore, counted } = await world.ask(volunteer, name, {})
  expect(activities[0]).toEqual({ title: hostile, times: 1, minutes: 120 })
  expect([activities.length, isMore, counted]).toEqual([8, true, 600])
})

test('CERTIFICATES_TOO_MANY beyond twenty valid ones, until one is withdrawn', async () => {
  const first = await certified(world)
  const [like] = world.documents('certificates')
  const more = Array.from({ length: 19 }, (_, at) => ({ ...like!, _id: `certificate-${at}`, times: at + 2 }))
  world.cloud.insertDocuments('certificates', more)
  await world.runtime.store.participations.updateWhere({ personId: volunteer }, { counted: 100 })
  await expectRefused(world, 'CERTIFICATES_TOO_MANY', volunteer, name, {})
  await world.ask(volunteer, 'activities.withdrawCertificate', { id: first.id })
  expect((await world.ask(volunteer, name, {})).counted).toBe(100)
})

test('INVALID_INPUT when it ends before it begins; FORBIDDEN to a newcomer', async () => {
  await expectRefused(world, 'INVALID_INPUT', volunteer, name, { from: '2026-11-26', to: '2026-11-25' })
  await expectRefused(world, 'FORBIDDEN', 'newcomer-1', name, {})
})

test('costs the same after one session and after five hundred', async () => {
  await serve(world)
  await world.ask(volunteer, 'organization.listGrids', {})
  const costOf = async (input: object) => {
    world.countRequests()
    await world.send(volunteer, name, input)
    return world.countRequests()
  }
  const few = await costOf({})
  const [one] = world.documents('participations')
  const many = Array.from({ length: 500 }, (_, at) => ({ ...one!, _id: `participation-${at}` }))
  world.cloud.insertDocuments('participations', many)
  expect(await costOf({ from: '2026-01-01' })).toBeLessThanOrEqual(few)
  expect(few).toBeLessThanOrEqual(12)
})
