import { allPages, expectAbsent, expectRefused, useWorld } from '../world'
import { contact, makeContact, makeOwner, opened, owner, sign } from './asked'

const world = useWorld()

test('a contact walks their doors in order, page by page, and an answered one leaves the list', async () => {
  const householdId = await makeOwner(world, owner)
  const id = await opened(world)
  await world.runtime.store.consentHouseholds.updateWhere({ consentId: id }, { contactId: contact })
  const walk = (part: 'remaining' | 'all') =>
    allPages(async (cursor) => {
      const { households, next } = await world.ask(contact, 'consents.listMyContacts', { id, part, cursor })
      return { rows: households, next }
    })
  const all = await walk('all')
  const orders = world.documents('consentHouseholds').map(({ order, householdId: one }) => [order, one] as const)
  expect(all.map((one) => one.householdId)).toEqual(orders.sort().map(([, one]) => one))
  await sign(world, owner, id, 'disagree')
  expect(await walk('remaining')).toHaveLength(all.length - 1)
  expect((await walk('all')).find((one) => one.householdId === householdId)).toMatchObject({
    status: 'disagree',
    channel: 'online',
  })
  const { remaining, total } = await world.ask(contact, 'consents.listMyContacts', { id })
  expect([remaining, total]).toEqual([all.length - 1, all.length])
})

test('nobody sees the doors of another contact, nor of another community', async () => {
  const householdId = await makeOwner(world, owner)
  const id = await opened(world)
  await makeContact(world, id, householdId)
  for (const other of ['worker-grid-5', 'community-worker-1', 'administrator-1']) {
    const { households, total } = await world.ask(other, 'consents.listMyContacts', { id, part: 'all' })
    expect([households, total]).toEqual([[], 0])
  }
  await expectRefused(world, 'FORBIDDEN', owner, 'consents.listMyContacts', { id })
  await expectAbsent(world, 'b-worker-grid-1', 'consents.listMyContacts', id, (of) => ({ id: of }))
})
