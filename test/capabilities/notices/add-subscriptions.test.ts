import { expectOnce, expectRefused, useWorld } from '../world'

const world = useWorld()
const name = 'notices.addSubscriptions'

test('every message allowed counts one, and the same request twice counts once', async () => {
  const both = { accepted: ['issueProgress' as const, 'staffTask' as const] }
  const reply = await expectOnce(world, 'worker-grid-6', name, both, { accepted: ['staffTask'] })
  expect(reply.credits).toEqual([
    { key: 'issueProgress', credits: 1 },
    { key: 'staffTask', credits: 1 },
  ])
  const again = await world.ask('worker-grid-6', name, { accepted: ['staffTask', 'staffTask'] })
  expect(again.credits).toEqual([{ key: 'staffTask', credits: 2 }])
})

test('nobody keeps more than fifty', async () => {
  for (let tap = 0; tap < 52; tap++) await world.ask('worker-grid-6', name, { accepted: ['staffTask'] })
  expect(world.documents('subscriptions')).toMatchObject([{ personId: 'worker-grid-6', credits: 50 }])
})

test('what is no reminder of ours, none and too many are refused', async () => {
  for (const accepted of [
    [],
    ['spam'],
    ['staffTask', 'staffTask', 'staffTask', 'staffTask'],
    'staffTask',
    [{ $gt: '' }],
  ])
    await expectRefused(world, 'INVALID_INPUT', 'worker-grid-6', name, { accepted })
  await expectRefused(world, 'UNAUTHENTICATED', null, name, { accepted: ['staffTask'] })
})
