import type { issues } from '@/shared/contracts/issues'
import { canManageAdoptions, endAdoption as ended, isAdopter } from '@/shared/domain/issues/adoption'
import { adoptionRowOf } from '@/shared/domain/issues/adoption-view'
import { adoptionNotice } from '@/shared/domain/notices/adoption-notices'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { custodianOf } from './custodian-of'

/** Gives an adoption up: staff or the adopter, with the reason. Whoever is on the duty post looks after the plot from now on, and is told. */
export const endAdoption: Handler<typeof issues.endAdoption> = async ({ id, reason }, context) => {
  const { actor, now, transact } = context
  const custodian = await custodianOf(context)
  return transact(async (tx) => {
    const adoption = await tx.adoptions.get(id)
    if (!adoption || adoption.communityId !== actor.communityId) return refuse('NOT_FOUND')
    if (!canManageAdoptions(actor) && !isAdopter(adoption, actor)) return refuse('FORBIDDEN')
    const over = ended(adoption, reason, custodian, now)
    if (isRefusal(over)) return over
    await tx.adoptions.put(over)
    const told = [
      adoptionNotice(over, 'ended', over.adopter.personId, now),
      adoptionNotice(over, 'back', custodian?.personId ?? null, now),
    ]
    for (const notice of told)
      if (notice) await tx.notices.create({ ...notice, isRead: notice.recipientId === actor.personId })
    return adoptionRowOf(over, actor)
  })
}
