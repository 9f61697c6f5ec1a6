import { signature } from '../../support/signatures'
import { expectOnce, expectRefused, useWorld } from '../world'
import { householdOf, makeOwner, opened, owner, sign, stranger } from './asked'

const world = useWorld()
const coOwner = 'resident-grid-5'

test('co-owners name another of them; the change is a line of the log, and what was said stays', async () => {
  const householdId = await makeOwner(world, owner)
  await makeOwner(world, coOwner, householdId)
  const id = await opened(world)
  await sign(world, owner, id, 'agree')
  await expectRefused(world, 'ANSWER_OTHER_SIGNER', coOwner, 'consents.setSigner', { id, personId: coOwner })
  await expectRefused(world, 'SIGNER_UNFIT', owner, 'consents.setSigner', { id, personId: stranger })
  await expectRefused(world, 'SIGNER_UNFIT', owner, 'consents.setSigner', { id, personId: owner })
  const input = { id, personId: coOwner }
  await expectOnce(world, owner, 'consents.setSigner', input, { id, personId: stranger })
  expect(householdOf(world, id, householdId)).toMatchObject({ status: 'agree', signer: { personId: coOwner } })
  expect(world.documents('consentEntries').map(({ kind }) => kind)).toEqual(['answer', 'signer'])
  await sign(world, coOwner, id, 'disagree')
  expect(householdOf(world, id, householdId).status).toBe('disagree')
  const signatureFileId = await world.upload(owner, signature(), 'image/png')
  const late = { id, answer: 'agree', signatureFileId }
  await expectRefused(world, 'ANSWER_OTHER_SIGNER', owner, 'consents.answerConsent', late)
})

test('who owns the home no longer signs for it no longer, and shuts out nobody', async () => {
  const householdId = await makeOwner(world, coOwner, await makeOwner(world, owner))
  const id = await opened(world)
  await sign(world, coOwner, id, 'disagree')
  await world.runtime.store.bindings.updateWhere({ personId: coOwner }, { state: 'rejected' })
  await sign(world, owner, id, 'agree')
  expect(householdOf(world, id, householdId)).toMatchObject({ status: 'agree', signer: { personId: owner } })
})

test('who is no owner of the household names nobody', async () => {
  const id = await opened(world)
  await expectRefused(world, 'ANSWER_NOT_PROPRIETOR', owner, 'consents.setSigner', { id, personId: owner })
})
