import type { InputOf } from '@/shared/kernel/capability'
import type { ContractOf } from '@/shared/contracts'
import { freshRequestId } from '../../support/cloud'
import { jpeg } from '../../support/images'
import { expectOnce, expectRefused, useWorld } from '../world'
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
} from './asked'

const world = useWorld()
type Paper = InputOf<ContractOf<'consents.enterPaperAnswer'>>

const paper = async (id: string, householdId: string, by = contact, changes: Partial<Paper> = {}): Promise<Paper> => ({
  id,
  householdId,
  answer: 'disagree',
  signerName: '王远',
  as: 'proprietor',
  witnessName: '李近',
  fileIds: [await world.upload(by, jpeg())],
  ...changes,
})

/** As the owner is called in the app. */
const ownName = (persona = owner) => world.documents('persons').find(({ _id }) => _id === persona)!.name

const prepared = async (rule: 'latest' | 'online' = 'latest') => {
  const householdId = await makeOwner(world, owner)
  const id = await opened(world, { rule })
  await makeContact(world, id, householdId)
  return { id, householdId }
}

test('the contact enters papers; nobody else, not even the desk, and twice is once', async () => {
  const { id, householdId } = await prepared()
  const input = await paper(id, householdId)
  const told = await expectOnce(world, contact, 'consents.enterPaperAnswer', input, { ...input, answer: 'agree' })
  expect(told.label).toContain('陶埙苑1号楼')
  // No hash of the log, by which the export would tell the whole chain of this home.
  for (const { hash } of world.documents('consentEntries')) expect(JSON.stringify(told)).not.toContain(hash)
  expect(householdOf(world, id, householdId)).toMatchObject({ status: 'disagree', isAnswered: true })
  await world.ask(contact, 'consents.enterPaperAnswer', await paper(id, householdId, contact, { answer: 'agree' }))
  expect(householdOf(world, id, householdId)).toMatchObject({ status: 'agree', sequence: 2 })
  const theirs = await paper(id, householdId, 'worker-grid-5')
  await expectRefused(world, 'NOT_FOUND', 'worker-grid-5', 'consents.enterPaperAnswer', theirs)
  await expectRefused(world, 'FORBIDDEN', stranger, 'consents.enterPaperAnswer', theirs)
  const elsewhere = await paper(id, 'household-1-1-1-101', desk)
  await expectRefused(world, 'HOUSEHOLD_NOT_IN_CONSENT', desk, 'consents.enterPaperAnswer', elsewhere)
})

test('no photo, the signer as witness, and one’s own paper are refused', async () => {
  const { id, householdId } = await prepared()
  const refused = async (code: string, changes: Partial<Paper>) =>
    expectRefused(world, code, contact, 'consents.enterPaperAnswer', await paper(id, householdId, contact, changes))
  await refused('PAPER_WITHOUT_PHOTO', { fileIds: [] })
  for (const witnessName of ['王 远', '王\u200d远', '王·远']) await refused('PAPER_WITNESS_IS_SIGNER', { witnessName })
  const { name } = world.documents('persons').find(({ _id }) => _id === contact)!
  await refused('PAPER_OWN_HOUSEHOLD', { signerName: name })
  await refused('PAPER_WITNESS_IS_ENTERER', { witnessName: name })
  await refused('PAPER_LETTER_MISSING', { as: 'proxy' })
  await world.runtime.store.persons.updateWhere({ _id: contact }, { householdId })
  await refused('PAPER_OWN_HOUSEHOLD', {})
})

test.each([
  ['latest', 'disagree'],
  ['online', 'agree'],
] as const)('paper after online, by the rule "%s": %s counts, and the door is listed', async (rule, counts) => {
  const { id, householdId } = await prepared(rule)
  await sign(world, owner, id, 'agree')
  await world.ask(
    contact,
    'consents.enterPaperAnswer',
    await paper(id, householdId, contact, { signerName: ownName() }),
  )
  expect(householdOf(world, id, householdId)).toMatchObject({ status: counts, isInConflict: true })
  const listed = { id, part: 'inConflict' } as const
  const { households } = await world.ask(contact, 'consents.listMyContacts', listed)
  expect(households.map((one) => one.householdId)).toEqual([householdId])
  expect((await world.ask(desk, 'consents.listMyContacts', listed)).households).toEqual([])
  expect((await world.ask(desk, 'consents.getConsentBoard', { id })).conflicts).toBe(1)
  await counted(world, id)
  const [result] = world.documents('consentResults')
  expect(result).toMatchObject({ conflicts: 1, isAsTallied: true })
})

test('whoever is refused for the witness keeps the photos, and sends them again with another', async () => {
  const { id, householdId } = await prepared()
  const input = await paper(id, householdId, contact, { witnessName: '王远' })
  await expectRefused(world, 'PAPER_WITNESS_IS_SIGNER', contact, 'consents.enterPaperAnswer', input)
  await world.ask(contact, 'consents.enterPaperAnswer', { ...input, witnessName: '李近' })
  expect(householdOf(world, id, householdId).status).toBe('disagree')
})

test('after the close no paper is taken', async () => {
  const { id, householdId } = await prepared()
  await counted(world, id)
  await expectRefused(world, 'CONSENT_CLOSED', contact, 'consents.enterPaperAnswer', await paper(id, householdId))
})

test('where online goes before paper, a paper takes back no more than paper', async () => {
  const { id, householdId } = await prepared('online')
  await sign(world, owner, id, 'disagree')
  const bySigner = (answer: Paper['answer']) => paper(id, householdId, contact, { answer, signerName: ownName() })
  await world.ask(contact, 'consents.enterPaperAnswer', await bySigner('agree'))
  await world.ask(contact, 'consents.enterPaperAnswer', await bySigner('withdrawal'))
  expect(householdOf(world, id, householdId)).toMatchObject({ status: 'disagree', isInConflict: false, sequence: 3 })
  await counted(world, id)
  expect(world.documents('consentResults')).toMatchObject([{ isAsTallied: true, buildings: [{ disagree: 1 }] }])
})

