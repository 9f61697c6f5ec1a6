import { dayMs } from '@/shared/kernel/time'
import { isSignedBy } from '@cloud/runtime/signing'
import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { asking, desk, makeOwner, opened, owner, runCounting, sign } from './asked'

const world = useWorld()

test('ends at once, is counted a minute later from the raw log, and the root is signed by the community', async () => {
  await makeOwner(world, owner)
  const id = await opened(world)
  await sign(world, owner, id, 'agree')
  const other = await opened(world)
  const closed = await expectOnce(world, desk, 'consents.closeConsent', { id }, { id: other })
  expect(closed).toMatchObject({ state: 'closed', isOpen: false })
  expect(await runCounting(world)).toEqual({ done: 0 })
  world.clock.now += 61_000
  expect(await runCounting(world)).toEqual({ done: 1 })
  expect(await runCounting(world)).toEqual({ done: 0 })
  const [result] = world.documents('consentResults')
  expect(result).toMatchObject({ isAsTallied: true, buildings: [{ agree: 1 }] })
  const { root, signature, publicKey } = result!
  expect(isSignedBy(root, signature, publicKey)).toBe(true)
  expect(
    isSignedBy(
      root.replace(/^./, (one) => (one === '0' ? '1' : '0')),
      signature,
      publicKey,
    ),
  ).toBe(false)
  await expectRefused(world, 'CONSENT_ALREADY_CLOSED', desk, 'consents.closeConsent', { id })
})

test('closes by itself when its time has come, at that time and not when the job came', async () => {
  const id = await opened(world)
  const { closesAt } = world.documents('consents')[0]!
  world.clock.now += 13 * dayMs
  await runCounting(world)
  await runCounting(world)
  expect(world.documents('consents')[0]).toMatchObject({ _id: id, state: 'counted', closedAt: closesAt })
  expect(world.documents('consentResults')[0]!.curve).toHaveLength(13)
})

test('running sums that went wrong are seen by the recount, which does not use them', async () => {
  await makeOwner(world, owner)
  const id = await opened(world)
  await sign(world, owner, id, 'agree')
  const counts = { agree: 5, disagree: 0, abstain: 0 }
  await world.runtime.store.consentTallies.updateWhere({ consentId: id }, { counts })
  await world.ask(desk, 'consents.closeConsent', { id })
  world.clock.now += 61_000
  await runCounting(world)
  expect(world.documents('consentResults')[0]).toMatchObject({ isAsTallied: false, buildings: [{ agree: 1 }] })
})

test('a log, a note or a frozen set that was altered is not signed', async () => {
  const householdId = await makeOwner(world, owner)
  const id = await opened(world)
  await sign(world, owner, id, 'agree')
  await world.ask(desk, 'consents.closeConsent', { id })
  world.clock.now += 61_000
  const { store } = world.runtime
  const [entry, note] = [world.documents('consentEntries')[0]!, world.documents('consentNotes')[0]!]
  const household = world.documents('consentHouseholds').find((one) => one.householdId === householdId)!
  await store.consentEntries.updateWhere({ _id: entry._id }, { answer: 'disagree' })
  await expect(runCounting(world)).rejects.toThrow('does not hold')
  await store.consentEntries.updateWhere({ _id: entry._id }, { answer: 'agree' })
  await store.consentNotes.updateWhere({ _id: note._id }, { witnessName: '李近' })
  await expect(runCounting(world)).rejects.toThrow('altered')
  await store.consentNotes.updateWhere({ _id: note._id }, { witnessName: null })
  await store.consentHouseholds.updateWhere({ _id: household._id }, { weightDigest: '0'.repeat(64) })
  await expect(runCounting(world)).rejects.toThrow()
  await store.consentHouseholds.updateWhere({ _id: household._id }, { weightDigest: household.weightDigest })
  expect(await runCounting(world)).toEqual({ done: 1 })
})

test('what has not begun cannot end, and nobody else ends it', async () => {
  const { id } = await world.ask(desk, 'consents.openConsent', asking(world))
  await expectRefused(world, 'CONSENT_NOT_OPEN', desk, 'consents.closeConsent', { id })
  await expectRefused(world, 'FORBIDDEN', owner, 'consents.closeConsent', { id })
  await expectAbsent(world, 'b-community-worker-1', 'consents.closeConsent', id, (of) => ({ id: of }))
})
