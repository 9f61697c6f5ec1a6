import { expectOnce, expectRefused, useWorld } from '../world'

const world = useWorld()
const name = 'issues.setApiKey' as const
const keyHash = 'ab'.repeat(32)

test('a key is kept by its digest and switched off by setting it again', async () => {
  const { id } = await world.ask('administrator-1', name, { keyHash, owner: '12345热线' })
  expect(world.documents('apiKeys')).toMatchObject([
    { _id: id, owner: '12345热线', isActive: true, perTenMinutes: 100 },
  ])
  await world.ask('administrator-1', name, { keyHash, owner: '12345热线', isActive: false })
  expect(world.documents('apiKeys')).toMatchObject([{ _id: id, isActive: false }])
})

test('twice is once', async () => {
  await expectOnce(world, 'administrator-1', name, { keyHash, owner: '热线' }, { keyHash, owner: '别的' })
})

test('nobody but the administrator sets keys; a digest of another form is refused', async () => {
  for (const persona of ['resident-grid-6', 'community-worker-1', 'worker-grid-6'])
    await expectRefused(world, 'FORBIDDEN', persona, name, { keyHash, owner: '热线' })
  await expectRefused(world, 'INVALID_INPUT', 'administrator-1', name, { keyHash: 'my-key', owner: '热线' })
})

test('a key of another community is as if it were not there', async () => {
  await world.ask('administrator-1', name, { keyHash, owner: '热线' })
  const [key] = world.documents('apiKeys')
  await world.runtime.store.apiKeys.updateWhere({ _id: key!._id }, { communityId: 'lanqiao' })
  await expectRefused(world, 'NOT_FOUND', 'administrator-1', name, { keyHash, owner: '热线' })
})
