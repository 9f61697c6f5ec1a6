import * as z from 'zod'
import { instant } from '../../kernel/shapes'
import { textChecks } from '../../kernel/text-checks'
import { minuteMs, toInstant } from '../../kernel/time'

/** Words of a resident that others see once they have passed the content check (内容安全检测). */
export const checkedWords = z.object({
  textCheck: z.enum(textChecks),
  /** When the next question is due; null when there is none. */
  checkDueAt: instant.nullable(),
  /** How often in a row the check could not be reached. */
  checkFailures: z.int().min(0),
})
export type CheckedWords = z.infer<typeof checkedWords>

/** What the check answered about words: its verdict, that it cannot be asked about them, or that it is to be asked later. */
export type WordsAnswer =
  | { readonly kind: 'verdict'; readonly suggest: 'pass' | 'review' | 'risky' }
  | { readonly kind: 'later'; readonly minutes: number }
  | { readonly kind: 'asked' | 'unaskable' }

const waitMinutesMax = 360

/** Words that were just written. What staff write in their post is shown at once. */
export const fresh = (isStaff: boolean, now: number): CheckedWords =>
  isStaff
    ? { textCheck: 'passed', checkDueAt: null, checkFailures: 0 }
    : { textCheck: 'waiting', checkDueAt: toInstant(now), checkFailures: 0 }

/** The words after an answer. Only words that wait are decided by it, so that a late or double answer changes nothing. */
export const answered = <T extends CheckedWords>(words: T, answer: WordsAnswer, now: number): T => {
  if (words.textCheck !== 'waiting') return words
  if (answer.kind === 'later') {
    const checkFailures = words.checkFailures + 1
    const minutes = Math.min(Math.max(answer.minutes, 2 ** checkFailures), waitMinutesMax)
    return { ...words, checkFailures, checkDueAt: toInstant(now + minutes * minuteMs) }
  }
  const suggest = answer.kind === 'verdict' ? answer.suggest : 'review'
  return { ...words, textCheck: suggest === 'pass' ? 'passed' : suggest, checkDueAt: null, checkFailures: 0 }
}

/** The words after a person has looked. What was found risky stays hidden. */
export const judged = <T extends CheckedWords>(words: T, pass: boolean): T =>
  words.textCheck === 'risky' ? words : { ...words, textCheck: pass ? 'passed' : 'rejected', checkDueAt: null }

/** Whether a person still has to look: the check was not sure, or has not answered. */
export const isHeld = ({ textCheck }: CheckedWords): boolean => textCheck === 'waiting' || textCheck === 'review'
