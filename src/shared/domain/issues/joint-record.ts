import * as z from 'zod'
import { id, instant } from '../../kernel/shapes'
import { partyShape } from './party'

/** The most helpers (协办) of one issue. */
export const helpersMax = 10

/** Somebody asked to help, and with what. `isFinal`: the community decided so after it had been sent back too often. */
export const helperShape = partyShape.extend({ task: z.string(), askedAt: instant, isFinal: z.boolean() })
export type Helper = z.infer<typeof helperShape>

/** What joint handling (联合办理) adds to an issue; all absent where one person deals with it alone. */
export const jointFacts = {
  /** Who leads where it is not the owner. */
  lead: partyShape.extend({ isFinal: z.boolean() }).nullable().optional(),
  /** The department of whoever leads, owner or not; follows from the rest, for the department's inbox. */
  leadDepartmentId: id.nullable().optional(),
  helpers: z.array(helperShape).optional(),
  /** How often a department that was asked has sent it back as not its own (不属我部门). */
  bounces: z.number().int().optional(),
  /** How many commitments (承诺事项) there are, and how many of them are open. */
  commitments: z.number().int().optional(),
  openCommitments: z.number().int().optional(),
  /** How many joint meetings (联席会) were called. */
  meetings: z.number().int().optional(),
}

/** One helper's part in an issue, by which it stands in the inbox of the helper and of their department. */
export const partRecord = z.object({
  _id: id,
  communityId: id,
  issueId: id,
  personId: id,
  departmentId: id.nullable(),
  isOpen: z.boolean(),
  askedAt: instant,
})
export type Part = z.infer<typeof partRecord>
