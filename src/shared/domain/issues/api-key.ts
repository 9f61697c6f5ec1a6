import * as z from 'zod'
import { refuse, type Refusal } from '../../kernel/decision'
import { id, instant } from '../../kernel/shapes'
import { minuteMs, toInstant } from '../../kernel/time'

/**
 * A key with which another organisation's system (a hotline, a department) hands reports in. The key itself is known to its holder
 * only: the id is made of its digest, so that a call finds it without anybody storing it.
 */
export const apiKeyRecord = z.object({
  _id: id,
  communityId: id,
  /** SHA-256 of the key, in hex; the id is its beginning. */
  keyHash: z.string(),
  /** The organisation, as the desk reads who sent something. */
  owner: z.string(),
  isActive: z.boolean(),
  /** Ordinary reports within ten minutes; urgent ones are always taken. */
  perTenMinutes: z.number().int(),
  window: z.object({ startedAt: instant, count: z.number().int() }).nullable(),
  setAt: instant,
})
export type ApiKey = z.infer<typeof apiKeyRecord>

/** The id of a key by the SHA-256 digest of its characters, in hex; as long as other ids of people are, because notices are named after it. */
export const apiKeyId = (keyHash: string): string => `key-${keyHash.slice(0, 24)}`

const windowMs = 10 * minuteMs

/** The key as it is used now: in the ten minutes that run, or in new ones. What is urgent is not counted in them. */
export const usedNow = (key: ApiKey, now: number): ApiKey & { window: NonNullable<ApiKey['window']> } => {
  const isOver = !key.window || Date.parse(key.window.startedAt) <= now - windowMs
  return { ...key, window: isOver ? { startedAt: toInstant(now), count: 0 } : key.window! }
}

/** The key after one more ordinary report, or a refusal when it has sent too many in ten minutes. */
export const countReport = (key: ApiKey, now: number): ApiKey | Refusal<'ISSUE_REPORTED_TOO_OFTEN'> => {
  const { window } = usedNow(key, now)
  if (window.count >= key.perTenMinutes) return refuse('ISSUE_REPORTED_TOO_OFTEN')
  return { ...key, window: { ...window, count: window.count + 1 } }
}
