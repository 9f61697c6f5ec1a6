import * as z from 'zod'
import { refuse, type Refusal } from '../../kernel/decision'
import { readableCodeOf, readReadable } from '../../kernel/readable-code'
import { id, instant } from '../../kernel/shapes'
import { minuteMs, toInstant } from '../../kernel/time'
import type { Actor } from '../../kernel/actor'
import type { Redemption } from './redemption'
import type { RedeemRules } from './redeem-rules'

/**
 * That a code was shown (领取码). The code itself is known to whoever it was shown to only: the id is made of its digest. It stays after the
 * code is used or replaced, so that showing it again is told apart from inventing one.
 */
export const redeemCodeRecord = z.strictObject({
  _id: id,
  communityId: id,
  redemptionId: id,
  centreId: id,
  shownAt: instant,
  expiresAt: instant,
})
export type RedeemCode = z.infer<typeof redeemCodeRecord>

/** Codes a clerk typed within a minute that were not good. */
export const codeTriesRecord = z.strictObject({ _id: id, communityId: id, startedAt: instant, count: z.int().min(0) })
export type CodeTries = z.infer<typeof codeTriesRecord>

export const triesIdOf = (personId: string): string => `tries:${personId}`

/** That a code was refused: who tried it, and why; never the code. */
export const codeRefusalRecord = z.strictObject({
  _id: id,
  communityId: id,
  clerkId: id,
  clerkName: z.string(),
  why: z.string(),
  /** What it once stood for; null for one that never stood for anything. */
  redemptionId: id.nullable(),
  at: instant,
})
export type CodeRefusal = z.infer<typeof codeRefusalRecord>

const typedLength = 8
const scanPrefix = 'redeem:'

/** Eight characters from a secret of 128 bits in hexadecimal. */
export const typedCodeOf = (secret: string): string => readableCodeOf(secret, typedLength)

/** What the picture says, from a secret of its own. */
export const scanCodeOf = (secret: string): string => `${scanPrefix}${secret}`

/** What a clerk scanned or typed, as it was shown; null for what cannot be a code. */
export const readCode = (given: string): { kind: 'scan' | 'typed'; code: string } | null => {
  const text = given.trim()
  if (/^redeem:[0-9a-f]{32}$/.test(text)) return { kind: 'scan', code: text }
  const typed = readReadable(text, typedLength)
  return typed === null ? null : { kind: 'typed', code: typed }
}

/** The id under which it is on record that a code was shown, from its SHA-256 digest in hexadecimal. */
export const codeIdOf = (codeDigest: string): string => `code-${codeDigest}`

/**
 * The tries after one more that may be wrong, or a refusal when there were too many in a minute. It is counted before the code is looked at,
 * so that many at once are no more than few one after another; a good one is given back.
 */
export const oneTried = (
  tries: CodeTries | null,
  { _id, communityId, now }: { _id: string; communityId: string; now: number },
  { triesMax }: RedeemRules,
): CodeTries | Refusal<'CODE_TRIED_TOO_OFTEN'> => {
  const isOver = !tries || Date.parse(tries.startedAt) <= now - minuteMs
  const current = isOver ? { _id, communityId, startedAt: toInstant(now), count: 0 } : tries
  if (current.count >= triesMax) return refuse('CODE_TRIED_TOO_OFTEN')
  return { ...current, count: current.count + 1 }
}

/** The tries after a good one was given back. */
export const oneGivenBack = (tries: CodeTries): CodeTries => ({ ...tries, count: Math.max(0, tries.count - 1) })

type CodeProblem =
  | 'CODE_UNKNOWN'
  | 'CODE_OF_OTHER_CENTRE'
  | 'CODE_REPLACED'
  | 'CODE_EXPIRED'
  | 'REDEMPTION_ALREADY_CAPTURED'
  | 'REDEMPTION_ENDED'
  | 'OWN_REDEMPTION'

/** Whose a redemption is, as far as nobody serves themselves. */
export const isOwnRedemption = (
  { personId, payer, ownerId }: Pick<Redemption, 'personId' | 'payer' | 'ownerId'>,
  actor: Actor,
): boolean => personId === actor.personId || (payer === 'family' && ownerId === actor.householdId)

/** Why a code is not good for handing over now; null when it is. `centreIds`: where the actor hands out. */
export const problemOfCode = (
  code: RedeemCode | null,
  redemption: Redemption | null,
  { actor, centreIds, now }: { actor: Actor; centreIds: readonly string[]; now: number },
): CodeProblem | null => {
  if (!code || !redemption || code.communityId !== actor.communityId) return 'CODE_UNKNOWN'
  if (!centreIds.includes(code.centreId)) return 'CODE_OF_OTHER_CENTRE'
  if (redemption.state === 'captured' || redemption.state === 'returned') return 'REDEMPTION_ALREADY_CAPTURED'
  if (redemption.state === 'released' || Date.parse(redemption.endsAt) <= now) return 'REDEMPTION_ENDED'
  if (!redemption.codeIds.includes(code._id)) return 'CODE_REPLACED'
  if (Date.parse(code.expiresAt) <= now) return 'CODE_EXPIRED'
  return isOwnRedemption(redemption, actor) ? 'OWN_REDEMPTION' : null
}
