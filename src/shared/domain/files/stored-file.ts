import * as z from 'zod'
import { fileId, id, instant } from '../../kernel/shapes'

/**
 * A photo on its way from a phone to a document. `usedBy` names what it belongs to; until then it is its uploader's, and
 * goes after a day.
 */
export const storedFileRecord = z.object({
  _id: id,
  communityId: id,
  uploaderId: id,
  fileId,
  purpose: z.enum(['issue', 'progress', 'result', 'avatar']),
  createdAt: instant,
  usedBy: z.string().nullable(),
})
export type StoredFile = z.infer<typeof storedFileRecord>
