import { expectAbsent, expectRefused, useWorld } from '../world'
import { contact, counted, desk, makeOwner, opened, owner, sign } from './asked'

const world = useWorld()

test('all of somebody’s households, answered or not, are spread evenly over the others, who are told; none over who is on leave', async () => {
  const householdId = await makeOwner(world, owner)
  const id = await opened(world)
  await world.runtime.store.consentHouseholds.updateWhere({ consentId: id }, { contactId: contact })
  await sign(world, owner, id, 'agree')
  const all = world.documents('consentHouseholds').length
  const heads = world
    .documents('postings')
    .filter(({ role, scope }) => role === 'unitHead' && scope.id === 'unit-12-1-1')
  expect(heads).toHaveLength(1)
  const away = heads[0]!.personId
  const leave = { from: '2026-11-01', to: '2026-12-31', standInId: owner, reason: '探亲' }
  await world.runtime.store.persons.updateWhere({ _id: away }, { leave })
  expect(await world.ask(desk, 'consents.reassignContacts', { id, personId: contact })).toEqual({ moved: all })
  const after = world.documents('consentHouseholds')
  expect(after.find((one) => one.householdId === householdId)!.contactId).not.toBe(contact)
  const loads = new Map<string, number>()
  for (const { contactId } of after) loads.set(contactId, (loads.get(contactId) ?? 0) + 1)
  expect(loads.has(contact)).toBe(false)
  expect(loads.has(away)).toBe(false)
  expect(Math.max(...loads.values()) - Math.min(...loads.values())).toBeLessThan(2)
  const told = world.documents('notices').filter(({ title }) => title === '又有住户请您联系')
  expect(new Map(told.map(({ recipientId, text }) => [recipientId, Number(/(\d+) 户/.exec(text)![1])]))).toEqual(loads)
  expect(await world.ask(desk, 'consents.reassignContacts', { id, personId: contact })).toEqual({ moved: 0 })
})

test('where nobody else may have them it says so', async () => {
  const id = await opened(world)
  const only = 'community-worker-1'
  await world.runtime.store.consentHouseholds.updateWhere({ consentId: id }, { contactId: only })
  await world.runtime.store.postings.updateWhere(
    { role: { in: ['hub', 'unitHead', 'buildingHead', 'gridWorker'] } },
    { to: '2026-11-01' },
  )
  await world.runtime.store.communities.updateWhere({ _id: 'xinsheng' }, { dutyPersonIds: [only] })
  world.clock.now += 120_000
  await expectRefused(world, 'CONTACT_ALONE', desk, 'consents.reassignContacts', { id, personId: only })
})

test('after the close nothing moves', async () => {
  const id = await opened(world)
  await counted(world, id)
  await expectRefused(world, 'CONSENT_CLOSED', desk, 'consents.reassignContacts', { id, personId: contact })
})

test('nobody but the desk moves anything', async () => {
  const id = await opened(world)
  const input = { id, personId: contact }
  await expectRefused(world, 'FORBIDDEN', contact, 'consents.reassignContacts', input)
  await expectAbsent(world, 'b-community-worker-1', 'consents.reassignContacts', id, (of) => ({ ...input, id: of }))
})
