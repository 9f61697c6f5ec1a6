import type { consents } from '@/shared/contracts/consents'
import { decidePublish } from '@/shared/domain/consents/consent'
import { headView } from '@/shared/domain/consents/views'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'

/** Shows everybody what was counted, with the signed root. */
export const publishConsent: Handler<typeof consents.publishConsent> = async ({ id }, { actor, now, transact }) =>
  transact(async (tx) => {
    const consent = await tx.consents.get(id)
    if (consent?.communityId !== actor.communityId) return refuse('NOT_FOUND')
    const after = decidePublish(consent, now)
    if (isRefusal(after)) return after
    await tx.consents.put(after)
    return headView(after, now)
  })
