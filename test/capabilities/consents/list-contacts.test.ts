import { expectAbsent, expectRefused, useWorld } from '../world'
import { contact, desk, opened, owner } from './asked'

const world = useWorld()

test('the desk sees who has doors to walk, those first who cannot, and never how many', async () => {
  const id = await opened(world)
  const { store } = world.runtime
  const [a, b] = world.documents('consentHouseholds')
  await store.consentHouseholds.updateWhere({ consentId: id }, { contactId: contact })
  await store.consentHouseholds.updateWhere({ _id: a!._id }, { contactId: 'worker-grid-3' })
  await store.consentHouseholds.updateWhere({ _id: b!._id }, { contactId: 'worker-grid-5' })
  await store.postings.updateWhere({ personId: 'worker-grid-5' }, { to: '2026-11-01' })
  const { contacts } = await world.ask(desk, 'consents.listContacts', { id })
  // In the sample the worker of the third grid is on leave.
  expect(contacts.map(({ personId, roleName, isGone, isOnLeave }) => [personId, roleName, isGone, isOnLeave])).toEqual([
    ['worker-grid-5', null, true, false],
    ['worker-grid-3', '专职网格员', false, true],
    [contact, '专职网格员', false, false],
  ])
  expect(JSON.stringify(contacts)).not.toMatch(/\d{2,}/)
})

test('nobody but the desk of the community does', async () => {
  const id = await opened(world)
  for (const other of [owner, contact]) await expectRefused(world, 'FORBIDDEN', other, 'consents.listContacts', { id })
  await expectAbsent(world, 'b-community-worker-1', 'consents.listContacts', id, (of) => ({ id: of }))
})
