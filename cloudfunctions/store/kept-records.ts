import * as z from 'zod'
import { id, instant } from '@/shared/kernel/shapes'

/** What a command answered, kept so that the same request id gets the same reply and does nothing twice. */
export const requestRecord = z.object({
  _id: id,
  communityId: id,
  capability: z.string(),
  inputHash: z.string(),
  reply: z.unknown(),
  at: instant,
})

/** How far a job that works through a collection has come. */
export const cursorRecord = z.object({ _id: id, at: instant })

/** WeChat's access token, left by one instance for the others. */
export const accessTokenRecord = z.object({ _id: id, token: z.string(), expiresAt: instant })
