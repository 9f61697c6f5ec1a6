/**
 * As far as a screen counts what its list holds: up to here a number is exact, and beyond it reads "more than". So a total costs the
 * same however much there is; whoever needs the exact number of more exports them.
 */
export const countedMax = 1000

/** A number that was counted so far, and whether there are more. */
export interface Counted {
  readonly count: number
  readonly isMore: boolean
}

/** What was found of at most one more than is counted. */
export const countedOf = (found: number): Counted => ({
  count: Math.min(found, countedMax),
  isMore: found > countedMax,
})

/** In words: "12 件", "超过 1000 件". */
export const countedWords = ({ count, isMore }: Counted): string => `${isMore ? '超过 ' : ''}${count} 件`

/** The same as a whole sentence: "共 12 件", "超过 1000 件". */
export const totalWords = (counted: Counted): string => `${counted.isMore ? '' : '共 '}${countedWords(counted)}`
