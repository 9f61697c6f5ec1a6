import { expectAbsent, expectRefused, useWorld } from '../world'
import { contact, desk, makeOwner, opened, owner, sign } from './asked'

const world = useWorld()

test('somebody’s unanswered households are spread evenly over the others, each with exactly one; answered ones stay', async () => {
  const householdId = await makeOwner(world, owner)
  const id = await opened(world)
  await world.runtime.store.consentHouseholds.updateWhere({ consentId: id }, { contactId: contact })
  await sign(world, owner, id, 'agree')
  const all = world.documents('consentHouseholds').length
  expect(await world.ask(desk, 'consents.reassignContacts', { id, personId: contact })).toEqual({ moved: all - 1 })
  const after = world.documents('consentHouseholds')
  expect(after.find((one) => one.householdId === householdId)!.contactId).toBe(contact)
  const loads = new Map<string, number>()
  for (const { contactId, isAnswered } of after) if (!isAnswered) loads.set(contactId, (loads.get(contactId) ?? 0) + 1)
  expect(loads.has(contact)).toBe(false)
  expect([...loads.values()].reduce((sum, one) => sum + one, 0)).toBe(all - 1)
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

test('nobody but the desk moves anything', async () => {
  const id = await opened(world)
  const input = { id, personId: contact }
  await expectRefused(world, 'FORBIDDEN', contact, 'consents.reassignContacts', input)
  await expectAbsent(world, 'b-community-worker-1', 'consents.reassignContacts', id, (of) => ({ ...input, id: of }))
})
