import type { ContractOf } from '@/shared/contracts'
import type { InputOf } from '@/shared/kernel/capability'
import type { Redemption } from '@/shared/domain/redemptions/redemption'
import type { Reward } from '@/shared/domain/redemptions/reward'
import type { TestCloud } from '../../support/cloud'

export const clerk = 'clerk-1'
/** Hands out at the same centre. */
export const colleague = 'clerk-2'
/** Hands out at the other centre. */
export const elsewhere = 'clerk-3'
export const member = 'resident-grid-6'
export const stranger = 'resident-grid-7'

type Added = InputOf<ContractOf<'redemptions.addReward'>>

/** Puts something on offer and answers its id. */
export const offer = async (world: TestCloud, changes: Partial<Added> = {}): Promise<string> => {
  const detergent = { centreId: 'centre-1', name: '洗衣液', words: '两公斤一瓶', price: 6, limit: null, stock: 10 }
  const { id } = await world.ask('administrator-1', 'redemptions.addReward', { ...detergent, ...changes })
  return id
}

/** A member with points sets one aside; answers the id of the redemption. */
export const setAside = async (world: TestCloud, rewardId: string, persona = member): Promise<string> => {
  const { price } = rewardOf(world, rewardId)
  return (await world.ask(persona, 'redemptions.redeemReward', { id: rewardId, payer: 'person', price })).id
}

export const rewardOf = (world: TestCloud, id: string): Reward =>
  world.documents('rewards').find(({ _id }) => _id === id)!

export const redemptionOf = (world: TestCloud, id: string): Redemption =>
  world.documents('redemptions').find(({ _id }) => _id === id)!

/** What a member has: free, and set aside. */
export const pointsOf = async (
  world: TestCloud,
  persona = member,
): Promise<readonly [available: number, held: number]> => {
  const { available, held } = (await world.ask(persona, 'lovebank.getMyAccount', {})).accounts[0]!
  return [available, held]
}

/** How many are on offer and set aside. */
export const stockOf = (world: TestCloud, id: string): readonly [stock: number, held: number] => {
  const { stock, held } = rewardOf(world, id)
  return [stock, held]
}
