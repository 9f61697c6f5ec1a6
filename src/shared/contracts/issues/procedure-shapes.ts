import * as z from 'zod'
import { instant } from '../../kernel/shapes'
import { steps } from '../../kernel/steps'

/** How far a dispute (矛盾纠纷) or a hazard (隐患) has come, step by step. */
export const procedureDetail = z.object({
  kind: z.enum(['dispute', 'hazard']),
  taken: z.array(
    z.object({
      step: z.enum(steps),
      name: z.string(),
      at: instant,
      byName: z.string().nullable(),
      text: z.string().nullable(),
    }),
  ),
  /** Every step of this kind, in order, by its name. */
  all: z.array(z.string()),
  /** The steps the caller may take now. */
  next: z.array(z.object({ step: z.enum(steps), name: z.string() })),
})
