import { opened, type Consent } from '@/shared/domain/consents/consent'
import { openedAnnouncements } from '@/shared/domain/consents/consent-notices'
import { framed, frozenSet } from '@/shared/domain/consents/freeze'
import type { ConsentHousehold } from '@/shared/domain/consents/household'
import type { Household } from '@/shared/domain/organization/records'
import { toInstant } from '@/shared/kernel/time'
import { logDigest } from '../runtime/consent-log'
import { contactTiers } from '../runtime/contact-tiers'
import { createDirectories, nameOfBuilding, nameOfHousehold, type Directory } from '../store/directory'
import { ownersOf } from './consent-owners'
import { doEach, type Job, type JobContext } from './job'

/** A large one takes seconds, and the next minute comes soon. */
const openedAtOnce = 2
const againAfterMs = 600_000
const writtenAtOnce = 400
const listedAtOnce = 1000

/** The doors that are asked. */
const householdsOf = async ({ scope, communityId }: Consent, { store }: JobContext): Promise<Household[]> => {
  const field = { buildings: 'buildingId', units: 'unitId', households: '_id' }[scope.kind]
  const found: Household[] = []
  // So few at a time that no answer is cut off: a building or a unit has at most some hundred doors.
  const step = scope.kind === 'households' ? listedAtOnce : 1
  for (let at = 0; at < scope.ids.length; at += step) {
    const where = { communityId, [field]: { in: scope.ids.slice(at, at + step) } }
    found.push(...(await store.households.list({ where, limit: listedAtOnce })))
  }
  return found
}

/** Writes what is not there yet, so that a run that was cut off is taken up where it stopped; answers what is there then. */
const writeMissing = async (
  consentId: string,
  frozen: readonly ConsentHousehold[],
  { store }: JobContext,
): Promise<ConsentHousehold[]> => {
  const kept: ConsentHousehold[] = []
  const isBegun = (await store.consentHouseholds.countUpTo({ consentId }, 1)) > 0
  for (let at = 0; at < frozen.length; at += writtenAtOnce) {
    const part = frozen.slice(at, at + writtenAtOnce)
    const ids = part.map(({ _id }) => _id)
    const found = isBegun
      ? await store.consentHouseholds.list({ where: { _id: { in: ids } }, limit: writtenAtOnce })
      : []
    const there = new Map(found.map((one) => [one._id, one]))
    const missing = part.filter(({ _id }) => !there.has(_id))
    if (missing.length > 0) await store.append('consentHouseholds', missing)
    kept.push(...part.map((one) => there.get(one._id) ?? one))
  }
  return kept
}

/** Freezes the set: what every household is, whom it is in touch with, and the hash over all of them. */
const freeze = async (consent: Consent, directory: Directory, context: JobContext) => {
  const { store, now } = context
  const around = {
    buildingOf: (id: string) => {
      const building = directory.buildingById.get(id)
      const unitIds = building?.units.map((unit) => unit.id) ?? []
      return building && { name: nameOfBuilding(directory, id), order: building.order, unitIds }
    },
    labelOf: (household: Household) => nameOfHousehold(directory, household),
    tiers: await contactTiers(store, directory, now),
  }
  const set = frozenSet(consent, await householdsOf(consent, context), around, toInstant(now), logDigest)
  const kept = await writeMissing(consent._id, set.households, context)
  const { tallies, ...frame } = framed(consent, kept, set.blocks, logDigest)
  const where = { consentId: consent._id }
  const known = new Set((await store.consentTallies.list({ where, limit: listedAtOnce })).map(({ _id }) => _id))
  const missing = tallies.filter(({ _id }) => !known.has(_id))
  if (missing.length > 0) await store.append('consentTallies', missing)
  const open = opened(consent, frame, now)
  const contacts = [...new Set(kept.map(({ contactId }) => contactId))]
  return { open, told: openedAnnouncements(open, { owners: await ownersOf(kept, store), contacts }, now) }
}

/** Freezes the sets of consents that were asked for, lets answers begin, and tells those whom it concerns. */
export const openConsents: Job = async (context) => {
  const { store, now } = context
  const directories = createDirectories(store, () => now)
  const due = await store.consents.list({
    where: { dueAt: { atMost: toInstant(now) }, state: 'opening' },
    orderBy: [['dueAt', 'asc']],
    limit: openedAtOnce,
  })
  const openOne = async (consent: Consent): Promise<number> => {
    const directory = await directories(consent.communityId)
    if (!directory) throw new Error(`${consent._id} is of no community`)
    const { open, told } = await freeze(consent, directory, context)
    return store.transact(async (tx) => {
      if ((await tx.consents.get(consent._id))?.state !== 'opening') return 0
      await tx.consents.put(open)
      for (const announcement of told) await tx.announcements.create(announcement)
      return 1
    })
  }
  const putOff = ({ _id }: Consent) =>
    store.consents.updateWhere({ _id, state: 'opening' }, { dueAt: toInstant(now + againAfterMs) })
  return { done: await doEach(due, openOne, putOff) }
}
