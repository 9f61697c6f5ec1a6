import type { CapabilityName } from '@/shared/contracts'
import { giveTo } from '../lovebank/members'
import { allPages, expectRefused, useWorld } from '../world'
import { clerk, elsewhere, member, offer, redemptionOf, setAside } from './shop'

const world = useWorld()
const name = 'redemptions.listHandouts' satisfies CapabilityName
const day = '2026-11-25'
const fetch = async (reward: string, persona = member) => {
  const id = await setAside(world, reward, persona)
  const { scan } = await world.ask(persona, 'redemptions.showCode', { id })
  await world.ask(clerk, 'redemptions.captureRedemption', { code: scan })
  return id
}

test('what was handed out that day with covered names, and the sums without what was taken back', async () => {
  const [one, two] = [await offer(world), await offer(world, { name: '毛巾', price: 3 })]
  await giveTo(world, member, 60)
  await giveTo(world, 'resident-grid-5', 60)
  await fetch(one)
  await fetch(two, 'resident-grid-5')
  const back = await fetch(one)
  await world.ask(clerk, 'redemptions.returnRedemption', { id: back, reason: '拿错了', isBack: true })
  const { handouts, totals, centreName } = await world.ask(clerk, name, { centreId: 'centre-1', day })
  expect(centreName).toBe('鑫盛嘉园党群服务中心')
  expect(handouts).toHaveLength(3)
  expect(handouts.find(({ id }) => id === back)).toMatchObject({
    state: 'returned',
    returnedFor: '拿错了',
    canReturn: false,
  })
  for (const { maskedName, canReturn, state } of handouts) {
    expect(maskedName).toMatch(/\*/)
    expect(canReturn).toBe(state === 'captured')
  }
  expect(totals).toEqual([
    { rewardName: '毛巾', count: 1, halfPoints: 3 },
    { rewardName: '洗衣液', count: 1, halfPoints: 6 },
  ])
  expect((await world.ask(clerk, name, { centreId: 'centre-1', day: '2026-11-24' })).handouts).toEqual([])
})

test('a long day page by page, with the sums of all of it on each', async () => {
  await giveTo(world, member, 6)
  const like = redemptionOf(world, await fetch(await offer(world)))
  world.cloud.insertDocuments(
    'redemptions',
    Array.from({ length: 30 }, (_, n) => ({ ...like, _id: `redemption-like-${n}` })),
  )
  const rows = await allPages(async (cursor) => {
    const { handouts, totals, next } = await world.ask(clerk, name, { centreId: 'centre-1', day, cursor })
    expect(totals).toEqual([{ rewardName: '洗衣液', count: 31, halfPoints: 186 }])
    return { rows: handouts, next }
  })
  expect(new Set(rows.map(({ id }) => id)).size).toBe(31)
})

test('NOT_FOUND at another centre; an administrator sees every one; FORBIDDEN to members', async () => {
  await expectRefused(world, 'NOT_FOUND', elsewhere, name, { centreId: 'centre-1', day })
  await expectRefused(world, 'NOT_FOUND', clerk, name, { centreId: 'centre-9', day })
  expect((await world.ask('administrator-1', name, { centreId: 'centre-2', day })).totals).toEqual([])
  await expectRefused(world, 'FORBIDDEN', member, name, { centreId: 'centre-1', day })
})
