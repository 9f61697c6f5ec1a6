import * as z from 'zod'
import type { ReadStore } from './store'

const rows = z.array(z.object({ _id: z.string(), ballots: z.number() }))

/** Ballots of one vote by option, counted where they lie. */
export const countBallots = async (
  store: Pick<ReadStore, 'aggregate'>,
  consultationId: string,
  round: number,
): Promise<{ optionId: string; ballots: number }[]> =>
  rows
    .parse(
      await store.aggregate('ballots', { consultationId, round }, [
        { group: { _id: '$optionId', ballots: { $sum: 1 } } },
      ]),
    )
    .map(({ _id, ballots }) => ({ optionId: _id, ballots }))
