import type { redemptions } from '@/shared/contracts/redemptions'
import { holderIdOf } from '@/shared/domain/lovebank/account'
import { centreView } from '@/shared/domain/redemptions/centre'
import { redeemRulesOf } from '@/shared/domain/redemptions/redeem-rules'
import { endingWithin } from '@/shared/domain/redemptions/redemption'
import { limitLeft, monthOf, tallyIdOf } from '@/shared/domain/redemptions/tally'
import { refuse } from '@/shared/kernel/decision'
import { dayMs, toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { accountsOf, ownerIdOf } from './own'

/** One reward with what the caller's accounts say to it, told before anything is set aside. */
export const getReward: Handler<typeof redemptions.getReward> = async ({ id }, context) => {
  const { actor, now, store, files, directory } = context
  const reward = await store.rewards.get(id)
  if (reward?.communityId !== actor.communityId || !reward.isOffered) return refuse('NOT_FOUND')
  const centre = await store.centres.get(reward.centreId)
  if (!centre) return refuse('NOT_FOUND')
  const owners = (['person', 'family'] as const).flatMap((kind) => {
    const ownerId = ownerIdOf(kind, actor)
    return ownerId ? [{ kind, ownerId }] : []
  })
  const accounts = await accountsOf(store, owners)
  const tally = reward.limit ? await store.rewardTallies.get(tallyIdOf(id, actor.personId)) : null
  const urls = reward.fileIds.length > 0 ? await files.urlsOf(reward.fileIds) : new Map<string, string>()
  const rules = redeemRulesOf((await directory()).rules.settings)
  return {
    id,
    name: reward.name,
    words: reward.words,
    price: reward.price,
    stock: reward.stock,
    limit: reward.limit,
    limitLeft: limitLeft(reward.limit, tally, monthOf(now)),
    photos: reward.fileIds.flatMap((fileId) => (urls.has(fileId) ? [{ url: urls.get(fileId)! }] : [])),
    centre: centreView(centre, now),
    endsAt: toInstant(now + rules.holdDays * dayMs),
    accounts: owners.flatMap(({ kind, ownerId }) => {
      const account = accounts.get(holderIdOf(kind, ownerId))
      // A family that has earned nothing yet is not offered as a way to pay.
      if (!account && kind === 'family') return []
      return [
        {
          payer: kind,
          available: account?.available ?? 0,
          isEnough: (account?.available ?? 0) >= reward.price,
          isSuspended: account ? account.suspension !== null : false,
          ending: account ? endingWithin(account, reward.price, now, rules) : [],
        },
      ]
    }),
    now: toInstant(now),
  }
}
