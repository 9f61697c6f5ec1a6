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

/** A message for the world outside, written with the change it tells of and delivered by a job. */
export const outboxRecord = z.object({
  _id: id,
  communityId: id,
  recipientId: id,
  template: z.string(),
  fields: z.record(z.string(), z.string()),
  page: z.string(),
  createdAt: instant,
  sentAt: instant.nullable(),
})

/** WeChat's access token, left by one instance for the others. */
export const accessTokenRecord = z.object({ _id: id, token: z.string(), expiresAt: instant })
