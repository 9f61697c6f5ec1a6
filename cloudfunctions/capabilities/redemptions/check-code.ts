import type { codeRefusals } from '@/shared/contracts/redemptions/shapes'
import { isClerkOf } from '@/shared/domain/redemptions/centre'
import {
  codeIdOf,
  oneGivenBack,
  oneTried,
  problemOfCode,
  readCode,
  triesIdOf,
  type CodeRefusal,
} from '@/shared/domain/redemptions/code'
import { redeemRules } from '@/shared/domain/redemptions/redeem-rules'
import type { Redemption } from '@/shared/domain/redemptions/redemption'
import { isRefusal, refuse, type Refusal } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { CommandContext } from '../../runtime/handler'
import { listCentresOf } from './centres'
import { codeDigest } from './code-digest'

type CodeRefusalCode = keyof typeof codeRefusals
type Context = Pick<CommandContext, 'actor' | 'now' | 'newId' | 'note' | 'store'>

/** A code that is good just now, and what it stands for. */
export interface GoodCode {
  readonly codeId: string
  readonly redemption: Redemption
  /** Where the clerk hands out. */
  readonly centreIds: readonly string[]
}

const refusalOf = (
  why: CodeRefusalCode,
  redemptionId: string | null,
  { actor, now, newId }: Pick<Context, 'actor' | 'now' | 'newId'>,
): CodeRefusal => ({
  _id: newId('refusal'),
  communityId: actor.communityId,
  clerkId: actor.personId,
  clerkName: actor.name,
  why,
  redemptionId,
  at: toInstant(now),
})

/** Writes down that a code was refused, and refuses it. A request whose answer was lost is asked again, and is on record once. */
export const refuseCode = async <Code extends CodeRefusalCode>(
  why: Code,
  redemptionId: string | null,
  context: Context,
): Promise<Refusal<Code>> => {
  const refusal = refusalOf(why, redemptionId, context)
  await context.note(async (tx) => {
    if (!(await tx.codeRefusals.get(refusal._id))) await tx.codeRefusals.create(refusal)
  })
  return refuse(why)
}

/** Counts a typed code against the minute before anybody looks at it; false when there were too many. */
const countTry = ({ actor, now, note }: Context): Promise<boolean> =>
  note(async (tx) => {
    const _id = triesIdOf(actor.personId)
    const { communityId } = actor
    const tries = oneTried(await tx.codeTries.get(_id), { _id, communityId, now }, redeemRules)
    if (isRefusal(tries)) return false
    await tx.codeTries.put(tries)
    return true
  })

const giveTryBack = ({ actor, note }: Context): Promise<void> =>
  note(async (tx) => {
    const tries = await tx.codeTries.get(triesIdOf(actor.personId))
    if (tries) await tx.codeTries.put(oneGivenBack(tries))
  })

/** Whether what a clerk scanned or typed may be handed over, or why not; every "no" is written down. Nothing else moves. */
export const checkCode = async (given: string, context: Context): Promise<GoodCode | Refusal<CodeRefusalCode>> => {
  const { actor, now, store } = context
  const read = readCode(given)
  if (!read) return refuseCode('CODE_UNKNOWN', null, context)
  if (read.kind === 'typed' && !(await countTry(context))) return refuseCode('CODE_TRIED_TOO_OFTEN', null, context)
  const centres = await listCentresOf(store, actor.communityId)
  const centreIds = centres.filter((centre) => isClerkOf(centre, actor)).map(({ _id }) => _id)
  const codeId = codeIdOf(codeDigest(read.code))
  const code = await store.redeemCodes.get(codeId)
  const redemption = code && (await store.redemptions.get(code.redemptionId))
  const problem = problemOfCode(code, redemption, { actor, centreIds, now })
  if (problem || !redemption) return refuseCode(problem ?? 'CODE_UNKNOWN', redemption?._id ?? null, context)
  if (read.kind === 'typed') await giveTryBack(context)
  return { codeId, redemption, centreIds }
}
