import { openOutside } from '../../web/outside'
import { expectRefused, useWorld } from '../world'
import { freshRequestId } from '../../support/cloud'

const world = useWorld()
const name = 'issues.addApiKey' as const
const admin = 'administrator-1'
const wanted = { owner: '12345热线', perTenMinutes: 20 }

test('a key lets reports in, and stands in no document, log or kept reply', async () => {
  const { key } = await world.ask(admin, name, wanted)
  expect(key).toMatch(/^[0-9a-f]{32}$/)
  const outside = openOutside(world)
  const place = { service_code: 'odourPests', description: '楼道有异味', address_id: 'building-12-1' }
  expect((await outside.post({ ...place, api_key: `${key!.slice(1)}0` })).statusCode).toBe(403)
  expect((await outside.post({ ...place, api_key: key! })).statusCode).toBe(200)
  expect((await world.ask(admin, 'issues.listApiKeys', {})).keys[0]!.usedAt).not.toBeNull()
  expect(world.documents('apiKeys')).toMatchObject([{ owner: '12345热线', isActive: true, perTenMinutes: 20 }])
  const everything = [world.documents('apiKeys'), world.documents('requests'), world.documents('issues'), world.lines]
  expect(JSON.stringify(everything)).not.toContain(key)
})

test('the same request again makes no second key, and tells none', async () => {
  const requestId = freshRequestId()
  const first = await world.ask(admin, name, wanted, requestId)
  expect(await world.ask(admin, name, wanted, requestId)).toEqual({ id: first.id, key: null })
  expect(world.documents('apiKeys')).toHaveLength(1)
  await expectRefused(world, 'CONFLICT', admin, name, { ...wanted, owner: '别的' }, requestId)
})

test('two keys of one owner are two', async () => {
  const [one, two] = [await world.ask(admin, name, wanted), await world.ask(admin, name, wanted)]
  expect(one.key).not.toBe(two.key)
  expect(world.documents('apiKeys')).toHaveLength(2)
})

test('nobody but the administrator makes keys; what is no limit is refused', async () => {
  for (const persona of ['resident-grid-6', 'community-worker-1', 'worker-grid-6'])
    await expectRefused(world, 'FORBIDDEN', persona, name, wanted)
  for (const perTenMinutes of [0, 1001, 1.5])
    await expectRefused(world, 'INVALID_INPUT', admin, name, { ...wanted, perTenMinutes })
})
