import { randomUUID } from 'node:crypto'
import { fewNotice, missedNotice, reminderAnnouncement } from '@/shared/domain/activities/activity-notices'
import { checkedOut } from '@/shared/domain/activities/check-in'
import type { Participation, Session } from '@/shared/domain/activities/records'
import { canSettle, settleFrom } from '@/shared/domain/activities/settlement'
import { inOrder } from '@/shared/domain/activities/tickets'
import { bankRulesOf, type BankRules } from '@/shared/domain/lovebank/bank-rules'
import { dayMs, minuteMs, toInstant } from '@/shared/kernel/time'
import { noticeIdOf } from '../capabilities/activities/ids'
import { returnReserve } from '../capabilities/activities/publish-sessions'
import { signupsOf } from '../capabilities/activities/session-rows'
import { settle, type Means } from '../capabilities/activities/settle'
import { volunteerIdOf } from '../capabilities/activities/ids'
import { freshSecret } from '../runtime/hash'
import { rulesReader } from '../store/rules'
import { batchSize, type Job, type JobContext } from './job'

/** More people than any session holds. */
const peopleMax = 1000

const meansOf = (rules: BankRules): Means => {
  const ids = { person: `account-${randomUUID()}`, family: `account-${randomUUID()}` }
  return { newAccountId: (kind) => ids[kind], newSecret: freshSecret, rules }
}

/** A run of the job: each community's rules are read once. */
interface StepContext extends JobContext {
  readonly rulesOf: ReturnType<typeof rulesReader>
}

type Change = Pick<Session, 'nextStep' | 'nextAt'> & Partial<Pick<Session, 'state' | 'isMissed' | 'reserved'>>

/** Writes what becomes of a session, unless somebody was quicker; with what people are told of it. */
const change = async (
  { _id, nextStep }: Session,
  changes: Change,
  beside: (tx: Parameters<Parameters<JobContext['store']['transact']>[0]>[0], session: Session) => Promise<void>,
  { store }: JobContext,
): Promise<void> =>
  store.transact(async (tx) => {
    const session = await tx.sessions.get(_id)
    if (session?.nextStep !== nextStep || session.state !== 'open') return
    await beside(tx, session)
    await tx.sessions.put({ ...session, ...changes })
  })

/** The day before: whoever has a place is reminded, and the leader told where too few have. */
const remind = async (session: Session, context: JobContext): Promise<void> => {
  const { store, now } = context
  const { _id, startsAt, endsAt, capacity, headCountMin } = session
  const placed = inOrder(await signupsOf(store, _id), capacity, now).filter(({ standing }) => standing.kind === 'place')
  const seats = placed.reduce((sum, { signup }) => sum + signup.seats, 0)
  const recipientIds = placed.map(({ signup }) => signup.personId)
  const isAhead = Date.parse(startsAt) > now
  const next = { nextStep: 'close', nextAt: toInstant(Date.parse(endsAt) + 30 * minuteMs) } as const
  await change(
    session,
    next,
    async (tx) => {
      if (isAhead && recipientIds.length > 0)
        await tx.announcements.create(reminderAnnouncement(session, `${noticeIdOf('remind', _id)}-`, recipientIds, now))
      if (isAhead && seats < headCountMin)
        await tx.notices.create(fewNotice(session, noticeIdOf('few', _id), seats, now))
    },
    context,
  )
}

/** Whoever forgot to check out is out at the planned end. */
const closeOne = async (
  { _id, communityId, endsAt }: Session,
  { personId, _id: id }: Participation,
  { store, now, rulesOf }: StepContext,
) => {
  const means = meansOf(bankRulesOf((await rulesOf(communityId)).settings))
  await store.transact(async (tx) => {
    const [session, before, volunteer] = [
      await tx.sessions.get(_id),
      await tx.participations.get(id),
      await tx.volunteers.get(volunteerIdOf(personId)),
    ]
    if (!session || !before || before.outAt !== null || !volunteer) return
    await settle(tx, session, volunteer, before, checkedOut(before, Date.parse(endsAt), 'plan'), means, now)
  })
}

