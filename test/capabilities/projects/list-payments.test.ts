import type { CapabilityName } from '@/shared/contracts'
import { allPages, expectAbsent, useWorld } from '../world'
import { desk, member, memberHome, opened, pay, stranger, treasurer } from './story'

const world = useWorld()
const name = 'projects.listPayments' satisfies CapabilityName

test('the treasurer reads the slips with their doors and photos, the latest first, or those of one household', async () => {
  const projectId = await opened(world)
  const householdId = await memberHome(world)
  await pay(world, projectId, householdId, 100)
  world.clock.now += 1000
  await pay(world, projectId, 'household-2-2-1-101', 200)
  const { payments } = await world.ask(treasurer, name, { projectId })
  expect(payments.map(({ fen, label }) => [fen, label])).toEqual([
    [200, '房石小区2号楼1单元101'],
    [100, '房石小区1号楼1单元201'],
  ])
  expect(payments.every(({ slipUrl }) => slipUrl !== null)).toBe(true)
  const own = await world.ask(treasurer, name, { projectId, householdId })
  expect(own.payments.map(({ fen }) => fen)).toEqual([100])
})

test('every slip is on one page', async () => {
  const projectId = await opened(world)
  await pay(world, projectId, await memberHome(world), 100)
  const [like] = world.documents('payments')
  world.cloud.insertDocuments(
    'payments',
    Array.from({ length: 30 }, (_, at) => ({ ...like!, _id: `payment-like-${at}` })),
  )
  const rows = await allPages(async (cursor) => {
    const { payments, next } = await world.ask(treasurer, name, { projectId, cursor })
    return { rows: payments, next }
  })
  expect(new Set(rows.map(({ id }) => id)).size).toBe(31)
})

test('NOT_FOUND to everybody but the treasurer', async () => {
  const projectId = await opened(world)
  await memberHome(world)
  for (const persona of [desk, member, stranger])
    await expectAbsent(world, persona, name, projectId, (one) => ({ projectId: one }))
})
