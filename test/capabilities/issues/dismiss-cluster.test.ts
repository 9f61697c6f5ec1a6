import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { foundCluster } from './stretch'

const world = useWorld()
const name = 'issues.dismissCluster' satisfies CapabilityName
const desk = 'community-worker-1'

test('it is told apart with the reason, once, by whoever said so', async () => {
  const { _id: id } = await foundCluster(world)
  await expectOnce(world, desk, name, { id, reason: '几处各有各的原因' }, { id, reason: '再看看' })
  expect(world.documents('clusters')).toMatchObject([
    { state: 'dismissed', dismissal: { reason: '几处各有各的原因', byId: desk } },
  ])
  await expectRefused(world, 'CLUSTER_DECIDED', 'community-worker-2', name, { id, reason: '再看看' })
})

test('a reason is needed, and there is none for others', async () => {
  const { _id } = await foundCluster(world)
  await expectRefused(world, 'INVALID_INPUT', desk, name, { id: _id, reason: '  ' })
  await expectAbsent(world, 'b-community-worker-1', name, _id, (id) => ({ id, reason: '不是' }))
  for (const persona of ['worker-grid-6', 'resident-grid-6', 'administrator-1'])
    await expectRefused(world, 'FORBIDDEN', persona, name, ((id) => ({ id, reason: '不是' }))(_id))
})
