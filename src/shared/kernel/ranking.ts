/** Which time a ranking (排行榜) is of. */
export const rankingPeriods = ['month', 'lastMonth', 'year'] as const
export type RankingPeriod = (typeof rankingPeriods)[number]

/** What people are ranked by: counted hours, or points earned. */
export const rankingMeasures = ['hours', 'points'] as const
export type RankingMeasure = (typeof rankingMeasures)[number]

/** How somebody on it is called: 王*霞, or the whole name. */
export const rankingShows = ['masked', 'name'] as const
export type RankingShows = (typeof rankingShows)[number]
