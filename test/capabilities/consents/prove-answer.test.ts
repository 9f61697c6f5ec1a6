import { logDigest } from '@cloud/runtime/consent-log'
import { checkInclusion } from '@/shared/domain/consents/inclusion'
import { expectAbsent, expectRefused, useWorld } from '../world'
import { buildingId, counted, desk, householdOf, makeContact, makeOwner, opened, owner, sign, stranger } from './asked'

const world = useWorld()

const published = async (id: string): Promise<string> => {
  await counted(world, id)
  await world.ask(desk, 'consents.publishConsent', { id })
  return (await world.ask(owner, 'consents.getConsent', { id })).result!.root
}

test('after the result is published an owner follows their own lines to the published root', async () => {
  const home = await makeOwner(world, owner)
  const id = await opened(world)
  await sign(world, owner, id, 'disagree')
  const { receipt } = await sign(world, owner, id, 'agree')
  await expectRefused(world, 'CONSENT_NOT_PUBLISHED', owner, 'consents.proveAnswer', { id })
  const root = await published(id)
  const proof = await world.ask(owner, 'consents.proveAnswer', { id })
  const { pseudonym } = householdOf(world, id, home)
  expect(proof).toMatchObject({ pseudonym, buildingId })
  expect(proof.entries).toHaveLength(2)
  expect(checkInclusion(proof, root, logDigest)).toMatchObject({
    problem: null,
    live: { answer: 'agree', channel: 'online' },
    receipt,
  })
})

test('who said nothing sees that nobody said it for them; and a line that was changed since is seen', async () => {
  await makeOwner(world, owner)
  const id = await opened(world)
  const root = await published(id)
  const proof = await world.ask(owner, 'consents.proveAnswer', { id })
  expect(checkInclusion(proof, root, logDigest)).toMatchObject({ problem: null, live: null, receipt: '' })
  const [result] = world.documents('consentResults')
  const [first, ...others] = result!.buildings
  const buildings = [{ ...first!, agree: first!.agree + 1 }, ...others]
  await world.runtime.store.consentResults.updateWhere({ _id: id }, { buildings })
  const altered = await world.ask(owner, 'consents.proveAnswer', { id })
  expect(checkInclusion(altered, root, logDigest).problem).toBe('root')
})

test('it tells of nobody else, and nobody else gets it', async () => {
  const home = await makeOwner(world, owner)
  const id = await opened(world)
  await makeContact(world, id, home)
  await sign(world, owner, id, 'agree')
  await published(id)
  const text = JSON.stringify(await world.ask(owner, 'consents.proveAnswer', { id }))
  for (const { householdId, label, pseudonym, head, weightDigest } of world.documents('consentHouseholds'))
    if (householdId !== home)
      for (const secret of [householdId, label, pseudonym, head, weightDigest])
        expect([secret, text.includes(secret)]).toEqual([secret, false])
  await expectRefused(world, 'HOUSEHOLD_NOT_IN_CONSENT', stranger, 'consents.proveAnswer', { id })
  for (const persona of [desk, 'worker-grid-6'])
    await expectRefused(world, 'PROOF_NOT_YOURS', persona, 'consents.proveAnswer', { id })
  await expectRefused(world, 'HOUSEHOLD_NOT_IN_CONSENT', 'building-head-1', 'consents.proveAnswer', { id })
  // Whoever lives there and does not own it learns that it was asked, and no answer.
  await world.runtime.store.bindings.updateWhere({ _id: `b-${owner}-${home}` }, { relation: 'tenant' })
  await expectRefused(world, 'PROOF_NOT_YOURS', owner, 'consents.proveAnswer', { id })
  await expectAbsent(world, 'b-community-worker-1', 'consents.proveAnswer', id, (of) => ({ id: of }))
})

test('the bearer of a link checks the household it was made for, where every line of it is their own', async () => {
  const home = await makeOwner(world, owner)
  const id = await opened(world)
  await makeContact(world, id, home)
  const made = { id, householdId: home, name: '王远', as: 'proprietor' } as const
  const { link } = await world.ask('worker-grid-6', 'consents.makeAnswerLink', made)
  await sign(world, stranger, id, 'agree', link)
  const root = await published(id)
  const proof = await world.ask(stranger, 'consents.proveAnswer', { id, link })
  expect(checkInclusion(proof, root, logDigest)).toMatchObject({ problem: null, live: { answer: 'agree' } })
  // Owners read what was said on their behalf.
  expect(checkInclusion(await world.ask(owner, 'consents.proveAnswer', { id }), root, logDigest).problem).toBeNull()
  await expectRefused(world, 'LINK_NOT_GOOD', stranger, 'consents.proveAnswer', { id, link: `${link}x` })
  await expectRefused(world, 'LINK_OF_YOUR_OWN', 'worker-grid-6', 'consents.proveAnswer', { id, link })
})

test('what the owner had said before is not given to the bearer of a link', async () => {
  const home = await makeOwner(world, owner)
  const id = await opened(world)
  await makeContact(world, id, home)
  await sign(world, owner, id, 'disagree')
  await world.ask(owner, 'consents.withdrawAnswer', { id })
  await world.runtime.store.consentHouseholds.updateWhere({ consentId: id, householdId: home }, { signer: null })
  const made = { id, householdId: home, name: '王远', as: 'proxy' } as const
  const { link } = await world.ask('worker-grid-6', 'consents.makeAnswerLink', made)
  await published(id)
  await expectRefused(world, 'PROOF_NOT_YOURS', stranger, 'consents.proveAnswer', { id, link })
})
