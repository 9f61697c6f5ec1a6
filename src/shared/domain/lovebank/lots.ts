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

/** Where a day stands among lots in their order, or would stand. */
const placeOf = (lots: readonly Lot[], expiresOn: string): number => {
  let [from, to] = [0, lots.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (lots[middle]!.expiresOn < expiresOn) from = middle + 1
    else to = middle
  }
  return from
}

/** Lots with some changes, in the order in which they end; empty ones are gone. A member may have hundreds: only those that change are made anew. */
export const lotsAfter = (
  lots: readonly Lot[],
  changes: readonly { readonly account: string; readonly lot: string | null; readonly halfPoints: number }[],
): Lot[] => {
  const after = [...lots]
  for (const { account, lot: expiresOn, halfPoints } of changes) {
    if (expiresOn === null) continue
    const at = placeOf(after, expiresOn)
    const isThere = after[at]?.expiresOn === expiresOn
    const { available, held } = isThere ? after[at]! : { available: 0, held: 0 }
    after.splice(at, isThere ? 1 : 0, {
      expiresOn,
      available: available + (account === 'available' ? halfPoints : 0),
      held: held + (account === 'held' ? halfPoints : 0),
    })
  }
  return after.some(isEmpty) ? after.filter((lot) => !isEmpty(lot)) : after
}

const isEmpty = ({ available, held }: Lot): boolean => available === 0 && held === 0
