import type { consultations } from '@/shared/contracts/consultations'
import { castBallot as cast, refusalOfBallot, roundOf, voterOf } from '@/shared/domain/consultations/votes'
import { canSee } from '@/shared/domain/consultations/who'
import { refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { homeOf } from './home'
import { ballotIdOf } from './ids'
import { notePartaker } from './partaking'

/**
 * Casts a ballot, or casts it anew before the close. It writes the voter's own documents only, so that a whole estate can vote at once;
 * a ballot is counted where it lies.
 */
export const castBallot: Handler<typeof consultations.castBallot> = async ({ id, optionId }, context) => {
  const { actor, now, store, transact } = context
  const { personId, householdId, communityId } = actor
  const [seen, home] = await Promise.all([store.consultations.get(id), homeOf(actor, context)])
  if (!seen || !canSee(seen, actor)) return refuse('NOT_FOUND')
  return transact(async (tx) => {
    const consultation = await tx.consultations.get(id)
    if (!consultation) return refuse('NOT_FOUND')
    const refused = refusalOfBallot(consultation, optionId, home, now)
    if (refused) return refused
    const round = roundOf(consultation)
    const _id = ballotIdOf(id, round, voterOf(consultation.vote!, personId, householdId ?? ''))
    const before = await tx.ballots.get(_id)
    await tx.ballots.put(cast(before, { _id, communityId, consultationId: id, round, personId, optionId }, now))
    await notePartaker(tx, consultation, personId, { hasVoted: true })
    return { id, optionId }
  })
}
