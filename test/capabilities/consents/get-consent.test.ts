import { expectAbsent, expectRefused, useWorld } from '../world'
import { contact, counted, desk, makeContact, makeOwner, opened, owner, sign, stranger } from './asked'

const world = useWorld()

test('an owner reads what is asked, who to turn to, and what their household has said', async () => {
  const householdId = await makeOwner(world, owner)
  const id = await opened(world)
  await makeContact(world, id, householdId)
  const fresh = await world.ask(owner, 'consents.getConsent', { id })
  expect(fresh).toMatchObject({
    rule: 'latest',
    isOpen: true,
    mine: {
      householdId,
      answer: null,
      receipt: null,
      maySign: true,
      signsAs: 'proprietor',
      linkName: null,
      coOwners: [],
    },
    board: { sums: { agree: 0 } },
    result: null,
  })
  expect(fresh.mine!.contact!.phone).toMatch(/^0533/)
  const { receipt } = await sign(world, owner, id, 'agree')
  expect((await world.ask(owner, 'consents.getConsent', { id })).mine).toMatchObject({
    answer: 'agree',
    channel: 'online',
    receipt,
    isSigner: true,
  })
})

test('who lives there and is no owner learns that the household is asked, and no answer', async () => {
  const householdId = await makeOwner(world, owner)
  await world.runtime.store.persons.updateWhere({ _id: stranger }, { householdId })
  const id = await opened(world)
  await sign(world, owner, id, 'agree')
  expect((await world.ask(stranger, 'consents.getConsent', { id })).mine).toMatchObject({
    householdId,
    answer: null,
    receipt: null,
    signerName: null,
    maySign: false,
  })
})

test('progress that is withheld stays so until it is published', async () => {
  const id = await opened(world, { isProgressPublic: false })
  const boardOf = async () => (await world.ask(stranger, 'consents.getConsent', { id })).board
  expect(await boardOf()).toBeNull()
  await counted(world, id)
  expect(await boardOf()).toBeNull()
  await world.ask(desk, 'consents.publishConsent', { id })
  expect(await boardOf()).not.toBeNull()
  expect((await world.ask(stranger, 'consents.getConsent', { id })).result!.root).toMatch(/^[0-9a-f]{64}$/)
})

test('a link opens the household it was made for, to others than its contact', async () => {
  const householdId = await makeOwner(world, owner)
  const id = await opened(world)
  await makeContact(world, id, householdId)
  const asked = { id, householdId, name: '王远', as: 'proprietor' } as const
  const { link } = await world.ask(contact, 'consents.makeAnswerLink', asked)
  expect((await world.ask('newcomer-1', 'consents.getConsent', { id, link })).mine).toMatchObject({
    householdId,
    maySign: true,
  })
  await expectRefused(world, 'LINK_OF_YOUR_OWN', contact, 'consents.getConsent', { id, link })
  const forged = { id, link: 'f'.repeat(32) }
  await expectRefused(world, 'LINK_NOT_GOOD', 'newcomer-1', 'consents.getConsent', forged)
})

test('another community sees nothing', async () => {
  const id = await opened(world)
  await expectAbsent(world, 'b-resident-1', 'consents.getConsent', id, (of) => ({ id: of }))
})
