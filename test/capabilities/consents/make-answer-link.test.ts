import { expectRefused, useWorld, written } from '../world'
import { contact, counted, desk, makeContact, makeOwner, opened, owner, stranger } from './asked'

const world = useWorld()

test('a link is 128 random bits, kept nowhere, and made by the contact only, while answers are taken', async () => {
  const householdId = await makeOwner(world, owner)
  const id = await opened(world)
  await makeContact(world, id, householdId)
  const input = { id, householdId, name: '王远', as: 'proxy' } as const
  const { link, path } = await world.ask(contact, 'consents.makeAnswerLink', input)
  expect(link).toMatch(/^[0-9a-f]{32}$/)
  expect(path).toContain(link)
  expect(written(world)).not.toContain(link)
  expect((await world.ask(contact, 'consents.makeAnswerLink', input)).link).not.toBe(link)
  for (const other of [desk, 'worker-grid-5'])
    await expectRefused(world, 'NOT_FOUND', other, 'consents.makeAnswerLink', input)
  await counted(world, id)
  await expectRefused(world, 'CONSENT_CLOSED', contact, 'consents.makeAnswerLink', input)
})

test('its bearer reads whom it was made out for, and in what part; at home nobody does', async () => {
  const householdId = await makeOwner(world, owner)
  const id = await opened(world)
  await makeContact(world, id, householdId)
  const { link } = await world.ask(contact, 'consents.makeAnswerLink', { id, householdId, name: '王远', as: 'proxy' })
  const { mine } = await world.ask(stranger, 'consents.getConsent', { id, link })
  expect(mine).toMatchObject({ householdId, linkName: '王远', signsAs: 'proxy', maySign: true })
  expect((await world.ask(owner, 'consents.getConsent', { id })).mine).toMatchObject({ linkName: null })
})
