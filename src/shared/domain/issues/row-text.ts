import { beginningOf } from '../../kernel/beginning'

/** As much of a text as a row of a list shows. */
const rowTextMax = 80

/** A text cut to what a row shows, so that twenty rows stay small enough for one answer. */
export const rowTextOf = (text: string): string => beginningOf(text, rowTextMax)
