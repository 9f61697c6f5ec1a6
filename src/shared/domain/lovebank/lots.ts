import type { Account, Lot } from './account'

/** Half points of one lot. */
export interface LotPart {
  readonly expiresOn: string
  readonly halfPoints: number
}

/** A lot counts on its last day still. */
export const isFresh = ({ expiresOn }: { expiresOn: string }, today: string): boolean => expiresOn >= today

/** Takes an amount from the free points of lots, in the order they are given; null where there is not enough. */
export const firstOf = (lots: readonly Lot[], halfPoints: number): LotPart[] | null => {
  let left = halfPoints
  const parts: LotPart[] = []
  for (const { expiresOn, available } of lots) {
    const taken = Math.min(left, available)
    if (taken > 0) parts.push({ expiresOn, halfPoints: taken })
    left -= taken
  }
  return left === 0 ? parts : null
}

/** What an open hold took; null where there is no such hold, or none any more. */
export const lotsOfHold = ({ holds }: Account, holdId: string): readonly LotPart[] | null =>
  holds.find(({ id }) => id === holdId)?.lots ?? null

/** Lots with some changes in the order in which they end; empty ones are gone. */
export const lotsAfter = (
  lots: readonly Lot[],
  changes: readonly { readonly account: string; readonly lot: string | null; readonly halfPoints: number }[],
): Lot[] => {
  const byDay = new Map(lots.map((lot) => [lot.expiresOn, { ...lot }]))
  for (const { account, lot: expiresOn, halfPoints } of changes) {
    if (expiresOn === null) continue
    const lot = byDay.get(expiresOn) ?? { expiresOn, available: 0, held: 0 }
    if (account === 'available') lot.available += halfPoints
    if (account === 'held') lot.held += halfPoints
    byDay.set(expiresOn, lot)
  }
  return [...byDay.values()]
    .filter(({ available, held }) => available !== 0 || held !== 0)
    .sort((a, b) => (a.expiresOn < b.expiresOn ? -1 : 1))
}
