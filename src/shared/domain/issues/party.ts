import * as z from 'zod'
import { id, role, scope } from '../../kernel/shapes'

/**
 * A person as an issue remembers them: who it was and the post they acted in, even after they have left it. An officer's post
 * is one of a department; whoever moves to another has left it.
 */
export const partyShape = z.object({
  personId: id,
  name: z.string(),
  role,
  scope,
  departmentId: id.optional(),
  dutyPhone: z.string().nullable(),
})
export type Party = z.infer<typeof partyShape>