test('to the desk a paper of another contact’s door is refused alike, whether the door has answered or not', async () => {
  const { id, householdId } = await prepared()
  const heard = async () =>
    Promise.all(
      (['withdrawal', 'agree', 'disagree'] as const).map(async (answer) =>
        world.send(desk, 'consents.enterPaperAnswer', await paper(id, householdId, desk, { answer })),
      ),
    )
  const codes = async () => (await heard()).map((one) => (one.ok ? 'ok' : one.error.code))
  const refused = Array<string>(3).fill('PAPER_NOT_CONTACT')
  expect(await codes()).toEqual(refused)
  await sign(world, owner, id, 'agree')
  expect(await codes()).toEqual(refused)
  expect(householdOf(world, id, householdId)).toMatchObject({ sequence: 1 })
})

test('what was said can be taken back on paper too', async () => {
  const { id, householdId } = await prepared()
  const none = await paper(id, householdId, contact, { answer: 'withdrawal' })
  await expectRefused(world, 'ANSWER_NONE', contact, 'consents.enterPaperAnswer', none)
  await sign(world, owner, id, 'agree')
  const back = { answer: 'withdrawal', signerName: ownName() } as const
  await world.ask(contact, 'consents.enterPaperAnswer', await paper(id, householdId, contact, back))
  expect(householdOf(world, id, householdId)).toMatchObject({ isAnswered: false, status: 'notContacted', sequence: 2 })
})

test('a withdrawal sent twice at once leaves the photos of the one line there is; one refused for good gives them back', async () => {
  const { id, householdId } = await prepared()
  await sign(world, owner, id, 'agree')
  const back = { answer: 'withdrawal', signerName: ownName() } as const
  const input = await paper(id, householdId, contact, back)
  const requestId = freshRequestId()
  // The second waits until the first is through, and has claimed the same photos before.
  const { store } = world.runtime
  const { transact } = store
  const first = { isThrough: () => {} }
  const through = new Promise<void>((resolve) => (first.isThrough = resolve))
  let runs = 0
  jest.spyOn(store, 'transact').mockImplementation(async (body) => {
    if (++runs > 1) await through
    else await new Promise((resolve) => setTimeout(resolve, 300))
    return transact(body).finally(first.isThrough)
  })
  const send = () => world.ask(contact, 'consents.enterPaperAnswer', input, requestId)
  const [one, other] = await Promise.all([send(), send()])
  jest.restoreAllMocks()
  expect(other).toEqual(one)
  const note = world.documents('consentNotes').find(({ fileIds }) => fileIds[0]?.includes('/paper-'))!
  expect(note.fileIds).toHaveLength(1)
  expect(await bytesOf(world, note.fileIds[0]!)).not.toBeNull()
  const again = await paper(id, householdId, contact, back)
  await expectRefused(world, 'ANSWER_NONE', contact, 'consents.enterPaperAnswer', again)
  expect(await bytesOf(world, again.fileIds![0]!)).not.toBeNull()
})

test('the owners hear that a paper was entered for their door, and not what it says', async () => {
  const { id, householdId } = await prepared()
  await makeOwner(world, stranger, householdId)
  await world.ask(contact, 'consents.enterPaperAnswer', await paper(id, householdId))
  const told = world.documents('notices').filter(({ title }) => title === '您家有纸质签字录入')
  expect(told.map(({ recipientId }) => recipientId).sort()).toEqual([owner, stranger].sort())
  for (const { text, subject } of told) {
    expect(subject).toEqual({ kind: 'consent', id })
    expect(text).not.toMatch(/同意|弃权|撤回|王远|李近/)
  }
  // A paper that is refused is none.
  await expectRefused(
    world,
    'PAPER_WITHOUT_PHOTO',
    contact,
    'consents.enterPaperAnswer',
    await paper(id, householdId, contact, { fileIds: [] }),
  )
  expect(world.documents('notices').filter(({ title }) => title === '您家有纸质签字录入')).toHaveLength(2)
})

test('where the co-owners have a signer, no other owner’s paper is taken; a proxy’s with a letter is', async () => {
  const { id, householdId } = await prepared()
  await sign(world, owner, id, 'agree')
  await makeOwner(world, stranger, householdId)
  const others = await paper(id, householdId)
  const ofCoOwner = { signerName: ownName(stranger) }
  for (const refused of [
    others,
    await paper(id, householdId, contact, ofCoOwner),
    await paper(id, householdId, contact, { ...ofCoOwner, answer: 'withdrawal' }),
  ])
    await expectRefused(world, 'PAPER_OTHER_SIGNER', contact, 'consents.enterPaperAnswer', refused)
  expect(householdOf(world, id, householdId)).toMatchObject({ status: 'agree', sequence: 1 })
  const letter = await world.upload(contact, jpeg())
  await world.ask(contact, 'consents.enterPaperAnswer', {
    ...others,
    as: 'proxy',
    fileIds: [...others.fileIds!, letter],
  })
  expect(householdOf(world, id, householdId)).toMatchObject({ status: 'disagree', sequence: 2 })
  // A signer who owns the home no longer signs for it no longer.
  await world.runtime.store.bindings.updateWhere({ personId: owner }, { state: 'rejected' })
  await world.ask(contact, 'consents.enterPaperAnswer', await paper(id, householdId, contact, { answer: 'abstain' }))
  expect(householdOf(world, id, householdId)).toMatchObject({ status: 'abstain', sequence: 3 })
})
