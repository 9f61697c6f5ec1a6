import { endAccounts } from '@cloud/jobs/end-accounts'
import { logDigest } from '@cloud/runtime/consent-log'
import { isSignedBy } from '@cloud/runtime/signing'
import { verifyLog } from '@/shared/domain/consents/verify-log'
import { nameOfLeft } from '@/shared/domain/residents/leaving'
import { dayMs } from '@/shared/kernel/time'
import {
  bytesOf,
  contact,
  counted,
  desk,
  householdOf,
  makeContact,
  makeOwner,
  opened,
  owner,
  sign,
  stranger,
} from '../capabilities/consents/asked'
import { useWorld } from '../capabilities/world'
import { jpeg } from '../support/images'

const world = useWorld()

const nameOf = (persona: string) => world.documents('persons').find(({ _id }) => _id === persona)!.name

const leave = async (...personas: string[]) => {
  for (const persona of personas) await world.ask(persona, 'residents.deleteAccount', {})
  world.clock.now += 8 * dayMs
  const { store, files } = world.runtime
  expect(await endAccounts({ store, files, now: world.clock.now })).toEqual({ done: personas.length })
}

const enter = async (id: string, householdId: string, signerName: string) => {
  const input = { id, householdId, signerName, answer: 'agree', as: 'proprietor', witnessName: '李近' } as const
  await world.ask(contact, 'consents.enterPaperAnswer', { ...input, fileIds: [await world.upload(contact, jpeg())] })
}

test('who leaves takes signature and name along, and the count stays and still holds', async () => {
  const householdId = await makeOwner(world, owner)
  const id = await opened(world)
  await sign(world, owner, id, 'agree')
  await world.ask(owner, 'consents.withdrawAnswer', { id, reason: '再想想' })
  await sign(world, owner, id, 'agree')
  await leave(owner)
  expect(world.documents('consentNotes')).toEqual([])
  const households = world.documents('consentHouseholds')
  expect(JSON.stringify(households)).not.toContain(`"${owner}"`)
  expect(households.find((one) => one.householdId === householdId)).toMatchObject({ status: 'agree', sequence: 3 })
  await counted(world, id)
  expect(world.documents('consentResults')[0]).toMatchObject({ isAsTallied: true, buildings: [{ agree: 1 }] })
})

test('their papers go with the photos, those of another owner stay; what was signed still holds', async () => {
  const householdId = await makeOwner(world, owner)
  await makeOwner(world, stranger, householdId)
  const id = await opened(world)
  await makeContact(world, id, householdId)
  const name = nameOf(owner)
  await world.runtime.store.persons.updateWhere({ _id: stranger }, { name: '王远' })
  await enter(id, householdId, ` ${name} `)
  await enter(id, householdId, '王远')
  const [theirs, others] = [...world.documents('consentNotes')].sort((a, b) => a._id.localeCompare(b._id))
  await counted(world, id)
  const [before] = world.documents('consentResults')
  await leave(owner)
  expect(world.documents('consentNotes')).toEqual([others])
  expect(await bytesOf(world, theirs!.fileIds[0]!)).toBeNull()
  expect(await bytesOf(world, others!.fileIds[0]!)).not.toBeNull()
  // The last owner in the app takes every paper of the home along, whoever it names.
  await leave(stranger)
  expect(world.documents('consentNotes')).toEqual([])
  const [result] = world.documents('consentResults')
  expect(result).toEqual(before)
  const { fault, root } = verifyLog(Buffer.from((await bytesOf(world, result!.exportFileId))!).toString(), logDigest)
  expect(fault).toBeNull()
  expect(root).toBe(result!.root)
  expect(isSignedBy(root, result!.signature, result!.publicKey)).toBe(true)
})

test('a link names nobody who has left: neither the owner it was made out for, nor the bearer who signed by it', async () => {
  const householdId = await makeOwner(world, owner)
  const id = await opened(world)
  await makeContact(world, id, householdId)
  const made = { id, householdId, as: 'proprietor', name: nameOf(owner) } as const
  await world.ask(contact, 'consents.makeAnswerLink', made)
  await leave(owner)
  expect(householdOf(world, id, householdId).link).toBeNull()
  const { link } = await world.ask(contact, 'consents.makeAnswerLink', { ...made, name: '王远方' })
  await sign(world, stranger, id, 'agree', link)
  await leave(stranger)
  expect(householdOf(world, id, householdId)).toMatchObject({ link: null, status: 'agree' })
  for (const name of ['consents', 'consentHouseholds', 'consentNotes'] as const)
    expect(JSON.stringify(world.documents(name))).not.toContain('王远方')
})

test('a sworn counter who leaves is named no more, and opens nothing; that a line was opened stays', async () => {
  const counterIds = [owner, stranger]
  const id = await opened(world, { counterIds })
  const names = counterIds.map(nameOf)
  await counted(world, id)
  const { pseudonym } = world.documents('consentHouseholds')[0]!
  // With no line there is nothing to open; the records below are as asking and confirming leave them.
  const at = world.documents('consents')[0]!.createdAt
  const [askedBy, confirmedBy] = counterIds.map((personId, index) => ({ personId, name: names[index]! }))
  const unsealing = { _id: 'unsealing-1', communityId: 'xinsheng', consentId: id, pseudonym, reason: '核对' }
  world.cloud.insertDocuments('consentUnsealings', [
    { ...unsealing, askedBy: askedBy!, askedAt: at, confirmedBy: confirmedBy!, confirmedAt: at },
  ])
  await leave(owner)
  expect(world.documents('consents')[0]!.counters).toMatchObject([{ name: nameOfLeft }, { personId: stranger }])
  expect(world.documents('consentUnsealings')).toMatchObject([
    { reason: '核对', askedBy: { name: nameOfLeft }, confirmedBy: { personId: stranger }, confirmedAt: at },
  ])
  await leave(stranger)
  for (const name of ['consents', 'consentUnsealings'] as const)
    for (const said of [...names, ...counterIds])
      expect(JSON.stringify(world.documents(name))).not.toContain(`"${said}"`)
  expect(await world.ask(desk, 'consents.listUnsealings', { id })).toMatchObject({
    unsealings: [{ reason: '核对', askedByName: nameOfLeft, confirmedByName: nameOfLeft }],
  })
})
