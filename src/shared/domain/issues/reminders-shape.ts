import * as z from 'zod'
import { instant } from '../../kernel/shapes'

/**
 * What somebody is reminded of, in the order it comes: 75 % of the limit, the whole of it, one and three working days over it; a
 * decision on the owner, and one on an extension, that nobody has taken in time; a mended hazard that nobody has looked at again; and,
 * when it is closed, the second question to its reporter.
 */
export const reminderLevels = [
  'amber',
  'due',
  'plusOne',
  'plusThree',
  'decision',
  'extension',
  'recheck',
  'followUp',
] as const
export type ReminderLevel = (typeof reminderLevels)[number]

/** Which reminders of an issue have been told, and when the next one is due: the one indexed instant a job looks for. */
export const remindersShape = z.object({
  nextAt: instant.nullable(),
  /** Told since the clock started, or since it was extended. */
  told: z.array(z.enum(reminderLevels)),
  /** How often the clock was extended, so that every set of reminders has ids of its own. */
  set: z.number().int(),
})
