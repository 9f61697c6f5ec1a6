import type { CapabilityName } from '@/shared/contracts'
import { allPages, expectRefused, useWorld } from '../world'
import { member, offer, rewardOf } from './shop'

const world = useWorld()
const name = 'redemptions.listRewards' satisfies CapabilityName

test('what is on offer, the newest first, sold out included, page by page', async () => {
  const like = rewardOf(world, await offer(world, { name: '最新的', stock: 0 }))
  world.cloud.insertDocuments(
    'rewards',
    Array.from({ length: 24 }, (_, n) => ({
      ...like,
      _id: `reward-like-${n}`,
      name: `第${n}件`,
      createdAt: `2026-10-${String(n + 1).padStart(2, '0')}T00:00:00.000Z`,
      isOffered: n !== 3,
    })),
  )
  const rows = await allPages(async (cursor) => {
    const { rewards, next } = await world.ask(member, name, { cursor })
    return { rows: rewards, next }
  })
  expect(rows.map((row) => row.name)).toEqual([
    '最新的',
    ...Array.from({ length: 24 }, (_, n) => `第${23 - n}件`).filter((one) => one !== '第3件'),
  ])
  expect(rows[0]).toMatchObject({ stock: 0, centreName: '鑫盛嘉园党群服务中心' })
})

test('of one centre only, where that is asked for; nothing of another community', async () => {
  await offer(world)
  const other = await offer(world, { centreId: 'centre-2', name: '毛巾' })
  const { rewards } = await world.ask(member, name, { centreId: 'centre-2' })
  expect(rewards.map(({ id }) => id)).toEqual([other])
  expect((await world.ask('b-resident-1', name, {})).rewards).toEqual([])
})

test('FORBIDDEN to a newcomer', async () => {
  await expectRefused(world, 'FORBIDDEN', 'newcomer-1', name, {})
})
