import * as z from 'zod'
import { id, instant } from '../../kernel/shapes'

/** Supervision (督办) as an issue keeps it: why, since when, and until when its owner has to say how it stands. */
export const supervisionShape = z.object({
  since: instant,
  reason: z.string(),
  /** null: the rule itself, when an issue was reopened too often. */
  by: id.nullable(),
  byName: z.string().nullable(),
  answerBy: instant,
})
