import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectRefused, useWorld } from '../world'
import { desk, fangshi, member, memberHome, opened, pay, stranger, treasurer } from './story'

const world = useWorld()
const name = 'projects.listShares' satisfies CapabilityName
const buildingId = fangshi[0]!

test('the treasurer reads every share of a building, in the order of doors', async () => {
  const projectId = await opened(world)
  const householdId = await memberHome(world)
  await pay(world, projectId, householdId, 12_345)
  const { name: building, shares } = await world.ask(treasurer, name, { projectId, buildingId })
  expect([building, shares.length, shares[0]!.label]).toEqual(['房石小区1号楼', 24, '1单元101'])
  const paid = shares.find((one) => one.householdId === householdId)!
  expect(paid).toMatchObject({ paidFen: 12_345, balanceFen: paid.dueFen - 12_345 })
})

test('NOT_FOUND for another building, and to everybody but the treasurer', async () => {
  const projectId = await opened(world)
  await memberHome(world)
  await expectRefused(world, 'NOT_FOUND', treasurer, name, { projectId, buildingId: 'building-1-1' })
  for (const persona of [desk, 'administrator-1', member, stranger])
    await expectAbsent(world, persona, name, projectId, (one) => ({ projectId: one, buildingId }))
})
