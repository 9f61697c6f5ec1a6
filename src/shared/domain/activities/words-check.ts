import * as z from 'zod'
import { id, instant } from '../../kernel/shapes'
import { minuteMs, toInstant } from '../../kernel/time'
import { answerMinutes, type CheckAnswer } from '../issues/content-check'
import type { Activity, CheckState } from './records'

/**
 * What somebody who is no staff typed or photographed of an activity for others to see, while the content check (内容安全检测) has not said
 * what it is. It goes once that is known; what was found stands in what it is of.
 */
export const activityCheckRecord = z.strictObject({
  _id: id,
  communityId: id,
  /** proposal, cover, ending: of an activity · cancelling: of a session · decision: of a participation that was not agreed to. */
  of: z.enum(['proposal', 'cover', 'ending', 'cancelling', 'decision']),
  subjectId: id,
  authorId: id,
  /** The words, or the file id of a cover. */
  content: z.string(),
  /** How often in a row the check could not be reached. */
  failures: z.int().min(0),
  dueAt: instant,
  createdAt: instant,
})
export type ActivityCheck = z.infer<typeof activityCheckRecord>

const waitMinutesMax = 360

/** What one answer leads to: what was found, or the question as it is to be asked again. */
export const checkAnswered = (check: ActivityCheck, answer: CheckAnswer, now: number): CheckState | ActivityCheck => {
  const again = (minutes: number, failures: number): ActivityCheck => ({
    ...check,
    failures,
    dueAt: toInstant(now + minutes * minuteMs),
  })
  switch (answer.kind) {
    case 'verdict':
      return answer.suggest === 'pass' ? 'passed' : answer.suggest
    case 'unaskable':
      return 'review'
    case 'asked':
      return again(answerMinutes, 0)
    case 'later':
      return again(Math.min(Math.max(answer.minutes, 2 ** check.failures), waitMinutesMax), check.failures + 1)
  }
}

/** What is typed of an activity and read by everybody. */
export const wordsOf = ({
  title,
  text,
  skills,
  place,
}: Pick<Activity, 'title' | 'text' | 'skills' | 'place'>): string => [title, text, ...skills, place.words].join('\n')

const gravest = ['risky', 'waiting', 'review'] as const

/** What of an activity's words and cover stands against showing them, the gravest first; null where nothing does. */
export const heldBack = ({ checks }: Pick<Activity, 'checks'>): (typeof gravest)[number] | null =>
  gravest.find((state) => checks?.words === state || checks?.cover === state) ?? null
