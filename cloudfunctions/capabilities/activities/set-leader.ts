import type { activities } from '@/shared/contracts/activities'
import { leaderNotice } from '@/shared/domain/activities/activity-notices'
import { canSeeActivity, canSetLeader } from '@/shared/domain/activities/activity-rules'
import { ledBy, refusalOfLeader } from '@/shared/domain/activities/leader'
import type { Activity, Session } from '@/shared/domain/activities/records'
import { refuse } from '@/shared/kernel/decision'
import { dayOf, toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { findPeople } from '../../store/reads'
import type { Transaction } from '../../store/store'
import { noticeIdOf } from './ids'
import { leadersAmong } from './leaders'

/** Sessions of one activity that are not over: two weeks of three a day, and today's. */
const aheadMax = 45

/** Tells whoever leads from now on, and whoever did until now. */
const tell = async (tx: Transaction, before: string, led: Activity | Session, leaderName: string, now: number) => {
  for (const recipientId of [led.leaderId, before])
    await tx.notices.create(
      leaderNotice(led, noticeIdOf('leads', led._id, recipientId, toInstant(now)), { recipientId, leaderName }, now),
    )
}

/**
 * Gives an activity and what of it is not over, or one session, to another leader. Who leads is written where it is led, so the screen,
 * the roster and the confirmations go with it; what is over stays with whoever was there.
 */
export const setLeader: Handler<typeof activities.setLeader> = async ({ id, sessionId, personId }, context) => {
  const { actor, now, store, transact } = context
  const [activity, people] = await Promise.all([store.activities.get(id), findPeople(store, [personId])])
  if (!activity || !canSeeActivity(activity, actor)) return refuse('NOT_FOUND')
  const [candidate] = await leadersAmong(store, actor.communityId, people)
  if (!candidate) return refuse('LEADER_UNFIT')
  const unfit = refusalOfLeader(candidate, actor.communityId, dayOf(now))
  if (unfit) return unfit
  const leaderName = candidate.person.name
  const ahead = sessionId
    ? []
    : await store.sessions.list({
        where: { activityId: id, state: 'open', endsAt: { after: toInstant(now) } },
        orderBy: [['startsAt', 'asc']],
        limit: aheadMax,
      })
  return transact(async (tx) => {
    if (sessionId) {
      const session = await tx.sessions.get(sessionId)
      if (session?.activityId !== id) return refuse('NOT_FOUND')
      if (!canSetLeader(session, actor)) return refuse('SESSION_SETTLED')
      if (session.leaderId === personId) return { id, leaderName, sessions: 0 }
      const led = ledBy(session, personId)
      await tx.sessions.put(led)
      await tell(tx, session.leaderId, led, leaderName, now)
      return { id, leaderName, sessions: 1 }
    }
    const current = await tx.activities.get(id)
    if (!current || !canSetLeader(current, actor)) return refuse('ACTIVITY_OVER')
    // Sessions that were made since they were looked for would keep the leader they were made with.
    if (current.madeThrough !== activity.madeThrough) return refuse('CONFLICT')
    if (current.leaderId === personId) return { id, leaderName, sessions: 0 }
    let sessions = 0
    for (const { _id } of ahead) {
      const session = await tx.sessions.get(_id)
      // One that was given to somebody by itself stays with them.
      if (session?.state !== 'open' || session.leaderId !== current.leaderId) continue
      await tx.sessions.put(ledBy(session, personId))
      sessions += 1
    }
    const led = { ...ledBy(current, personId), updatedAt: toInstant(now) }
    await tx.activities.put(led)
    await tell(tx, current.leaderId, led, leaderName, now)
    return { id, leaderName, sessions }
  })
}
