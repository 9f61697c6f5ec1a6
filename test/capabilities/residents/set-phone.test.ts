import { expectOnce, expectRefused, useWorld } from '../world'

const world = useWorld()
const name = 'residents.setPhone'
const person = (id: string) => world.documents('persons').find(({ _id }) => _id === id)!
const set = (phone: string | null, isShared: boolean, persona = 'resident-grid-6') =>
  world.ask(persona, name, { phone, isShared })

test('a number is kept, changed and forgotten, and consent goes with it', async () => {
  expect(await set('13900000001', true)).toEqual({ phone: '13900000001', isShared: true })
  expect(person('resident-grid-6')).toMatchObject({
    phone: '13900000001',
    phoneConsent: { isGiven: true, at: '2026-11-25T01:00:00.000Z' },
  })
  expect(await set(null, true)).toEqual({ phone: null, isShared: false })
  expect(person('resident-grid-6').phone).toBeUndefined()
  expect(person('resident-grid-6').phoneConsent).toMatchObject({ isGiven: false })
})

test('the day of a consent is the day it was given, not of the last change', async () => {
  await set('13900000001', true)
  world.clock.now += 86_400_000
  await set('13900000002', true)
  expect(person('resident-grid-6').phoneConsent!.at).toBe('2026-11-25T01:00:00.000Z')
  await set('13900000002', false)
  expect(person('resident-grid-6').phoneConsent).toEqual({ isGiven: false, at: '2026-11-26T01:00:00.000Z' })
})

test.each([
  ['139 0000 0001', '13900000001'],
  ['+86 139-0000-0001', '13900000001'],
  ['0086 13900000001', '13900000001'],
  ['１３９０００００００１', '13900000001'],
  ['\u202A139 0000 0001\u202C', '13900000001'],
  ['0533-7001234', '0533-7001234'],
  ['(0533)7001234', '05337001234'],
])('a number copied as %s is kept as %s', async (phone, kept) => {
  expect(await set(phone, true)).toEqual({ phone: kept, isShared: true })
})

test('a newcomer may leave one too, and is known afterwards by the identity they came with', async () => {
  await set('13900000001', false, 'newcomer-1')
  const [entered] = world.documents('persons').filter(({ openid }) => openid === 'openid-newcomer-1')
  expect(entered).toMatchObject({ phone: '13900000001', isNewcomer: true })
})

test('what is no number is refused with a sentence beside the field', async () => {
  for (const phone of ['12345', '139 0000 000', '+1 13900000001', '<script>', '1'.repeat(50), ''])
    expect(
      (await expectRefused(world, 'INVALID_INPUT', 'resident-grid-6', name, { phone, isShared: false })).fields,
    ).toEqual({
      phone: '请填写 11 位手机号，或带区号的座机号',
    })
})

test('twice is once', async () => {
  await expectOnce(
    world,
    'resident-grid-6',
    name,
    { phone: '13900000001', isShared: true },
    { phone: null, isShared: false },
  )
})
