import { dayMs } from '@/shared/kernel/time'
import { jpeg, png } from '../../support/images'
import { signature } from '../../support/signatures'
import { expectOnce, expectRefused, useWorld } from '../world'
import {
  contact,
  runCounting,
  householdOf,
  makeContact,
  makeOwner,
  opened,
  owner,
  runOpening,
  asking,
  desk,
  sign,
  stranger,
} from './asked'

const world = useWorld()
const draw = (persona: string, bytes = signature()) => world.upload(persona, bytes, 'image/png')

test('an owner signs, changes and is counted once, with a receipt that is the end of the chain', async () => {
  const householdId = await makeOwner(world, owner)
  const id = await opened(world)
  const first = await sign(world, owner, id, 'agree')
  expect(householdOf(world, id, householdId)).toMatchObject({ status: 'agree', sequence: 1, head: first.receipt })
  world.clock.now += 2 * dayMs
  const second = await sign(world, owner, id, 'disagree')
  expect(householdOf(world, id, householdId)).toMatchObject({ status: 'disagree', sequence: 2, head: second.receipt })
  const { board } = await world.ask(desk, 'consents.getConsentBoard', { id })
  expect(board?.sums).toMatchObject({ agree: 0, disagree: 1 })
  expect(board?.curve.map(({ agree, answered }) => [agree, answered])).toEqual([
    [1, 1],
    [1, 1],
    [0, 1],
  ])
  expect(world.documents('consentEntries')).toHaveLength(2)
  expect(JSON.stringify(world.documents('consentEntries'))).not.toContain(householdId)
})

test('twice is once', async () => {
  await makeOwner(world, owner)
  const id = await opened(world)
  const input = { id, answer: 'agree', signatureFileId: await draw(owner) } as const
  await expectOnce(world, owner, 'consents.answerConsent', input, { ...input, answer: 'abstain' })
})

test('only an owner signs, and only for a household that is in the frozen set', async () => {
  const id = await opened(world)
  const input = { id, answer: 'agree', signatureFileId: await draw(owner) }
  await expectRefused(world, 'ANSWER_NOT_PROPRIETOR', owner, 'consents.answerConsent', input)
  await makeOwner(world, stranger)
  const theirs = { ...input, signatureFileId: await draw(stranger) }
  await expectRefused(world, 'HOUSEHOLD_NOT_IN_CONSENT', stranger, 'consents.answerConsent', theirs)
  const newcomer = { ...input, signatureFileId: await draw('newcomer-1') }
  await expectRefused(world, 'ANSWER_NOT_PROPRIETOR', 'newcomer-1', 'consents.answerConsent', newcomer)
  await expectRefused(world, 'NOT_FOUND', 'b-resident-1', 'consents.answerConsent', input)
})

test('before the set is frozen and after the close nobody answers, and what was said stays', async () => {
  const householdId = await makeOwner(world, owner)
  const { id } = await world.ask(desk, 'consents.openConsent', asking(world))
  const input = { id, answer: 'agree', signatureFileId: await draw(owner) }
  await expectRefused(world, 'CONSENT_NOT_OPEN', owner, 'consents.answerConsent', input)
  await runOpening(world)
  await sign(world, owner, id, 'agree')
  const late = { ...input, answer: 'disagree', signatureFileId: await draw(owner) }
  world.clock.now += 12 * dayMs
  // The time decides, though no job has come to close it yet.
  await expectRefused(world, 'CONSENT_CLOSED', owner, 'consents.answerConsent', late)
  await runCounting(world)
  await expectRefused(world, 'CONSENT_CLOSED', owner, 'consents.answerConsent', late)
  expect(householdOf(world, id, householdId).status).toBe('agree')
})

test('a blank signature, a photo instead of one, one of 10 MB and somebody else’s are refused in a plain sentence', async () => {
  await makeOwner(world, owner)
  const id = await opened(world)
  const answering = (signatureFileId: string) =>
    expectRefused(world, code, owner, 'consents.answerConsent', { id, answer: 'agree', signatureFileId })
  let code = 'SIGNATURE_BLANK'
  await answering(await draw(owner, signature({ ink: false })))
  code = 'SIGNATURE_NOT_DRAWN'
  await answering(await world.upload(owner, jpeg()))
  await answering(await draw(owner, png()))
  code = 'FILE_NOT_AN_IMAGE'
  await answering(await draw(owner, Buffer.from('not a picture at all')))
  code = 'FILE_NOT_YOURS'
  await answering(await draw(stranger))
  const big = { purpose: 'consent', bytes: 10 * 1024 * 1024, contentType: 'image/png' }
  await expectRefused(world, 'FILE_TOO_LARGE', owner, 'files.beginUpload', big)
})

test('of co-owners the first who signs is the signer, and the other is told so', async () => {
  const householdId = await makeOwner(world, owner)
  await makeOwner(world, 'resident-grid-5', householdId)
  const id = await opened(world)
  await sign(world, owner, id, 'agree')
  const input = { id, answer: 'disagree', signatureFileId: await draw('resident-grid-5') }
  await expectRefused(world, 'ANSWER_OTHER_SIGNER', 'resident-grid-5', 'consents.answerConsent', input)
})

test('an owner who is away signs by a link, a proxy with the letter; the contact cannot use it, nor anybody once it was replaced', async () => {
  const householdId = await makeOwner(world, owner)
  const id = await opened(world)
  await makeContact(world, id, householdId)
  const make = async (as: 'proprietor' | 'proxy') =>
    (await world.ask(contact, 'consents.makeAnswerLink', { id, householdId, name: '王远', as })).link
  const old = await make('proprietor')
  const link = await make('proxy')
  const input = { id, answer: 'agree', signatureFileId: await draw(stranger) }
  await expectRefused(world, 'LINK_NOT_GOOD', stranger, 'consents.answerConsent', { ...input, link: old })
  await expectRefused(world, 'PROXY_LETTER_MISSING', stranger, 'consents.answerConsent', { ...input, link })
  const own = { ...input, link, signatureFileId: await draw(contact) }
  await expectRefused(world, 'LINK_OF_YOUR_OWN', contact, 'consents.answerConsent', own)
  const letterFileIds = [await world.upload(stranger, jpeg())]
  await world.ask(stranger, 'consents.answerConsent', { ...input, answer: 'agree', link, letterFileIds })
  // The bearer of a link never becomes who signs: the owner is shut out by nobody.
  expect(householdOf(world, id, householdId)).toMatchObject({ status: 'agree', signer: null })
  const [note] = world.documents('consentNotes')
  expect(note).toMatchObject({ signer: { name: '王远', as: 'proxy' }, fileIds: { length: 2 } })
  await sign(world, owner, id, 'disagree')
  expect(householdOf(world, id, householdId)).toMatchObject({ status: 'disagree', signer: { personId: owner } })
})

test('the vacant flag changes nothing in the denominator', async () => {
  const householdId = await makeOwner(world, owner)
  const id = await opened(world)
  await sign(world, owner, id, 'agree')
  const before = (await world.ask(desk, 'consents.getConsentBoard', { id })).board
  expect(before?.sums.households).toBe(
    world.documents('households').filter((one) => one.buildingId === 'building-12-1').length,
  )
  await world.runtime.store.households.updateWhere({ buildingId: 'building-12-1' }, { isVacant: true })
  await world.runtime.store.consentHouseholds.updateWhere({ consentId: id }, { isVacant: true })
  expect((await world.ask(desk, 'consents.getConsentBoard', { id })).board).toEqual(before)
  expect(householdOf(world, id, householdId).status).toBe('agree')
})
