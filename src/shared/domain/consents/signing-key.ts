import * as z from 'zod'
import { id, instant } from '../../kernel/shapes'

/** The key a community signs its counts with (Ed25519, base64). No capability reads it; only the public half is ever shown. */
export const signingKeyRecord = z.strictObject({
  _id: id,
  communityId: id,
  /** 32 random bytes. */
  seed: z.string(),
  publicKey: z.string(),
  createdAt: instant,
})
export type SigningKey = z.infer<typeof signingKeyRecord>
