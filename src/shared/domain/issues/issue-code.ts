import { dayOf } from '../../kernel/time'
import { stableHash } from './stable-hash'

/** No letter or digit that sounds or looks like another: no 0 O, 1 I L, 2 Z, 5 S, 8 B. */
const signs = 'ACDEFGHJKMNPQRTUVWXY34679'

/**
 * The short code read out over the telephone, e.g. "1125-K7M3": the day of the report and four signs from the id. Two
 * issues of one day may, rarely, share it; whoever answers then asks for the place.
 */
export const issueCode = (id: string, createdAt: number): string => {
  let hash = stableHash(`code:${id}`)
  let code = ''
  for (let place = 0; place < 4; place++) {
    code += signs[hash % signs.length]
    hash = Math.floor(hash / signs.length)
  }
  return `${dayOf(createdAt).slice(5).replace('-', '')}-${code}`
}

/** Whether a fix on the spot is one of those checked (抽查); decided by the id alone, so it can be recounted. */
export const isDrawnForCheck = (id: string, percent: number): boolean => stableHash(`sample:${id}`) % 100 < percent
