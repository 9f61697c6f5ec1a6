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

test('as a table: a row for every household by its salted id, what counts now, and nothing else', async () => {
  const householdId = await makeOwner(world, owner)
  const id = await opened(world)
  await sign(world, owner, id, 'agree')
  const { receipt } = await sign(world, owner, id, 'abstain')
  await counted(world, id)
  const { tableUrl, tableName } = await world.ask(desk, 'consents.exportConsent', { id })
  expect(tableName).toMatch(/户意见\.csv$/)
  const rows = (await (await fetch(tableUrl)).text())
    .replace(/^\uFEFF/, '')
    .trim()
    .split('\r\n')
  const households = world.documents('consentHouseholds')
  const { pseudonym, label, contactId } = households.find((one) => one.householdId === householdId)!
  expect(rows).toHaveLength(households.length + 1)
  expect(rows[0]).toBe('楼栋,户号（加盐）,意见,方式,记录条数,回执')
  expect(rows.filter((row) => row.includes(pseudonym))).toEqual([`陶埙苑1号楼,${pseudonym},弃权,网上签字,2,${receipt}`])
  expect(rows.filter((row) => row.includes('没有意见'))).toHaveLength(households.length - 1)
  for (const secret of [householdId, label, contactId, owner]) expect(rows.join().includes(secret)).toBe(false)
})

test('nobody but the desk of the community fetches it', async () => {
  const id = await opened(world)
  await counted(world, id)
  await expectRefused(world, 'FORBIDDEN', owner, 'consents.exportConsent', { id })
  await expectRefused(world, 'FORBIDDEN', 'worker-grid-6', 'consents.exportConsent', { id })
  await expectAbsent(world, 'b-community-worker-1', 'consents.exportConsent', id, (of) => ({ id: of }))
})
