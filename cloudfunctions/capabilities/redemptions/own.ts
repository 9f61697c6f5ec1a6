import type { Holder } from '@/shared/domain/lovebank/account'
import { holderIdOf, type Account } from '@/shared/domain/lovebank/account'
import type { Redemption } from '@/shared/domain/redemptions/redemption'
import type { Actor } from '@/shared/kernel/actor'
import type { ReadStore } from '../../store/store'

/** Whose account pays; null for a family account of somebody without a household. */
export const ownerIdOf = (payer: Redemption['payer'], actor: Actor): string | null =>
  payer === 'person' ? actor.personId : (actor.householdId ?? null)

/** Its member, or one of the household that pays. */
export const canSeeRedemption = (redemption: Redemption | null, actor: Actor): redemption is Redemption =>
  redemption !== null &&
  redemption.communityId === actor.communityId &&
  redemption.ownerId === ownerIdOf(redemption.payer, actor)

/** Accounts by whose they are: two requests, one where nobody has any. */
export const accountsOf = async (
  store: ReadStore,
  owners: readonly Pick<Holder, 'kind' | 'ownerId'>[],
): Promise<Map<string, Account>> => {
  const ids = owners.map(({ kind, ownerId }) => holderIdOf(kind, ownerId))
  const holders = await store.holders.list({ where: { _id: { in: ids } } })
  if (holders.length === 0) return new Map()
  const accountIds = holders.map(({ accountId }) => accountId)
  const accounts = await store.accounts.list({ where: { _id: { in: accountIds } } })
  const byId = new Map(accounts.map((account) => [account._id, account]))
  return new Map(
    holders.flatMap(({ _id, accountId }) => (byId.has(accountId) ? [[_id, byId.get(accountId)!] as const] : [])),
  )
}

/** Who is told of a redemption: whoever pays, and of a family everybody in it. */
export const recipientsOf = async (
  { payer, ownerId, communityId }: Pick<Redemption, 'payer' | 'ownerId' | 'communityId'>,
  store: ReadStore,
): Promise<readonly string[]> => {
  if (payer === 'person') return [ownerId]
  const members = await store.persons.list({ where: { communityId, householdId: ownerId }, limit: 20 })
  return members.map(({ _id }) => _id)
}
