import { refuse, type Refusal } from '../../kernel/decision'
import { toInstant } from '../../kernel/time'
import { dueOf, withSums, type BuildingShares, type Payment, type Share } from './funding'

export const findShare = (building: BuildingShares, householdId: string): Share | undefined =>
  building.shares.find((one) => one.householdId === householdId)

/** The building with one share changed, its sums with it. */
export const withShare = (building: BuildingShares, next: Share): BuildingShares =>
  withSums({
    ...building,
    shares: building.shares.map((one) => (one.householdId === next.householdId ? next : one)),
  })

/**
 * The building after a slip was counted. What was paid is what the slip says, though it be more than is due: the rest is to go back.
 * Nothing goes back that was not paid.
 */
export const counted = (
  building: BuildingShares,
  { householdId, kind, fen }: Pick<Payment, 'householdId' | 'kind' | 'fen'>,
): BuildingShares | Refusal<'NOT_FOUND' | 'REFUND_ABOVE_PAID'> => {
  const one = findShare(building, householdId)
  if (!one) return refuse('NOT_FOUND')
  if (kind === 'paid') return withShare(building, { ...one, paidFen: one.paidFen + fen })
  const refundedFen = one.refundedFen + fen
  return refundedFen > one.paidFen ? refuse('REFUND_ABOVE_PAID') : withShare(building, { ...one, refundedFen })
}

/** A slip that was counted by mistake, taken out again. A payment stays while more than the rest of it went back. */
export const voided = (
  building: BuildingShares,
  payment: Payment,
  reason: string,
  now: number,
):
  | { building: BuildingShares; payment: Payment }
  | Refusal<'NOT_FOUND' | 'PAYMENT_ALREADY_VOID' | 'REFUND_ABOVE_PAID'> => {
  if (payment.voided) return refuse('PAYMENT_ALREADY_VOID')
  const one = findShare(building, payment.householdId)
  if (!one) return refuse('NOT_FOUND')
  const next =
    payment.kind === 'paid'
      ? { ...one, paidFen: one.paidFen - payment.fen }
      : { ...one, refundedFen: one.refundedFen - payment.fen }
  if (next.refundedFen > next.paidFen) return refuse('REFUND_ABOVE_PAID')
  return {
    building: withShare(building, next),
    payment: { ...payment, voided: { at: toInstant(now), reason } },
  }
}

/** The building with one household freed of its share, or not any more; what others owe stays. */
export const withExemption = (
  building: BuildingShares,
  householdId: string,
  exemptFor: string | null,
): BuildingShares | Refusal<'NOT_FOUND'> => {
  const one = findShare(building, householdId)
  return one ? withShare(building, { ...one, exemptFor }) : refuse('NOT_FOUND')
}

/** Where a household stands, in one word for its statement. */
export const standingOf = (one: Share): 'exempt' | 'paid' | 'due' => {
  if (one.exemptFor !== null) return 'exempt'
  return one.paidFen - one.refundedFen >= dueOf(one) ? 'paid' : 'due'
}
