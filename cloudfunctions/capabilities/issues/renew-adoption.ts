import type { issues } from '@/shared/contracts/issues'
import { canManageAdoptions, renewAdoption as renewed } from '@/shared/domain/issues/adoption'
import { adoptionRowOf } from '@/shared/domain/issues/adoption-view'
import { adoptionNotice } from '@/shared/domain/notices/adoption-notices'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'

/** A longer period for the same adopter, who is told. */
export const renewAdoption: Handler<typeof issues.renewAdoption> = ({ id, to }, { actor, now, transact }) =>
  transact(async (tx) => {
    const adoption = await tx.adoptions.get(id)
    if (!adoption || adoption.communityId !== actor.communityId) return refuse('NOT_FOUND')
    if (!canManageAdoptions(actor)) return refuse('FORBIDDEN')
    const longer = renewed(adoption, to, now)
    if (isRefusal(longer)) return longer
    await tx.adoptions.put(longer)
    const notice = adoptionNotice(longer, 'renewed', longer.adopter.personId, now)
    if (notice) await tx.notices.create(notice)
    return adoptionRowOf(longer, actor)
  })
