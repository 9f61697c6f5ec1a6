import { sweepExpired, sweptMax } from '@cloud/jobs/sweep-expired'
import { sweepNotes } from '@cloud/jobs/remove-notes'
import { logDigest } from '@cloud/runtime/consent-log'
import { verifyLog } from '@/shared/domain/consents/verify-log'
import { notesKeptYears } from '@/shared/kernel/consents'
import { addYears, dayMs, toInstant } from '@/shared/kernel/time'
import {
  bytesOf,
  contact,
  counted,
  desk,
  householdOf,
  jobContext,
  makeContact,
  makeOwner,
  opened,
  owner,
  sign,
} from '../capabilities/consents/asked'
import { useWorld } from '../capabilities/world'
import { jpeg } from '../support/images'

const world = useWorld()
/** The same day so many years later; of the years that are asked about here one has a 29 February. */
const termFrom = (at: number) =>
  Date.parse(toInstant(at).replace(/^\d+/, (year) => String(Number(year) + notesKeptYears)))

const context = () => jobContext(world)
const consentOf = (id: string) => world.documents('consents').find(({ _id }) => _id === id)!

/** One signature online and one paper of another home, counted and published. */
const published = async () => {
  const householdId = await makeOwner(world, owner)
  const id = await opened(world)
  await sign(world, owner, id, 'agree')
  const other = world.documents('consentHouseholds').find((one) => one.consentId === id && one.sequence === 0)!
  await makeContact(world, id, other.householdId)
  await world.ask(contact, 'consents.enterPaperAnswer', {
    id,
    householdId: other.householdId,
    answer: 'disagree',
    signerName: '王远',
    as: 'proprietor',
    witnessName: '李近',
    fileIds: [await world.upload(contact, jpeg())],
  })
  await counted(world, id)
  world.clock.now += 10 * dayMs
  await world.ask(desk, 'consents.publishConsent', { id })
  return { id, householdId, fileIds: world.documents('consentNotes').flatMap((note) => note.fileIds) }
}

test('names, signatures and photos go so long after publication, to the day; the log, its root and what was said stay and hold', async () => {
  const { id, householdId, fileIds } = await published()
  expect(fileIds).toHaveLength(2)
  const entries = world.documents('consentEntries')
  world.clock.now = termFrom(world.clock.now)
  await sweepExpired(context())
  expect(world.documents('consentNotes')).toHaveLength(2)
  world.clock.now += 1
  await sweepExpired(context())
  expect(world.documents('consentNotes')).toEqual([])
  for (const fileId of fileIds) expect(await bytesOf(world, fileId)).toBeNull()
  expect(householdOf(world, id, householdId)).toMatchObject({ status: 'agree', signer: null, link: null })
  expect(JSON.stringify(world.documents('consentHouseholds'))).not.toContain(`"${owner}"`)
  expect(world.documents('consentEntries')).toEqual(entries)
  expect(consentOf(id)).toMatchObject({ state: 'published', notesUntil: null })
  const { exportFileId, root } = world.documents('consentResults')[0]!
  const log = new TextDecoder().decode((await bytesOf(world, exportFileId))!)
  expect(verifyLog(log, logDigest)).toMatchObject({ fault: null, root })
  const { result, board } = await world.ask(owner, 'consents.getConsentBoard', { id })
  expect([result?.root, board?.sums.agree, board?.sums.disagree]).toEqual([root, 1, 1])
  expect(await sweepNotes(context(), sweptMax)).toBe(0)
})

test('what is counted and never published goes too; what is not counted stays; publication begins the term anew', async () => {
  await makeOwner(world, owner)
  const id = await opened(world)
  await sign(world, owner, id, 'agree')
  world.clock.now += dayMs
  expect(await sweepNotes({ ...context(), now: termFrom(termFrom(world.clock.now)) }, sweptMax)).toBe(0)
  await counted(world, id)
  const due = consentOf(id).notesUntil!
  world.clock.now += 10 * dayMs
  await world.ask(desk, 'consents.publishConsent', { id })
  expect(Date.parse(consentOf(id).notesUntil!) - Date.parse(due)).toBe(10 * dayMs)
  await world.runtime.store.consents.updateWhere({ _id: id }, { state: 'counted', notesUntil: due })
  expect(await sweepNotes({ ...context(), now: Date.parse(due) + 1 }, sweptMax)).toBe(1)
})

test('a run takes so many and the next the rest, and the term is over only with the last', async () => {
  const { id } = await published()
  world.clock.now = termFrom(world.clock.now) + 1
  expect(await sweepNotes(context(), 1)).toBe(1)
  expect(consentOf(id).notesGoneAt).toBeNull()
  expect(await sweepNotes(context(), 10)).toBe(1)
  expect(consentOf(id).notesGoneAt).not.toBeNull()
})

test('so many years later is the same moment of the same day in the community, and of 29 February the last day of that month', () => {
  const later = (at: string) => toInstant(addYears(Date.parse(at), 3))
  expect(later('2027-01-01T00:00:00.000Z')).toBe('2030-01-01T00:00:00.000Z')
  // 29 February in the community, the 28th elsewhere.
  expect(later('2028-02-28T20:00:00.000Z')).toBe('2031-02-27T20:00:00.000Z')
})
