import * as z from 'zod'
import { id, instant } from '../../kernel/shapes'
import { steps } from '../../kernel/steps'

/** One step as it was taken. */
export const takenStep = z.object({
  step: z.enum(steps),
  at: instant,
  personId: id,
  name: z.string(),
  text: z.string().nullable(),
})
export type TakenStep = z.infer<typeof takenStep>

/** The most people a dispute is between. */
export const partiesMax = 10

/** What a procedure adds to an issue; absent where its class has none. */
export const procedureFacts = {
  steps: z.array(takenStep).optional(),
  /** By when a mended hazard has to be looked at by somebody else (复查); null once it was. */
  recheckBy: instant.nullable().optional(),
  /** Whom a dispute is between (当事人), by name; known to the handling team alone. */
  parties: z.array(z.string()).optional(),
  /** Who once stood among them and no longer does: what was written of them then is still about them. */
  formerParties: z.array(z.string()).optional(),
}
