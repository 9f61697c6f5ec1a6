import type { CapabilityName } from '@/shared/contracts'
import { giveTo } from '../lovebank/members'
import { allPages, expectRefused, useWorld } from '../world'
import { clerk, elsewhere, member, offer, rewardOf, setAside } from './shop'

const world = useWorld()
const name = 'redemptions.listManagedRewards' satisfies CapabilityName
const centreId = 'centre-1'

test('everything a centre has or had, with what is left and set aside, and what runs low', async () => {
  const id = await offer(world, { stock: 11, price: 1 })
  await giveTo(world, member, 20)
  for (let n = 0; n < 10; n++) await setAside(world, id)
  const { rewards, mayManage } = await world.ask(clerk, name, { centreId })
  expect(mayManage).toBe(true)
  expect(rewards).toMatchObject([{ id, stock: 1, held: 10, isLow: true, isOffered: true }])
})

test('page by page', async () => {
  const like = rewardOf(world, await offer(world))
  world.cloud.insertDocuments(
    'rewards',
    Array.from({ length: 22 }, (_, n) => ({ ...like, _id: `reward-like-${n}` })),
  )
  const rows = await allPages(async (cursor) => {
    const { rewards, next } = await world.ask(clerk, name, { centreId, cursor })
    return { rows: rewards, next }
  })
  expect(rows).toHaveLength(23)
})

test('the desk looks and does not manage; NOT_FOUND at another centre and in another community; FORBIDDEN to members', async () => {
  expect(await world.ask('community-worker-1', name, { centreId })).toMatchObject({ mayManage: false, rewards: [] })
  await expectRefused(world, 'NOT_FOUND', elsewhere, name, { centreId })
  await expectRefused(world, 'NOT_FOUND', 'b-community-worker-1', name, { centreId })
  await expectRefused(world, 'FORBIDDEN', member, name, { centreId })
})
