import * as z from 'zod'
import { id, instant } from '../../kernel/shapes'

/** That somebody joined an issue (我也遇到), for their own list; who counts stands on the issue. */
export const joiningRecord = z.object({
  _id: id,
  communityId: id,
  personId: id,
  issueId: id,
  createdAt: instant,
})
export type Joining = z.infer<typeof joiningRecord>

/** One per issue and person, so that joining twice is joining once. */
export const joiningIdOf = (issueId: string, personId: string): string => `joining:${issueId}:${personId}`
