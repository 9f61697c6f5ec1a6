import { createHash, randomBytes } from 'node:crypto'

/** A short digest for ids: 24 characters of base64url-safe letters and digits, the same for the same words. */
export const digest = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24)

/** A digest of bytes: equal for equal contents only. */
export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** JSON with sorted keys, so that equal values have equal text. */
export const stableJson = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) ?? 'null'

/** 128 random bits that nobody can guess, in hexadecimal. */
export const freshSecret = (): string => randomBytes(16).toString('hex')
