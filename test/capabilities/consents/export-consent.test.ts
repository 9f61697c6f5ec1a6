import { logDigest } from '@cloud/runtime/consent-log'
import { verifyLog } from '@/shared/domain/consents/verify-log'
import { expectAbsent, expectRefused, useWorld } from '../world'
import { counted, desk, makeOwner, opened, owner, sign } from './asked'

const world = useWorld()

test('the export recounts to the published root on its own, and names no door, person, instant or area', async () => {
  const householdId = await makeOwner(world, owner)
  const id = await opened(world)
  const { receipt } = await sign(world, owner, id, 'agree')
  await expectRefused(world, 'CONSENT_NOT_COUNTED', desk, 'consents.exportConsent', { id })
  await counted(world, id)
  const { url, root, name } = await world.ask(desk, 'consents.exportConsent', { id })
  const text = await (await fetch(url)).text()
  expect(verifyLog(text, logDigest)).toMatchObject({ fault: null, root, sum: { agree: 1 }, entries: 1 })
  expect(name).toContain('停车位改造征询')
  // The signer finds the own line by the receipt.
  expect(text).toContain(receipt)
  const [note] = world.documents('consentNotes')
  const household = world.documents('consentHouseholds').find((one) => one.householdId === householdId)!
  const { label, areaSquareCentimeters, contactId } = household
  for (const secret of [
    householdId,
    label,
    String(areaSquareCentimeters),
    contactId,
    owner,
    note!.at,
    note!.salt,
    note!.fileIds[0]!,
  ])
    expect([secret, text.includes(secret)]).toEqual([secret, false])
})

test('nobody but the desk of the community fetches it', async () => {
  const id = await opened(world)
  await counted(world, id)
  await expectRefused(world, 'FORBIDDEN', owner, 'consents.exportConsent', { id })
  await expectRefused(world, 'FORBIDDEN', 'worker-grid-6', 'consents.exportConsent', { id })
  await expectAbsent(world, 'b-community-worker-1', 'consents.exportConsent', id, (of) => ({ id: of }))
})
