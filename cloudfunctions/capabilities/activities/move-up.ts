import { movedUpNotice } from '@/shared/domain/activities/activity-notices'
import type { Session, Signup } from '@/shared/domain/activities/records'
import { inOrder } from '@/shared/domain/activities/tickets'
import type { Transaction } from '../../store/store'
import { noticeIdOf } from './ids'

/** Those on the waiting list who have a place by now and have not been told. */
export const movedUp = (session: Session, signups: readonly Signup[], now: number): Signup[] =>
  session.state === 'open' && Date.parse(session.startsAt) > now
    ? inOrder(signups, session.capacity, now)
        .filter(({ signup, standing }) => signup.told === 'waiting' && standing.kind === 'place')
        .map(({ signup }) => signup)
    : []

/** How many are told in one transaction. */
const toldAtOnce = 20

/** Tells them, each once, in the transaction at hand; who gave their sign-up back meanwhile is not told. */
export const tellMovedUp = async (
  tx: Transaction,
  session: Session,
  found: readonly Signup[],
  now: number,
): Promise<number> => {
  let told = 0
  for (const { _id } of found.slice(0, toldAtOnce)) {
    const signup = await tx.signups.get(_id)
    if (signup?.state !== 'live' || signup.told !== 'waiting') continue
    await tx.signups.put({ ...signup, told: 'place' })
    await tx.notices.create(
      movedUpNotice(session, noticeIdOf('movedUp', _id, String(signup.ticket)), signup.personId, now),
    )
    told++
  }
  return told
}
