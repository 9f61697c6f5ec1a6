import * as z from 'zod'
import { fileId, id, instant } from '../../kernel/shapes'

/**
 * The place given to a photo on its way from a phone. What comes to own the photo moves it away; what is still there after a
 * day goes.
 */
export const storedFileRecord = z.object({
  _id: id,
  communityId: id,
  uploaderId: id,
  fileId,
  purpose: z.enum(['issue', 'progress', 'result', 'avatar', 'activity', 'reward', 'consent']),
  createdAt: instant,
})
export type StoredFile = z.infer<typeof storedFileRecord>
