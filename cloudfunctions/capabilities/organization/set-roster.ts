import type { organization } from '@/shared/contracts/organization'
import type { Person, PostingRecord } from '@/shared/domain/organization/records'
import { decideRosterDay, isAsSeen, rosterDayIdOf } from '@/shared/domain/organization/roster'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { dayOf, toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'

/** Plans one roster day anew, or clears it, unless somebody else has since it was looked at. Setting it again is the way back. */
export const setRoster: Handler<typeof organization.setRoster> = async (
  { day, personIds, seenAt },
  { actor, now, store, transact },
) => {
  const { communityId } = actor
  const found =
    personIds.length === 0
      ? []
      : ((await store.aggregate('persons', { _id: { in: personIds }, communityId }, [
          { lookup: { from: 'postings', localField: '_id', foreignField: 'personId', as: 'postings' } },
        ])) as (Person & { postings: PostingRecord[] })[])
  const decided = decideRosterDay({
    communityId,
    day,
    personIds,
    people: found.map(({ postings, ...person }) => ({ person, postings })),
    actorId: actor.personId,
    now,
    today: dayOf(now),
  })
  if (isRefusal(decided)) return decided
  return transact(async (tx) => {
    const id = rosterDayIdOf(communityId, day)
    const stands = await tx.rosterDays.get(id)
    if (!isAsSeen(stands, seenAt)) return refuse('ROSTER_CHANGED')
    if (decided.rosterDay) await tx.rosterDays.put(decided.rosterDay)
    else if (stands) await tx.rosterDays.remove(id)
    return { day, personIds, changedAt: toInstant(now) }
  })
}
