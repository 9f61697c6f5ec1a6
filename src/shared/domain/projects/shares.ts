import { refuse, type Refusal } from '../../kernel/decision'

/** A household with what it weighs in the sharing: 1 by household, hundredths of a square metre by area, nothing when exempt. */
export interface Weighed {
  readonly id: string
  readonly weight: number
  /** Its place by building, unit and door, which decides a tie. */
  readonly order: number
}

/**
 * A sum shared out to the fen by weight (分摊). Every share is first cut to whole fen; what is left goes, one fen each, to the largest
 * remainders, and among equal ones to whoever comes first by building, unit and door. So the shares always come to the sum, none is
 * negative, two of equal weight differ by one fen at most, and it does not matter in which order the households are read. A weight must
 * be a whole number that is not negative; refused when none is above nothing.
 */
export const shareOut = (
  totalFen: number,
  households: readonly Weighed[],
): Map<string, number> | Refusal<'SHARES_WITHOUT_BASE'> => {
  const sum = households.reduce((whole, { weight }) => whole + BigInt(weight), 0n)
  if (sum === 0n) return refuse('SHARES_WITHOUT_BASE')
  const parts = households.map(({ id, weight, order }) => {
    const exact = BigInt(totalFen) * BigInt(weight)
    return { id, order, fen: Number(exact / sum), rest: exact % sum }
  })
  const left = totalFen - parts.reduce((whole, { fen }) => whole + fen, 0)
  const luckiest = [...parts].sort((a, b) =>
    a.rest === b.rest ? a.order - b.order || (a.id < b.id ? -1 : 1) : a.rest > b.rest ? -1 : 1,
  )
  const more = new Set(luckiest.slice(0, left).map(({ id }) => id))
  return new Map(parts.map(({ id, fen }) => [id, more.has(id) ? fen + 1 : fen]))
}

/** An area in hundredths of a square metre, as it weighs; 0 for one that cannot be shared by. */
export const hundredthsOf = (squareMeters: number): number => {
  const hundredths = Math.round(squareMeters * 100)
  return Number.isSafeInteger(hundredths) && hundredths > 0 ? hundredths : 0
}
