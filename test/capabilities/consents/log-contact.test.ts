import { expectOnce, expectRefused, useWorld } from '../world'
import { contact, counted, desk, householdOf, makeContact, makeOwner, opened, owner, sign } from './asked'

const world = useWorld()

const prepared = async () => {
  const householdId = await makeOwner(world, owner)
  const id = await opened(world)
  await makeContact(world, id, householdId)
  return { id, householdId }
}

test('a household is contacted or cannot be reached, until it answers, and is so again when it withdraws', async () => {
  const { id, householdId } = await prepared()
  const away = { id, householdId, way: 'visit', isReached: false } as const
  await expectOnce(world, contact, 'consents.logContact', away, { ...away, isReached: true })
  const figures = async () => {
    const { contacted, unreachable } = await world.ask(desk, 'consents.getConsentBoard', { id })
    return [contacted, unreachable]
  }
  expect(await figures()).toEqual([0, 1])
  const reached = await world.ask(contact, 'consents.logContact', { ...away, way: 'phone', isReached: true })
  expect(reached).toMatchObject({ status: 'contacted' })
  expect(await figures()).toEqual([1, 0])
  await sign(world, owner, id, 'agree')
  expect(await figures()).toEqual([0, 0])
  await world.ask(contact, 'consents.logContact', { ...away, way: 'message', isReached: true })
  expect(householdOf(world, id, householdId).status).toBe('agree')
  await world.ask(owner, 'consents.withdrawAnswer', { id })
  expect(householdOf(world, id, householdId).status).toBe('contacted')
})

test('nobody but the contact notes anything, nor anybody after the close', async () => {
  const { id, householdId } = await prepared()
  const input = { id, householdId, way: 'visit', isReached: true }
  for (const other of [desk, 'worker-grid-5'])
    await expectRefused(world, 'NOT_FOUND', other, 'consents.logContact', input)
  await counted(world, id)
  await expectRefused(world, 'CONSENT_CLOSED', contact, 'consents.logContact', input)
})
