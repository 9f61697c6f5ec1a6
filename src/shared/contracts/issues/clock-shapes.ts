import * as z from 'zod'
import { instant } from '../../kernel/shapes'

/** An extension (延期) as an issue's page shows it, and what the viewer may do about one. */
export const extensionShown = z.object({
  /** Asked for in the clock that runs; null while nobody has. */
  asked: z
    .object({
      at: instant,
      byName: z.string(),
      reason: z.string(),
      until: instant,
      decideBy: instant,
      decision: z
        .object({ agreed: z.boolean(), reason: z.string().nullable(), at: instant, byName: z.string() })
        .nullable(),
    })
    .nullable(),
  /** Until when the viewer may ask for, the last of them the latest; empty where they may not ask. */
  choices: z.array(instant),
  canDecide: z.boolean(),
})

/** Supervision (督办) as an issue's page shows it, and what the viewer may do about it. */
export const supervisionShown = z.object({
  current: z
    .object({
      since: instant,
      reason: z.string(),
      /** null: by the rule, when it was reopened too often. */
      byName: z.string().nullable(),
      answerBy: instant,
    })
    .nullable(),
  canSet: z.boolean(),
  canEnd: z.boolean(),
})
