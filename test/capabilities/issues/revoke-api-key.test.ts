import { openOutside } from '../../web/outside'
import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'

const world = useWorld()
const name = 'issues.revokeApiKey' as const
const admin = 'administrator-1'
const added = () => world.ask(admin, 'issues.addApiKey', { owner: '12345热线', perTenMinutes: 20 })

test('from the next call on it lets nothing in; its record stays; twice is once', async () => {
  const { id, key } = await added()
  const other = await added()
  const outside = openOutside(world)
  const post = (api_key: string | null) =>
    outside.post({
      service_code: 'odourPests',
      description: '楼道有异味',
      address_id: 'building-12-1',
      api_key: api_key!,
    })
  expect((await post(key)).statusCode).toBe(200)
  await expectOnce(world, admin, name, { id }, { id: other.id })
  expect((await post(key)).statusCode).toBe(403)
  expect((await post(other.key)).statusCode).toBe(200)
  await world.ask(admin, name, { id })
  expect(world.documents('apiKeys').filter(({ isActive }) => isActive)).toMatchObject([{ _id: other.id }])
})

test('nobody but the administrator; a key of another community is as if it were not there', async () => {
  const { id } = await added()
  await expectRefused(world, 'FORBIDDEN', 'community-worker-1', name, { id })
  await world.runtime.store.apiKeys.updateWhere({ _id: id }, { communityId: 'lanqiao' })
  await expectAbsent(world, admin, name, id, (one) => ({ id: one }))
})
