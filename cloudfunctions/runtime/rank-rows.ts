import { periodsOf, shownName, type Rank, type RankingChoice } from '@/shared/domain/activities/ranking'
import { servedBy } from '../store/served-by'
import type { ReadStore } from '../store/store'
import { digest } from './hash'

export const rankingChoiceIdOf = (personId: string): string => `choice-${digest('ranking', personId)}`

const rankIdOf = (personId: string, period: string): string => `rank-${digest('rank', personId, period)}`

/** The ids of the rows somebody can have on the rankings there are now. */
export const rankIdsOf = (personId: string, now: number): string[] =>
  periodsOf(now).map(({ key }) => rankIdOf(personId, key))

/** The rows of some people on the rankings there are now, by person; nothing is read but what they did themselves. */
export const rankRowsOf = async (
  store: ReadStore,
  people: readonly { choice: Pick<RankingChoice, 'personId' | 'communityId' | 'shows'>; name: string }[],
  now: number,
): Promise<Map<string, Rank[]>> => {
  const personIds = people.map(({ choice }) => choice.personId)
  const periods = periodsOf(now)
  const served = await Promise.all(periods.map((period) => servedBy(store, personIds, period)))
  return new Map(
    people.map(({ choice: { personId, communityId, shows }, name }) => [
      personId,
      periods.flatMap(({ key }, at): Rank[] => {
        const sums = served[at]?.get(personId)
        if (!sums) return []
        const _id = rankIdOf(personId, key)
        return [{ _id, communityId, personId, period: key, shownAs: shownName(name, shows), ...sums }]
      }),
    ]),
  )
}
