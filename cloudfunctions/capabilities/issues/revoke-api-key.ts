import type { issues } from '@/shared/contracts/issues'
import { refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'

/** Switches a key off. It stays on record: it says who sent what. */
export const revokeApiKey: Handler<typeof issues.revokeApiKey> = ({ id }, { actor, now, transact }) =>
  transact(async (tx) => {
    const key = await tx.apiKeys.get(id)
    if (!key || key.communityId !== actor.communityId) return refuse('NOT_FOUND')
    if (key.isActive) await tx.apiKeys.put({ ...key, isActive: false, setAt: toInstant(now) })
    return { id }
  })