const closeAll = async (session: Session, context: StepContext): Promise<Participation[]> => {
  const found = await context.store.participations.list({ where: { sessionId: session._id }, limit: peopleMax })
  for (const one of found) if (one.outAt === null) await closeOne(session, one, context)
  return found
}

/** After the end: everybody is out, and a session to which nobody came is told of. */
const close = async (session: Session, context: StepContext): Promise<void> => {
  const isMissed = (await closeAll(session, context)).length === 0
  await change(
    session,
    { nextStep: 'settle', nextAt: toInstant(settleFrom(session)), isMissed },
    async (tx) => {
      if (isMissed) await tx.notices.create(missedNotice(session, noticeIdOf('missed', session._id), context.now))
    },
    context,
  )
}

/** What was said of children is kept for the session and no longer. */
const forgetChildren = async ({ _id }: Session, { store }: JobContext): Promise<void> => {
  for (const signup of await signupsOf(store, _id))
    if (signup.children.length > 0)
      await store.transact(async (tx) => {
        const current = await tx.signups.get(signup._id)
        if (current) await tx.signups.put({ ...current, children: [] })
      })
}

/** Whoever came early to a session that was then cancelled was at none: they are free for another, and nothing of it is counted. */
const dropPresence = async ({ personId, sessionId, _id: id }: Participation, { store }: StepContext): Promise<void> =>
  store.transact(async (tx) => {
    const [participation, volunteer] = [
      await tx.participations.get(id),
      await tx.volunteers.get(volunteerIdOf(personId)),
    ]
    if (!participation) return
    await tx.participations.remove(id)
    if (!volunteer) return
    const present = volunteer.present?.sessionId === sessionId ? null : volunteer.present
    await tx.volunteers.put({ ...volunteer, present, times: Math.max(0, volunteer.times - 1) })
  })

/** After it was cancelled: nothing is kept that was said or done for a session that never was. */
const clear = async (session: Session, context: StepContext): Promise<void> => {
  const { store } = context
  await forgetChildren(session, context)
  const found = await store.participations.list({ where: { sessionId: session._id }, limit: peopleMax })
  for (const one of found) await dropPresence(one, context)
  await store.transact(async (tx) => {
    const current = await tx.sessions.get(session._id)
    if (current?.state === 'cancelled') await tx.sessions.put({ ...current, nextStep: null, nextAt: null })
  })
}

/** Once nothing can change any more, what was set aside and not given away is returned to the year. */
const settleSession = async (session: Session, context: StepContext): Promise<void> => {
  const { store, now } = context
  const found = await closeAll(session, context)
  const current = await store.participations.list({ where: { sessionId: session._id }, limit: peopleMax })
  const open = current.filter(({ isOpen }) => isOpen).length
  const again = { nextStep: 'settle', nextAt: toInstant(now + dayMs) } as const
  if (!canSettle(session, open, now)) return change(session, again, async () => undefined, context)
  await forgetChildren(session, context)
  const awarded = current.reduce((sum, one) => sum + (one.awarded ? one.awarded.person + one.awarded.family : 0), 0)
  await change(
    session,
    { state: 'settled', nextStep: null, nextAt: null, isMissed: found.length === 0, reserved: 0 },
    (tx, whole) => returnReserve(tx, whole, awarded),
    context,
  )
}

const steps = { remind, close, settle: settleSession }

/**
 * What happens to sessions by themselves: the reminder the day before, the planned end, the settlement. Each session says what is next and
 * when, so a run that comes late, or twice, does each once.
 */
export const stepSessions: Job = async (context) => {
  const { store, now } = context
  const found = await store.sessions.list({
    where: { nextAt: { before: toInstant(now + 1) } },
    orderBy: [['nextAt', 'asc']],
    limit: batchSize,
  })
  const run = { ...context, rulesOf: rulesReader(store) }
  for (const session of found)
    if (session.state === 'cancelled') await clear(session, run)
    else if (session.nextStep) await steps[session.nextStep](session, run)
  return { done: found.length }
}
