import * as z from 'zod'
import { id, instant, role } from '../../kernel/shapes'

/** An extension (延期) as an issue keeps it: asked once in a clock, decided by somebody else. */
export const extensionShape = z.object({
  /** The clock it was asked in; reopening starts another, in which one may be asked again. */
  clockStartedAt: instant,
  askedAt: instant,
  askedBy: id,
  askedByName: z.string(),
  reason: z.string(),
  until: instant,
  /** How much more time that is, in minutes of the limit's own kind: what counts when the clock stood still meanwhile. */
  extraMinutes: z.number(),
  decideBy: instant,
  decision: z
    .object({ agreed: z.boolean(), reason: z.string().nullable(), at: instant, by: id, byName: z.string(), role })
    .nullable(),
})
