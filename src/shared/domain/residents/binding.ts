import * as z from 'zod'
import { id, instant, role } from '../../kernel/shapes'
import { relations } from '../../kernel/vocabulary'

/** A request to belong to a household, decided by the head of its building. */
export const bindingRecord = z.object({
  _id: id,
  communityId: id,
  personId: id,
  personName: z.string(),
  householdId: id,
  householdLabel: z.string(),
  buildingId: id,
  unitId: id,
  gridId: id,
  relation: z.enum(relations),
  note: z.string(),
  state: z.enum(['pending', 'approved', 'rejected']),
  requestedAt: instant,
  /** Who was asked, in the post they were asked in; whoever else is near enough may decide it too. */
  approver: z.object({ personId: id, name: z.string(), role }),
  decidedAt: instant.nullable(),
  decidedById: id.nullable(),
  decidedByName: z.string().nullable(),
  reason: z.string().nullable(),
})
export type Binding = z.infer<typeof bindingRecord>

/**
 * The name an approver reads: for somebody the community already knows, their known name, with the one they typed beside it
 * where it is another. Newcomers have no other name than the typed one.
 */
export const applicantName = (typed: string, known: { name: string; isNewcomer?: boolean | undefined }): string =>
  (known.isNewcomer ?? false) || known.name === typed ? typed : `${known.name}（申请时写：${typed}）`
