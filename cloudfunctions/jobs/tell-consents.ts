import { isToRemind, lastDayOf, reminded, type Consent } from '@/shared/domain/consents/consent'
import { endingAnnouncements, publishedAnnouncements, standstillNotice } from '@/shared/domain/consents/consent-notices'
import { curveOf, participationOf, standstillOf } from '@/shared/domain/consents/count'
import { sumOf } from '@/shared/domain/consents/seal'
import { isBoardShownToDesk } from '@/shared/domain/consents/views'
import { dayOf, toInstant } from '@/shared/kernel/time'
import { readHouseholds } from '../runtime/consent-log'
import { ownersOf } from './consent-owners'
import type { Job, JobContext } from './job'

/** A large one has thousands to tell, and the next minute comes soon. */
const toldAtOnce = 2

/** Whom it concerns: all owners in the app, whatever they have said, and all contacts. */
const concerned = async ({ _id }: Consent, { store }: JobContext) => {
  const households = await readHouseholds(store, _id)
  const contacts = [...new Set(households.map(({ contactId }) => contactId))]
  return { owners: await ownersOf(households, store), contacts }
}

/** What to tell the desk of a consent that hardly moves any more; nothing of one that does, or whose progress is withheld from the desk too. */
const standstill = async (consent: Consent, { store, now }: JobContext) => {
  if (!isBoardShownToDesk(consent, now)) return null
  const tallies = await store.consentTallies.list({ where: { consentId: consent._id }, limit: 1000 })
  const from = dayOf(consent.openedAt ?? consent.createdAt)
  const days = tallies.flatMap((tally) => Object.entries(tally.days))
  const gained = standstillOf(curveOf(days, from, lastDayOf(consent, now)), consent, now)
  if (gained === null) return null
  const { numerator, denominator } = participationOf(
    sumOf(tallies.map(({ households, counts }) => ({ households, ...counts }))),
  )
  const figures = { gained, households: denominator, left: denominator - numerator }
  return standstillNotice(consent, figures, consent.createdBy.personId, now)
}

const remind = async (consent: Consent, context: JobContext): Promise<number> => {
  const { store, now } = context
  const told = endingAnnouncements(consent, await concerned(consent, context), now)
  const warning = await standstill(consent, context)
  return store.transact(async (tx) => {
    const still = await tx.consents.get(consent._id)
    if (!still || !isToRemind(still, now)) return 0
    await tx.consents.put(reminded(still))
    for (const announcement of told) await tx.announcements.create(announcement)
    if (warning) await tx.notices.create(warning)
    return 1
  })
}

const announce = async (consent: Consent, context: JobContext): Promise<number> => {
  const { store, now } = context
  const { owners, contacts } = await concerned(consent, context)
  const told = publishedAnnouncements(consent, [...new Set([...owners, ...contacts])], now)
  return store.transact(async (tx) => {
    const still = await tx.consents.get(consent._id)
    if (still?.state !== 'published' || still.dueAt === null) return 0
    await tx.consents.put({ ...still, dueAt: null })
    for (const announcement of told) await tx.announcements.create(announcement)
    return 1
  })
}

/** Tells everybody a consent concerns that it ends tomorrow, and that its result is published; each once. */
export const tellConsents: Job = async (context) => {
  const { store, now } = context
  const due = await store.consents.list({
    where: { dueAt: { atMost: toInstant(now) }, state: { in: ['open', 'published'] } },
    orderBy: [['dueAt', 'asc']],
    limit: toldAtOnce * 10,
  })
  const toTell = due.filter((consent) => consent.state === 'published' || isToRemind(consent, now))
  let done = 0
  for (const consent of toTell.slice(0, toldAtOnce))
    done += await (consent.state === 'published' ? announce(consent, context) : remind(consent, context))
  return { done }
}
