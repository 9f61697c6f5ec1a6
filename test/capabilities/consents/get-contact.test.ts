import { expectAbsent, expectRefused, useWorld } from '../world'
import { contact, desk, makeContact, makeOwner, opened, owner, sign } from './asked'

const world = useWorld()

test('the desk learns who enters a paper of a door, and the same whatever the door has said', async () => {
  const householdId = await makeOwner(world, owner)
  const id = await opened(world)
  await makeContact(world, id, householdId)
  const before = await world.ask(desk, 'consents.getContact', { id, householdId })
  const person = world.documents('persons').find(({ _id }) => _id === contact)!
  expect(before).toMatchObject({ name: person.name, phone: person.dutyPhone, isMe: false })
  await sign(world, owner, id, 'disagree')
  expect(await world.ask(desk, 'consents.getContact', { id, householdId })).toEqual(before)
  await makeContact(world, id, householdId, desk)
  expect((await world.ask(desk, 'consents.getContact', { id, householdId })).isMe).toBe(true)
})

test('of a door that is not asked there is none, and nobody but the desk of the community learns any', async () => {
  const householdId = await makeOwner(world, owner)
  const id = await opened(world)
  const elsewhere = { id, householdId: 'household-1-1-1-101' }
  await expectRefused(world, 'HOUSEHOLD_NOT_IN_CONSENT', desk, 'consents.getContact', elsewhere)
  for (const other of [owner, contact])
    await expectRefused(world, 'FORBIDDEN', other, 'consents.getContact', { id, householdId })
  await expectAbsent(world, 'b-community-worker-1', 'consents.getContact', id, (of) => ({ id: of, householdId }))
})
