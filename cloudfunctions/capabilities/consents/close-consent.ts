import type { consents } from '@/shared/contracts/consents'
import { decideClose } from '@/shared/domain/consents/consent'
import { headView } from '@/shared/domain/consents/views'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'

/** Ends a consent before its time, for a reason that is published with the result. It is counted once no answer can be under way any more. */
export const closeConsent: Handler<typeof consents.closeConsent> = async ({ id, reason }, { actor, now, transact }) =>
  transact(async (tx) => {
    const consent = await tx.consents.get(id)
    if (consent?.communityId !== actor.communityId) return refuse('NOT_FOUND')
    const after = decideClose(consent, { personId: actor.personId, name: actor.name, reason }, now)
    if (isRefusal(after)) return after
    await tx.consents.put(after)
    return headView(after, now)
  })
