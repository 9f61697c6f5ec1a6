import type { CapabilityName } from '@/shared/contracts'
import { giveTo, householdOf } from '../lovebank/members'
import { allPages, expectRefused, useWorld } from '../world'
import { member, offer, redemptionOf, setAside, stranger } from './shop'

const world = useWorld()
const name = 'redemptions.listMyRedemptions' satisfies CapabilityName

test('mine and my family’s, the latest first, page by page; nobody else’s', async () => {
  const reward = await offer(world)
  await giveTo(world, member, 20)
  await giveTo(world, householdOf(world, member), 20, 'family')
  const own = await setAside(world, reward)
  world.clock.now += 1000
  const family = { id: reward, payer: 'family', price: 6 } as const
  const { id } = await world.ask(member, 'redemptions.redeemReward', family)
  const like = redemptionOf(world, own)
  world.cloud.insertDocuments(
    'redemptions',
    Array.from({ length: 22 }, (_, n) => ({
      ...like,
      _id: `redemption-like-${n}`,
      heldAt: '2026-10-01T00:00:00.000Z',
    })),
  )
  const rows = await allPages(async (cursor) => {
    const { redemptions, next } = await world.ask(member, name, { cursor })
    return { rows: redemptions, next }
  })
  expect(rows).toHaveLength(24)
  expect(rows.slice(0, 2).map((row) => [row.id, row.payer])).toEqual([
    [id, 'family'],
    [own, 'person'],
  ])
  expect((await world.ask(stranger, name, {})).redemptions).toEqual([])
  await world.runtime.store.persons.updateWhere({ _id: stranger }, { householdId: householdOf(world, member) })
  expect((await world.ask(stranger, name, {})).redemptions.map((row) => row.id)).toEqual([id])
})

test('FORBIDDEN to a newcomer', async () => {
  await expectRefused(world, 'FORBIDDEN', 'newcomer-1', name, {})
})
