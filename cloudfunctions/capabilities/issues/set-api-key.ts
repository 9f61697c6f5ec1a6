import type { issues } from '@/shared/contracts/issues'
import { apiKeyId } from '@/shared/domain/issues/api-key'
import { refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'

/** Lets a system of another organisation hand reports in, or no longer. Setting it again replaces what was set. */
export const setApiKey: Handler<typeof issues.setApiKey> = async ({ keyHash, ...wanted }, { actor, now, transact }) =>
  transact(async (tx) => {
    const _id = apiKeyId(keyHash)
    const known = await tx.apiKeys.get(_id)
    if (known && known.communityId !== actor.communityId) return refuse('NOT_FOUND')
    await tx.apiKeys.put({
      _id,
      communityId: actor.communityId,
      keyHash,
      ...wanted,
      window: known?.window ?? null,
      setAt: toInstant(now),
    })
    return { id: _id }
  })
