import type { redemptions } from '../../contracts/redemptions'
import type { OutputOf } from '../../kernel/capability'
import { maskedName } from '../../kernel/masked-name'
import type { Centre } from './centre'
import type { Redemption } from './redemption'
import { redeemRules } from './redeem-rules'
import { isLow, type Reward } from './reward'

type RewardRow = OutputOf<typeof redemptions.listRewards>['rewards'][number]
type ManagedReward = OutputOf<typeof redemptions.addReward>
type RedemptionRow = OutputOf<typeof redemptions.redeemReward>
type Handout = OutputOf<typeof redemptions.findRedemption>

/** Addresses to show files by. */
type Urls = ReadonlyMap<string, string>

const urlOf = (fileId: string | null | undefined, urls: Urls): string | null =>
  fileId ? (urls.get(fileId) ?? null) : null

export const rewardRow = (
  { _id, name, price, stock, limit, fileIds }: Reward,
  centre: Pick<Centre, 'name'> | undefined,
  urls: Urls,
): RewardRow => ({
  id: _id,
  name,
  price,
  stock,
  limit,
  photoUrl: urlOf(fileIds[0], urls),
  centreName: centre?.name ?? '',
})

export const managedReward = (reward: Reward, urls: Urls): ManagedReward => {
  const { _id, centreId, name, words, price, stock, held, limit, isOffered, fileIds } = reward
  return {
    id: _id,
    centreId,
    name,
    words,
    price,
    stock,
    held,
    limit,
    isOffered,
    isLow: isLow(reward, redeemRules),
    photos: fileIds.flatMap((id) => (urls.has(id) ? [{ id, url: urls.get(id)! }] : [])),
  }
}

export const redemptionRow = (
  redemption: Redemption,
  centre: Pick<Centre, 'name'> | null | undefined,
): RedemptionRow => ({
  id: redemption._id,
  rewardName: redemption.rewardName,
  halfPoints: redemption.halfPoints,
  payer: redemption.payer,
  state: redemption.state,
  releasedFor: redemption.releasedFor,
  centreName: centre?.name ?? '',
  heldAt: redemption.heldAt,
  endsAt: redemption.endsAt,
  capturedAt: redemption.capturedAt,
})

export const handoutOf = (redemption: Redemption, name: string, urls: Urls): Handout => ({
  id: redemption._id,
  rewardName: redemption.rewardName,
  halfPoints: redemption.halfPoints,
  photoUrl: urlOf(redemption.fileId, urls),
  maskedName: maskedName(name),
  payer: redemption.payer,
  heldAt: redemption.heldAt,
})
