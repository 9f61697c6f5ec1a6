import { expectRefused, useWorld } from '../world'
import { contact, desk, makeContact, makeOwner, opened, owner } from './asked'

const world = useWorld()

test('the contact of today reads every try, the newest first; nobody else does', async () => {
  const householdId = await makeOwner(world, owner)
  const id = await opened(world)
  await makeContact(world, id, householdId)
  const log = { id, householdId, way: 'visit', isReached: false, words: '没有人应门' } as const
  await world.ask(contact, 'consents.logContact', log)
  world.clock.now += 60_000
  await world.ask(contact, 'consents.logContact', { ...log, way: 'phone', isReached: true })
  await makeContact(world, id, householdId, 'worker-grid-5')
  const { logs } = await world.ask('worker-grid-5', 'consents.listContactLogs', { id, householdId })
  expect(logs.map(({ way, isReached, words }) => [way, isReached, words])).toEqual([
    ['phone', true, '没有人应门'],
    ['visit', false, '没有人应门'],
  ])
  for (const other of [contact, desk])
    await expectRefused(world, 'NOT_FOUND', other, 'consents.listContactLogs', { id, householdId })
})
