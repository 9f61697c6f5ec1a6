import { useWorld } from '../world'
import { contact, desk, makeContact, makeOwner, opened, owner, sign, stranger } from './asked'

const world = useWorld()

test('everybody sees what is asked; an owner whether to sign, a contact how many remain, the desk that it may open', async () => {
  const householdId = await makeOwner(world, owner)
  const id = await opened(world)
  await world.runtime.store.consentHouseholds.updateWhere({ consentId: id }, { contactId: 'nobody' })
  await makeContact(world, id, householdId)
  const seen = async (persona: string) => {
    const { consents, mayOpen } = await world.ask(persona, 'consents.listConsents', {})
    return consents.map(({ id: one, mine, remaining }) => [one, mine, remaining, mayOpen])
  }
  expect(await seen(owner)).toEqual([[id, 'toSign', null, false]])
  expect(await seen(stranger)).toEqual([[id, 'none', null, false]])
  expect(await seen(contact)).toEqual([[id, 'none', 1, false]])
  expect(await seen(desk)).toEqual([[id, 'none', null, true]])
  expect(await seen('newcomer-1')).toEqual([[id, 'none', null, false]])
  expect(await seen('b-resident-1')).toEqual([])
  await sign(world, owner, id, 'agree')
  expect(await seen(owner)).toEqual([[id, 'answered', null, false]])
  expect(await seen(contact)).toEqual([[id, 'none', null, false]])
})
