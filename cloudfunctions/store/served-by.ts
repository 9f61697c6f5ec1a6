import type { ReadStore } from './store'

/** What somebody has served and earned: counted minutes, and half points of their own account. */
export interface Served {
  readonly minutes: number
  readonly halfPoints: number
}

/** What some people have served in a span, summed where it lies; who has served nothing is not in it. One request for two hundred. */
export const servedBy = async (
  store: ReadStore,
  personIds: readonly string[],
  { atLeast, before }: { atLeast: string; before: string },
): Promise<Map<string, Served>> => {
  const where = { personId: { in: personIds }, startsAt: { atLeast, before } }
  const rows = (await store.aggregate('participations', where, [
    { group: { _id: '$personId', minutes: { $sum: '$counted' }, halfPoints: { $sum: '$awarded.person' } } },
  ])) as (Served & { _id: string })[]
  return new Map(
    rows
      .filter(({ minutes, halfPoints }) => minutes + halfPoints > 0)
      .map(({ _id, minutes, halfPoints }) => [_id, { minutes, halfPoints }]),
  )
}
