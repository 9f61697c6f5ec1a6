import type { projects } from '@/shared/contracts/projects'
import { collectedFor } from '@/shared/domain/projects/collected'
import { isTreasurer, plainSlipNumber, withBuilding, type Payment } from '@/shared/domain/projects/funding'
import { counted, findShare } from '@/shared/domain/projects/payments'
import { mayCollectFor, mayTakeOut } from '@/shared/domain/projects/plan-funding'
import { paymentNotice } from '@/shared/domain/projects/project-notices'
import { shareView } from '@/shared/domain/projects/views'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { dayOf, toInstant } from '@/shared/kernel/time'
import { digest } from '../../runtime/hash'
import { claimPhotos, giveBack } from '../../runtime/photos'
import type { Handler } from '../../runtime/handler'
import { buildingOf, fundingKeptBy, membersMax, membersOf } from './funding-of'

/**
 * Counts a slip. Its number and its photo are each kept under an id made of them, so that whoever counts it a second time, for whichever
 * household or project of the community, meets the first; both are written with the payment and the share, or nothing is.
 */
export const recordPayment: Handler<typeof projects.recordPayment> = async (
  { projectId, householdId, kind, fen, slipNumber, paidOn, fileId, reason },
  context,
) => {
  const { actor, now, store, newId, transact } = context
  const { communityId } = actor
  const asked = await fundingKeptBy(store, projectId, actor)
  const home = asked && (await buildingOf(store, asked._id, householdId))
  if (!asked || !home || !findShare(home, householdId)) return refuse('NOT_FOUND')
  if (asked.state !== 'open') return refuse('FUNDING_NOT_OPEN')
  if (paidOn > dayOf(now)) return refuse('PAYMENT_DAY_UNFIT')
  const plain = plainSlipNumber(slipNumber)
  if (!/[\p{L}\p{N}]/u.test(plain)) return refuse('SLIP_NUMBER_EMPTY')
  const numberId = `slip-${digest(communityId, plain)}`
  if (await store.slips.get(numberId)) return refuse('SLIP_ALREADY_COUNTED')
  const _id = newId('payment')
  const kept = await claimPhotos(fileId ? [fileId] : [], _id, context)
  if (isRefusal(kept)) return kept
  const [photo] = kept
  const photoId = photo ? `photo-${digest(communityId, photo.digest)}` : null
  const members = await membersOf(store, communityId, [householdId])
  const answer = await transact(async (tx) => {
    const [funding, building] = [await tx.fundings.get(asked._id), await tx.buildingShares.get(home._id)]
    if (!funding || !building || !isTreasurer(funding, actor)) return refuse('NOT_FOUND')
    const project = await tx.projects.get(projectId)
    if (!project) return refuse('NOT_FOUND')
    if (kind === 'paid' && !mayCollectFor(project)) return refuse('FUNDING_TOO_LATE')
    await tx.projects.guard(projectId)
    if (await tx.slips.get(numberId)) return refuse('SLIP_ALREADY_COUNTED')
    if (photoId && (await tx.slips.get(photoId))) return refuse('SLIP_PHOTO_ALREADY_COUNTED')
    const slipIds = [numberId, ...(photoId ? [photoId] : [])]
    const payment: Payment = {
      _id,
      communityId,
      fundingId: funding._id,
      buildingId: building.buildingId,
      householdId,
      kind,
      fen,
      slipNumber,
      fileId: photo?.fileId ?? null,
      slipIds,
      paidOn,
      reason: reason ?? null,
      voided: null,
      at: toInstant(now),
    }
    const next = counted(building, payment)
    if (isRefusal(next)) return next
    const after = withBuilding(funding, next)
    if (kind === 'refunded' && !mayTakeOut(project, collectedFor(after))) return refuse('BELOW_FINAL_ACCOUNT')
    await tx.fundings.put(after)
    await tx.buildingShares.put(next)
    await tx.payments.create(payment)
    for (const slipId of slipIds) await tx.slips.create({ _id: slipId, communityId, paymentId: _id })
    for (const recipientId of members.slice(0, membersMax))
      await tx.notices.create(paymentNotice(funding, payment, { key: _id, recipientId, now }))
    return shareView(findShare(next, householdId)!)
  })
  // The same request, sent twice at once, may have been the quicker one: then the photo is its own.
  if (isRefusal(answer) && photo && !(await store.payments.get(_id))) await giveBack([photo.fileId], context)
  return answer
}
