import { opened, type Consent } from '@/shared/domain/consents/consent'
import { openedAnnouncements } from '@/shared/domain/consents/consent-notices'
import { framed, frozenSet } from '@/shared/domain/consents/freeze'
import type { ConsentHousehold } from '@/shared/domain/consents/household'
import type { ConsentTally } from '@/shared/domain/consents/tally'
import type { Household } from '@/shared/domain/organization/records'
import { toInstant } from '@/shared/kernel/time'
import { logDigest, readHouseholds } from '../runtime/consent-log'
import { contactTiers } from '../runtime/contact-tiers'
import { createDirectories, nameOfBuilding, nameOfHousehold, type Directory } from '../store/directory'
import type { Transaction } from '../store/store'
import { listWholeIn } from '../store/whole'
import { ownersOf } from './consent-owners'
import { doEach, type Job, type JobContext } from './job'

/** A large one takes seconds, and the next minute comes soon. */
const openedAtOnce = 2
const againAfterMs = 600_000
/** Longer than a run can last, so that no two of them freeze one set. */
const heldMs = 120_000
const appendedAtOnce = 400
/** CloudBase takes a hundred operations in a transaction. */
const writtenAtOnce = 90

/** The doors that are asked. */
const householdsOf = ({ scope, communityId }: Consent, { store }: JobContext): Promise<Household[]> =>
  listWholeIn(
    store.households,
    { buildings: 'buildingId', units: 'unitId', households: '_id' }[scope.kind],
    scope.ids,
    { communityId },
  )

/** Whether a row is what would be frozen now; its moment aside. */
const isSame = (a: ConsentHousehold, b: ConsentHousehold): boolean =>
  (['head', 'order', 'label', 'isVacant', 'contactId', 'buildingId', 'unitId'] as const).every(
    (field) => a[field] === b[field],
  )

/**
 * Makes the rows of a consent those of this set and no others. What a run that was cut off has left is kept where it is still so, and
 * mended where the register has changed since: nobody has answered yet, and a row counted with a building that is none any more could
 * never be.
 */
const writeSet = async (
  { _id: consentId }: Consent,
  { households, tallies }: { households: readonly ConsentHousehold[]; tallies: readonly ConsentTally[] },
  { store }: JobContext,
): Promise<void> => {
  const there = new Map((await readHouseholds(store, consentId)).map((one) => [one._id, one]))
  const wanted = new Set(households.map(({ _id }) => _id))
  const missing = households.filter(({ _id }) => !there.has(_id))
  const stale = households.filter((one) => there.has(one._id) && !isSame(one, there.get(one._id)!))
  const gone = [...there.keys()].filter((id) => !wanted.has(id))
  const blocks = new Set(tallies.map(({ _id }) => _id))
  const oldTallies = await store.consentTallies.list({ where: { consentId }, limit: 1000 })
  const writes: ((tx: Transaction) => Promise<void>)[] = [
    ...stale.map((one) => (tx: Transaction) => tx.consentHouseholds.put(one)),
    ...gone.map((id) => (tx: Transaction) => tx.consentHouseholds.remove(id)),
    ...tallies.map((one) => (tx: Transaction) => tx.consentTallies.put(one)),
    ...oldTallies
      .filter(({ _id }) => !blocks.has(_id))
      .map(
        ({ _id }) =>
          (tx: Transaction) =>
            tx.consentTallies.remove(_id),
      ),
  ]
  for (let at = 0; at < writes.length; at += writtenAtOnce)
    await store.transact(async (tx) => {
      for (const write of writes.slice(at, at + writtenAtOnce)) await write(tx)
    })
  for (let at = 0; at < missing.length; at += appendedAtOnce)
    await store.append('consentHouseholds', missing.slice(at, at + appendedAtOnce))
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
  const { tallies, ...frame } = framed(consent, set.households, set.blocks, logDigest)
  await writeSet(consent, { households: set.households, tallies }, context)
  const open = opened(consent, frame, now)
  const contacts = [...new Set(set.households.map(({ contactId }) => contactId))]
  return { open, told: openedAnnouncements(open, { owners: await ownersOf(set.households, store), contacts }, now) }
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
    const dueAt = toInstant(now + heldMs)
    const mine = { _id: consent._id, state: 'opening', dueAt: consent.dueAt }
    if ((await store.consents.updateWhere(mine, { dueAt })) !== 1) return 0
    const directory = await directories(consent.communityId)
    if (!directory) throw new Error(`${consent._id} is of no community`)
    const { open, told } = await freeze(consent, directory, context)
    return store.transact(async (tx) => {
      const found = await tx.consents.get(consent._id)
      if (found?.state !== 'opening' || found.dueAt !== dueAt) return 0
      await tx.consents.put(open)
      for (const announcement of told) await tx.announcements.create(announcement)
      return 1
    })
  }
  const putOff = ({ _id }: Consent) =>
    store.consents.updateWhere({ _id, state: 'opening' }, { dueAt: toInstant(now + againAfterMs) })
  return { done: await doEach(due, openOne, putOff) }
}
