import type { CapabilityName, ContractOf } from '@/shared/contracts'
import type { InputOf } from '@/shared/kernel/capability'
import { jpeg } from '../../support/images'
import { expectOnce, expectRefused, useWorld } from '../world'

const world = useWorld()
const name = 'files.beginUpload' satisfies CapabilityName

const photo = (changes: Partial<InputOf<ContractOf<typeof name>>> = {}): InputOf<ContractOf<typeof name>> => ({
  purpose: 'issue',
  bytes: 200_000,
  contentType: 'image/jpeg',
  ...changes,
})

test('the address takes the bytes, and the file is its uploader’s and nothing’s yet', async () => {
  const place = await world.ask('resident-grid-6', name, photo())
  expect(place).toMatchObject({ method: 'PUT', expiresAt: '2026-11-25T01:15:00.000Z' })
  expect(place.fileId).toMatch(/^cloud:\/\/[^/]+\/photos\/xinsheng\/[0-9a-f]{24}\/f-[0-9a-f]{24}\.jpg$/)
  const answer = await fetch(place.url, { method: 'PUT', headers: place.headers, body: Buffer.from(jpeg()) })
  expect(answer.ok).toBe(true)
  expect(world.documents('files')).toMatchObject([
    { fileId: place.fileId, uploaderId: 'resident-grid-6', purpose: 'issue' },
  ])
})

test('without the headers that came with it, the address takes nothing', async () => {
  const place = await world.ask('resident-grid-6', name, photo())
  expect((await fetch(place.url, { method: 'PUT', body: 'x' })).ok).toBe(false)
})

test('a newcomer may add photos to a first report', async () => {
  await world.ask('newcomer-1', name, photo({ contentType: 'image/webp' }))
  expect(world.documents('persons').filter(({ openid }) => openid === 'openid-newcomer-1')).toHaveLength(1)
})

test('sent twice it is one file', async () => {
  await expectOnce(world, 'resident-grid-6', name, photo(), photo({ contentType: 'image/png' }))
  expect(world.documents('files')).toHaveLength(1)
})

test('1 MB is allowed; FILE_TOO_LARGE: a byte more, and 20 MB, are refused before anything is sent', async () => {
  await world.ask('resident-grid-6', name, photo({ bytes: 1_048_576 }))
  for (const bytes of [1_048_577, 20 * 1_048_576, Number.MAX_SAFE_INTEGER])
    await expectRefused(world, 'FILE_TOO_LARGE', 'resident-grid-6', name, photo({ bytes }))
})

test.each(['text/plain', 'image/gif', 'image/svg+xml', '', 'constructor', '__proto__', 'image/jpeg; x'])(
  'FILE_NOT_AN_IMAGE: %j',
  async (contentType) => {
    await expectRefused(world, 'FILE_NOT_AN_IMAGE', 'resident-grid-6', name, photo({ contentType }))
  },
)

test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '100', null])('a size of %j is no size', async (bytes) => {
  await expectRefused(world, 'INVALID_INPUT', 'resident-grid-6', name, { ...photo(), bytes })
})

test('without an identity nothing is uploaded', async () => {
  await expectRefused(world, 'UNAUTHENTICATED', null, name, photo())
})
