import { countConsents } from '@cloud/jobs/count-consents'
import { openConsents } from '@cloud/jobs/open-consents'
import { tellConsents } from '@cloud/jobs/tell-consents'
import type { ContractOf } from '@/shared/contracts'
import type { ConsentHousehold } from '@/shared/domain/consents/household'
import type { AnswerCode } from '@/shared/kernel/consents'
import type { InputOf } from '@/shared/kernel/capability'
import { dayMs, toInstant } from '@/shared/kernel/time'
import type { TestCloud } from '../../support/cloud'
import { signature } from '../../support/signatures'

export const desk = 'community-worker-1'
/** Lives in 陶埙苑1号楼, in the sixth grid. */
export const owner = 'resident-grid-6'
export const stranger = 'resident-grid-7'
export const contact = 'worker-grid-6'
export const buildingId = 'building-12-1'

type Opened = InputOf<ContractOf<'consents.openConsent'>>

/** What a job is run with. */
export const jobContext = (world: TestCloud) => ({
  store: world.runtime.store,
  files: world.runtime.files,
  now: world.clock.now,
})

export const runOpening = (world: TestCloud) => openConsents(jobContext(world))
export const runTelling = (world: TestCloud) => tellConsents(jobContext(world))
export const runCounting = (world: TestCloud) => countConsents(jobContext(world))

/** What the desk asks, of one building unless told otherwise. */
export const asking = (world: TestCloud, changes: Partial<Opened> = {}): Opened => ({
  title: '停车位改造征询',
  question: '是否同意把楼前空地改成停车位？',
  matter: 'special',
  rule: 'latest',
  isProgressPublic: true,
  closesAt: toInstant(world.clock.now + 12 * dayMs),
  scope: { kind: 'buildings', ids: [buildingId] },
  ...changes,
})

/** Opens a consent and freezes its set; answers its id. */
export const opened = async (world: TestCloud, changes: Partial<Opened> = {}): Promise<string> => {
  const { id } = await world.ask(desk, 'consents.openConsent', asking(world, changes))
  await runOpening(world)
  return id
}

/** Ends it, and counts it once nothing can be under way. */
export const counted = async (world: TestCloud, id: string): Promise<void> => {
  await world.ask(desk, 'consents.closeConsent', { id, reason: '收齐了' })
  world.clock.now += 61_000
  await runCounting(world)
}

/** Makes somebody an owner of a household, as an approved binding does; of their own unless told otherwise. */
export const makeOwner = async (world: TestCloud, persona: string, home?: string): Promise<string> => {
  const householdId = home ?? world.documents('persons').find(({ _id }) => _id === persona)!.householdId!
  await world.runtime.store.persons.updateWhere({ _id: persona }, { householdId })
  world.cloud.insertDocuments('bindings', [
    {
      _id: `b-${persona}-${householdId}`,
      communityId: 'xinsheng',
      personId: persona,
      personName: persona,
      householdId,
      householdLabel: '一户',
      buildingId,
      unitId: 'unit-12-1-1',
      gridId: 'grid-6',
      relation: 'proprietor',
      note: '',
      state: 'approved',
      requestedAt: '2026-01-01T00:00:00.000Z',
      approver: { personId: 'building-head-1', name: '楼长', role: 'buildingHead' },
      decidedAt: '2026-01-02T00:00:00.000Z',
      decidedById: 'building-head-1',
      decidedByName: '楼长',
      reason: null,
    },
  ])
  return householdId
}

/** Gives a household another contact, one that can be asked as. */
export const makeContact = async (world: TestCloud, id: string, householdId: string, persona = contact) =>
  world.runtime.store.consentHouseholds.updateWhere({ consentId: id, householdId }, { contactId: persona })

/** Signs as somebody. */
export const sign = async (world: TestCloud, persona: string, id: string, answer: AnswerCode, link?: string) => {
  const signatureFileId = await world.upload(persona, signature(), 'image/png')
  return world.ask(persona, 'consents.answerConsent', { id, answer, signatureFileId, ...(link ? { link } : {}) })
}

export const householdOf = (world: TestCloud, id: string, householdId: string): ConsentHousehold =>
  world.documents('consentHouseholds').find((one) => one.consentId === id && one.householdId === householdId)!

/** What a file holds, null when it is gone. */
export const bytesOf = async ({ runtime: { files } }: TestCloud, fileId: string): Promise<Uint8Array | null> => {
  const url = (await files.urlsOf([fileId])).get(fileId)
  return url === undefined ? null : files.read(url, 10_000_000)
}
