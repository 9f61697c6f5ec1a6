import type { organization } from '@/shared/contracts/organization'
import type { Person, PostingRecord } from '@/shared/domain/organization/records'
import { decideRosterDay, rosterDayIdOf } from '@/shared/domain/organization/roster'
import { isRefusal } from '@/shared/kernel/decision'
import { dayOf, toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'

/** Plans one roster day anew, or clears it; whoever plans it last is right. Setting it again is the way back. */
export const setRoster: Handler<typeof organization.setRoster> = async (
  { day, personIds },
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
    if (decided.rosterDay) await tx.rosterDays.put(decided.rosterDay)
    else if (await tx.rosterDays.get(id)) await tx.rosterDays.remove(id)
    return { day, personIds, changedAt: toInstant(now) }
  })
}
