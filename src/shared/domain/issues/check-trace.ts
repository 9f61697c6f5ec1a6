import * as z from 'zod'
import { fileId, id, instant } from '../../kernel/shapes'

/** A question about one photo, by WeChat's trace id, so that its answer finds its way back. */
export const checkTraceRecord = z.object({
  _id: id,
  communityId: id,
  /** The issue, or the check of an activity, that the photo belongs to. */
  issueId: id.optional(),
  activityCheckId: id.optional(),
  fileId,
  round: z.number().int(),
  at: instant,
})
export type CheckTrace = z.infer<typeof checkTraceRecord>

/** The document of a trace id. */
export const traceKey = (traceId: string): string => `trace:${traceId}`
