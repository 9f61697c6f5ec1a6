import type { activities } from '@/shared/contracts/activities'
import { fieldOf, periodOf, placeMax, placesOf, shownMax } from '@/shared/domain/activities/ranking'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { rankingChoiceIdOf } from '../../runtime/rank-rows'
import { servedBy } from '../../store/served-by'

/**
 * The first of those who want to be seen, and where the caller stands, which nobody else is told. What it costs does not depend on how many
 * members there are: one page by an index, the caller's own hours, and a count that stops.
 */
export const getRanking: Handler<typeof activities.getRanking> = async ({ period, by }, { actor, now, store }) => {
  const { personId, communityId } = actor
  const { key, ...span } = periodOf(period, now)
  const field = fieldOf(by)
  const [rows, choice, served] = await Promise.all([
    store.rankings.list({
      where: { communityId, period: key, [field]: { after: 0 } },
      orderBy: [
        [field, 'desc'],
        ['_id', 'asc'],
      ],
      limit: shownMax,
    }),
    store.rankingChoices.get(rankingChoiceIdOf(personId)),
    servedBy(store, [personId], span),
  ])
  const own = served.get(personId) ?? { minutes: 0, halfPoints: 0 }
  const ahead =
    own[field] > 0
      ? await store.rankings.countUpTo({ communityId, period: key, [field]: { after: own[field] } }, placeMax)
      : null
  const places = placesOf(rows.map((row) => row[field]))
  return {
    rows: rows.map(({ shownAs, minutes, halfPoints, personId: of }, at) => ({
      place: places[at]!,
      shownAs,
      minutes,
      halfPoints,
      isMine: of === personId,
    })),
    mine: {
      isListed: choice?.isListed ?? false,
      shows: choice?.shows ?? 'masked',
      since: choice?.at ?? null,
      ...own,
      place: ahead === null ? null : ahead + 1,
      isBeyond: ahead === placeMax,
    },
    now: toInstant(now),
  }
}
