import { minuteMs, toInstant } from './time'

/** How often one person may try one code in a minute: enough for slips of the finger, too few to guess six digits. */
export const triesMax = 5

/** What whatever is guarded by a code remembers of those who tried it. */
export interface Tried {
  readonly tries?: number | undefined
  /** When the first of these tries was. */
  readonly triedSince?: string | undefined
}

/** What is remembered after one more try; null when there have been too many. A minute after the first of them it begins anew. */
export const oneMoreTry = ({ tries = 0, triedSince }: Tried, now: number): Required<Tried> | null => {
  if (triedSince === undefined || now >= Date.parse(triedSince) + minuteMs)
    return { tries: 1, triedSince: toInstant(now) }
  return tries < triesMax ? { tries: tries + 1, triedSince } : null
}
