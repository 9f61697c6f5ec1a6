import type { activities } from '@/shared/contracts/activities'
import { chosen } from '@/shared/domain/activities/ranking'
import { isRefusal } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { rankIdsOf, rankingChoiceIdOf, rankRowsOf } from '../../runtime/rank-rows'

/** More rows than anybody has: one a period. */
const rowsMax = 50

/** The caller says whether they are on the ranking; both take effect at once, and what was said stays on record. */
export const setRanking: Handler<typeof activities.setRanking> = async (asked, { actor, now, store, transact }) => {
  const { personId, communityId, name } = actor
  const { isListed, shows } = asked
  const _id = rankingChoiceIdOf(personId)
  const behind = await store.rankings.list({ where: { personId }, limit: rowsMax })
  const people = [{ choice: { personId, communityId, shows }, name }]
  const rows = isListed ? ((await rankRowsOf(store, people, now)).get(personId) ?? []) : []
  // Also such as the job has written meanwhile.
  const known = new Set([...behind.map((row) => row._id), ...rankIdsOf(personId, now)])
  return transact(async (tx) => {
    const next = chosen(await tx.rankingChoices.get(_id), { _id, communityId, personId }, asked, now)
    if (isRefusal(next)) return next
    await tx.rankingChoices.put(next)
    for (const row of rows) await tx.rankings.put(row)
    for (const id of known)
      if (!rows.some((row) => row._id === id) && (await tx.rankings.get(id))) await tx.rankings.remove(id)
    return { isListed, shows, since: next.at }
  })
}
