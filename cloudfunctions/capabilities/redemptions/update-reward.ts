import type { redemptions } from '@/shared/contracts/redemptions'
import { managedReward } from '@/shared/domain/redemptions/views'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { claimPhotos } from '../../runtime/photos'
import type { Handler } from '../../runtime/handler'
import { managedCentre } from './centres'

/** Changes what is said of a reward, or takes it off the list. What is set aside keeps the name and price it was set aside at. */
export const updateReward: Handler<typeof redemptions.updateReward> = async (input, context) => {
  const { actor, store, files, newId, transact } = context
  const { id, name, words, price, limit, keptFileIds, isOffered } = input
  const asked = await store.rewards.get(id)
  if (!asked || !(await managedCentre(store, asked.centreId, actor))) return refuse('NOT_FOUND')
  if (keptFileIds.some((fileId) => !asked.fileIds.includes(fileId))) return refuse('FILE_NOT_YOURS')
  const added = await claimPhotos(input.fileIds, newId('pictures'), context)
  if (isRefusal(added)) return added
  const fileIds = [...keptFileIds, ...added.map(({ fileId }) => fileId)]
  const urls = fileIds.length > 0 ? await files.urlsOf(fileIds) : new Map<string, string>()
  return transact(async (tx) => {
    const reward = await tx.rewards.get(id)
    if (!reward) return refuse('NOT_FOUND')
    const next = { ...reward, name, words, price, limit, fileIds, isOffered }
    await tx.rewards.put(next)
    return managedReward(next, urls)
  })
}
