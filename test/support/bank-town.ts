import { sampleCommunity } from '@cloud/sample'
import { collections } from '@cloud/store/collections'
import type { Reward } from '@/shared/domain/redemptions/reward'
import { dayOf, toInstant } from '@/shared/kernel/time'
import { startCloud } from '../../emulator'

export const declared = Object.entries(collections).map(([name, { indexes }]) => ({ name, indexes }))

const communityId = 'xinsheng'
/** The last two share a home, and with it a family account. */
export const members = [1, 2, 3, 4, 5, 6].map((grid) => `resident-grid-${grid}`)
export const familyOf = 'household-of-two'

/** What there is to have: cheap and dear, without a limit, so many a month, so many ever. */
export const shelf: readonly Pick<Reward, '_id' | 'price' | 'stock' | 'limit'>[] = [
  { _id: 'reward-soap', price: 3, stock: 12, limit: null },
  { _id: 'reward-towel', price: 5, stock: 6, limit: { count: 2, per: 'month' } },
  { _id: 'reward-rice', price: 16, stock: 4, limit: { count: 12, per: 'ever' } },
]

/** A community with a shelf and without a single point, in a folder of its own. */
export const settleTown = async (dataDir: string, begin: number): Promise<void> => {
  const cloud = await startCloud({ dataDir, envId: 'local-test', collections: declared })
  if (cloud.readDocuments('communities').length === 0) {
    const { documents } = sampleCommunity(dayOf(begin))
    const at = toInstant(begin)
    const persons = documents.persons.map((person) =>
      members.slice(-2).includes(person._id) ? { ...person, householdId: familyOf } : person,
    )
    const rewards = shelf.map((one): Reward => {
      const words = { centreId: 'centre-1', name: one._id, words: '', fileIds: [], isOffered: true, createdAt: at }
      return { ...one, ...words, communityId, held: 0, fullStock: one.stock, isWarned: false }
    })
    const stockCounts = rewards.map(({ _id, stock }) => ({
      _id: `count-${_id}`,
      communityId,
      rewardId: _id,
      before: 0,
      after: stock,
      reason: '上架',
      byId: 'administrator-1',
      byName: '管理员',
      at,
    }))
    cloud.insertAll({ ...documents, persons, rewards, stockCounts })
  }
  await cloud.close()
}
