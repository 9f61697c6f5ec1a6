import { namedMax, type ServedSum, type ServedTitle } from '@/shared/domain/activities/certificate'
import type { Theme } from '@/shared/kernel/themes'
import type { ReadStore } from '../../store/store'

interface Span {
  readonly atLeast: string
  readonly before: string
}

interface SumRow {
  _id: { theme: Theme; needs?: string | null; isConfirmed?: boolean | null }
  times: number
  counted: number
  honour: number
  first: string
}

/** What somebody has served in a span, summed where it lies: a few rows, however often they came. One request. */
export const servedSums = async (
  store: ReadStore,
  personId: string,
  { atLeast, before }: Span,
): Promise<ServedSum[]> => {
  const rows = (await store.aggregate(
    'participations',
    { personId, startsAt: { atLeast, before }, outAt: { not: null } },
    [
      {
        group: {
          _id: { theme: '$theme', needs: '$needs', isConfirmed: '$decision.isConfirmed' },
          times: { $sum: 1 },
          counted: { $sum: '$counted' },
          honour: { $sum: '$honour' },
          first: { $min: '$startsAt' },
        },
      },
    ],
  )) as SumRow[]
  return rows.map(({ _id: { theme, needs = null, isConfirmed = null }, ...sums }) => ({
    theme,
    needs,
    isConfirmed,
    ...sums,
  }))
}

/** The activities somebody has served in most, one more than a certificate names. One request. */
export const servedTitles = async (
  store: ReadStore,
  personId: string,
  { atLeast, before }: Span,
): Promise<ServedTitle[]> => {
  const rows = (await store.aggregate(
    'participations',
    { personId, startsAt: { atLeast, before }, counted: { after: 0 } },
    [
      { group: { _id: '$title', times: { $sum: 1 }, minutes: { $sum: '$counted' } } },
      { sort: { minutes: -1, _id: 1 } },
      { limit: namedMax + 1 },
    ],
  )) as (Omit<ServedTitle, 'title'> & { _id: string })[]
  return rows.map(({ _id, ...served }) => ({ title: _id, ...served }))
}
