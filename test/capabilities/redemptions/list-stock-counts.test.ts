import type { CapabilityName } from '@/shared/contracts'
import { allPages, expectRefused, useWorld } from '../world'
import { clerk, elsewhere, member, offer } from './shop'

const world = useWorld()
const name = 'redemptions.listStockCounts' satisfies CapabilityName

test('every count with who and why, the latest first, page by page', async () => {
  const id = await offer(world)
  const [like] = world.documents('stockCounts')
  world.cloud.insertDocuments(
    'stockCounts',
    Array.from({ length: 21 }, (_, n) => ({ ...like!, _id: `count-like-${n}`, at: '2026-10-01T00:00:00.000Z' })),
  )
  const rows = await allPages(async (cursor) => {
    const { counts, next } = await world.ask(clerk, name, { id, cursor })
    return { rows: counts, next }
  })
  expect(rows).toHaveLength(22)
  const byName = world.documents('persons').find(({ _id }) => _id === 'administrator-1')!.name
  expect(rows[0]).toMatchObject({ reason: '上架', byName })
})

test('NOT_FOUND at another centre and for nothing; FORBIDDEN to members', async () => {
  const id = await offer(world)
  await expectRefused(world, 'NOT_FOUND', elsewhere, name, { id })
  await expectRefused(world, 'NOT_FOUND', clerk, name, { id: 'reward-1' })
  await expectRefused(world, 'FORBIDDEN', member, name, { id })
})
