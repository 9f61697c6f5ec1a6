import { expectOnce, expectRefused, useWorld } from '../world'
import { counted, desk, householdOf, makeOwner, opened, owner, sign, stranger } from './asked'

const world = useWorld()

test('before the close an answer is taken back, by its signer only, and the sums follow', async () => {
  const householdId = await makeOwner(world, owner)
  await makeOwner(world, 'resident-grid-5', householdId)
  const id = await opened(world)
  await expectRefused(world, 'ANSWER_NONE', owner, 'consents.withdrawAnswer', { id })
  await sign(world, owner, id, 'agree')
  await expectRefused(world, 'ANSWER_OTHER_SIGNER', 'resident-grid-5', 'consents.withdrawAnswer', { id })
  await expectOnce(world, owner, 'consents.withdrawAnswer', { id, reason: '再想想' }, { id })
  expect(householdOf(world, id, householdId)).toMatchObject({ status: 'notContacted', isAnswered: false, sequence: 2 })
  expect((await world.ask(desk, 'consents.getConsentBoard', { id })).board?.sums).toMatchObject({ agree: 0 })
  await expectRefused(world, 'ANSWER_NONE', owner, 'consents.withdrawAnswer', { id })
  await sign(world, owner, id, 'abstain')
  await counted(world, id)
  await expectRefused(world, 'CONSENT_CLOSED', owner, 'consents.withdrawAnswer', { id })
  expect(world.documents('consentResults')[0]!.buildings[0]).toMatchObject({ abstain: 1 })
})

test('who is no owner, or of another household, takes nothing back', async () => {
  await makeOwner(world, stranger)
  const id = await opened(world)
  await expectRefused(world, 'ANSWER_NOT_PROPRIETOR', owner, 'consents.withdrawAnswer', { id })
  await expectRefused(world, 'HOUSEHOLD_NOT_IN_CONSENT', stranger, 'consents.withdrawAnswer', { id })
  await expectRefused(world, 'NOT_FOUND', 'b-resident-1', 'consents.withdrawAnswer', { id })
})
