import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectRefused, stepOf, useWorld } from '../world'
import { foundCluster } from './stretch'

const world = useWorld()
const name = 'issues.getCluster' satisfies CapabilityName
const desk = 'community-worker-1'

test('the evidence: which reports, how far apart, on which days, and the first of them as the parent', async () => {
  const cluster = await foundCluster(world)
  const seen = await world.ask(desk, name, { id: cluster._id })
  expect(seen).toMatchObject({ firstOn: '2026-11-25', lastOn: '2026-11-30', spanMeters: 40, dismissal: null })
  expect(seen.issues).toHaveLength(6)
  expect(seen.parentId).toBe(seen.issues[0]!.id)
  for (const { metersAway, point, canMerge } of seen.issues) {
    expect(metersAway).toBeLessThanOrEqual(100)
    expect(point?.datum).toBe('gcj02')
    expect(canMerge).toBe(true)
  }
})

test('what has ended meanwhile is shown and cannot be merged', async () => {
  const cluster = await foundCluster(world)
  const [first] = world.documents('issues')
  await stepOf(world, first!.reporterId, { id: first!._id, move: 'withdraw' })
  const seen = await world.ask(desk, name, { id: cluster._id })
  expect(seen.issues.filter(({ canMerge }) => !canMerge).map(({ id }) => id)).toEqual([first!._id])
  expect(seen.parentId).not.toBe(first!._id)
})

test('to everybody but the community workers of the community there is none', async () => {
  const { _id } = await foundCluster(world)
  await expectAbsent(world, 'b-community-worker-1', name, _id, (id) => ({ id }))
  for (const persona of ['worker-grid-6', 'resident-grid-6', 'administrator-1'])
    await expectRefused(world, 'FORBIDDEN', persona, name, ((id) => ({ id }))(_id))
})
