import { expectRefused, useWorld } from '../world'

const world = useWorld()
const name = 'issues.listApiKeys' as const
const admin = 'administrator-1'

test('the keys given out, the newest first, without the keys and their digests', async () => {
  expect((await world.ask(admin, name, {})).keys).toEqual([])
  const first = await world.ask(admin, 'issues.addApiKey', { owner: '12345热线', perTenMinutes: 20 })
  world.clock.now += 60_000
  const second = await world.ask(admin, 'issues.addApiKey', { owner: '区平台' })
  const answer = await world.ask(admin, name, {})
  expect(answer.keys).toMatchObject([
    { id: second.id, owner: '区平台', isActive: true, perTenMinutes: 100, usedAt: null },
    { id: first.id, owner: '12345热线', isActive: true, perTenMinutes: 20, usedAt: null },
  ])
  const hashes = world.documents('apiKeys').map(({ keyHash }) => keyHash)
  for (const secret of [first.key!, second.key!, ...hashes]) expect(JSON.stringify(answer)).not.toContain(secret)
})

test('only of the own community, and only for the administrator', async () => {
  const { id } = await world.ask(admin, 'issues.addApiKey', { owner: '12345热线' })
  await world.runtime.store.apiKeys.updateWhere({ _id: id }, { communityId: 'lanqiao' })
  expect((await world.ask(admin, name, {})).keys).toEqual([])
  for (const persona of ['resident-grid-6', 'community-worker-1'])
    await expectRefused(world, 'FORBIDDEN', persona, name, {})
})
