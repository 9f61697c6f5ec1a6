import type { issues } from '@/shared/contracts/issues'
import { apiKeyId } from '@/shared/domain/issues/api-key'
import { isRefusal } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import { digestOf } from '../../runtime/hash'
import type { Handler } from '../../runtime/handler'

/**
 * Makes a key for a system of another organisation. Only its digest is written; the reply that is kept for a repeated request is
 * without it, so that the key is in no document at all.
 */
export const addApiKey: Handler<typeof issues.addApiKey> = async (wanted, { actor, now, newSecret, transact }) => {
  const key = newSecret()
  const keyHash = digestOf(Buffer.from(key, 'utf8'))
  const _id = apiKeyId(keyHash)
  const { communityId } = actor
  const added = await transact(async (tx) => {
    await tx.apiKeys.create({
      _id,
      communityId,
      keyHash,
      ...wanted,
      isActive: true,
      window: null,
      setAt: toInstant(now),
    })
    return { id: _id, key: null }
  })
  return isRefusal(added) ? added : { ...added, key }
}
