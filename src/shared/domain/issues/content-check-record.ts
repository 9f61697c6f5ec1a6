import * as z from 'zod'
import { fileId, id, instant } from '../../kernel/shapes'

/** What is checked: the reporter's words, or one photo. */
export const checkSubject = z.union([z.literal('text'), fileId])
export type CheckSubject = z.infer<typeof checkSubject>

/**
 * Where the content check (内容安全检测) of an issue stands, beside what has passed. A subject that has neither passed nor is held nor
 * asked about is waiting to be asked.
 */
export const contentCheckShape = z.object({
  /** Grows when somebody has it checked anew, so that answers to earlier questions change nothing. */
  round: z.number().int(),
  /** When the next question is due; null when there is none. */
  dueAt: instant.nullable(),
  /** How often in a row the check could not be reached. */
  failures: z.number().int(),
  /** Photos asked about whose answer is still to come. */
  asked: z.array(z.object({ fileId, at: instant, times: z.number().int() })),
  /** What did not pass: `review` waits for a person, `risky` stays hidden for good, `rejected` was kept back by a person. */
  held: z.array(
    z.object({ subject: checkSubject, verdict: z.enum(['review', 'risky', 'rejected']), label: z.string().max(40) }),
  ),
  /** What people decided, for whoever asks later. */
  decisions: z.array(
    z.object({ at: instant, personId: id, name: z.string(), decision: z.enum(['pass', 'reject', 'askAgain']) }),
  ),
})
export type ContentCheck = z.infer<typeof contentCheckShape>
export type Held = ContentCheck['held'][number]
