import type { redemptions } from '@/shared/contracts/redemptions'
import { managedReward } from '@/shared/domain/redemptions/views'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import { claimPhotos } from '../../runtime/photos'
import type { Handler } from '../../runtime/handler'
import { managedCentre } from './centres'

/** Puts a reward on offer, with what stands on the shelf as its first count. */
export const addReward: Handler<typeof redemptions.addReward> = async (input, context) => {
  const { actor, now, store, files, newId, transact } = context
  const { centreId, name, words, price, limit, stock } = input
  if (!(await managedCentre(store, centreId, actor))) return refuse('NOT_FOUND')
  const [_id, countId] = [newId('reward'), newId('count')]
  const kept = await claimPhotos(input.fileIds, _id, context)
  if (isRefusal(kept)) return kept
  const fileIds = kept.map(({ fileId }) => fileId)
  const urls = fileIds.length > 0 ? await files.urlsOf(fileIds) : new Map<string, string>()
  const { communityId } = actor
  const at = toInstant(now)
  const reward = {
    _id,
    communityId,
    centreId,
    name,
    words,
    price,
    fileIds,
    limit,
    isOffered: true,
    stock,
    held: 0,
    fullStock: stock,
    isWarned: false,
    createdAt: at,
  }
  return transact(async (tx) => {
    await tx.rewards.create(reward)
    const by = { byId: actor.personId, byName: actor.name }
    const count = { before: 0, after: stock, reason: '上架', ...by, at }
    await tx.stockCounts.create({ _id: countId, communityId, rewardId: _id, ...count })
    return managedReward(reward, urls)
  })
}
