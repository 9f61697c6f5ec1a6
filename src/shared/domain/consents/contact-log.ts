import * as z from 'zod'
import { contactWays } from '../../kernel/consents'
import { id, instant } from '../../kernel/shapes'

/** One try to reach a household (联系记录), by its contact. */
export const contactLogRecord = z.strictObject({
  _id: id,
  communityId: id,
  consentId: id,
  consentHouseholdId: id,
  at: instant,
  by: z.strictObject({ personId: id, name: z.string() }),
  way: z.enum(contactWays),
  isReached: z.boolean(),
  words: z.string().nullable(),
})
export type ContactLog = z.infer<typeof contactLogRecord>
