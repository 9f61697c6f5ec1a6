import type { CapabilityName } from '@/shared/contracts'
import { jpeg } from '../../support/images'
import { giveTo } from '../lovebank/members'
import { expectOnce, expectRefused, useWorld } from '../world'
import { clerk, elsewhere, member, offer, redemptionOf, rewardOf, setAside } from './shop'

const world = useWorld()
const name = 'redemptions.updateReward' satisfies CapabilityName
const said = { name: '洗衣液', words: '三公斤一瓶', price: 8, limit: null, isOffered: true }

test('words, price and pictures change; what is set aside keeps its own', async () => {
  const id = await offer(world, { fileIds: [await world.upload('administrator-1', jpeg())] })
  await giveTo(world, member, 6)
  const held = await setAside(world, id)
  const [first] = rewardOf(world, id).fileIds
  const input = { id, ...said, keptFileIds: [first!], fileIds: [await world.upload(clerk, jpeg())] }
  const changed = await expectOnce(world, clerk, name, input, { ...input, price: 9 })
  expect(changed).toMatchObject({ price: 8, words: '三公斤一瓶', stock: 9, held: 1 })
  expect(changed.photos.map((photo) => photo.id)[0]).toBe(first)
  expect(changed.photos).toHaveLength(2)
  expect(redemptionOf(world, held).halfPoints).toBe(6)
})

test('off the list it is gone for members and stays for staff', async () => {
  const id = await offer(world)
  await world.ask(clerk, name, { id, ...said, isOffered: false })
  expect((await world.ask(member, 'redemptions.listRewards', {})).rewards).toEqual([])
  const { rewards } = await world.ask(clerk, 'redemptions.listManagedRewards', { centreId: 'centre-1' })
  expect(rewards).toMatchObject([{ id, isOffered: false }])
})

test('FILE_NOT_YOURS for a picture it does not have; INVALID_INPUT for more than three', async () => {
  const id = await offer(world)
  const foreign = 'cloud://test.bucket/kept/xinsheng/reward-1/f-0123456789abcdef01234567.jpg'
  await expectRefused(world, 'FILE_NOT_YOURS', clerk, name, { id, ...said, keptFileIds: [foreign] })
  const four = ['a', 'b', 'c', 'd'].map((letter) => foreign.replace('f-0', `f-${letter}`))
  const tooMany = { keptFileIds: four.slice(0, 2), fileIds: four.slice(2) }
  await expectRefused(world, 'INVALID_INPUT', clerk, name, { id, ...said, ...tooMany })
})

test('NOT_FOUND at another centre and for nothing; FORBIDDEN to members', async () => {
  const id = await offer(world)
  await expectRefused(world, 'NOT_FOUND', elsewhere, name, { id, ...said })
  await expectRefused(world, 'NOT_FOUND', clerk, name, { id: 'reward-1', ...said })
  await expectRefused(world, 'FORBIDDEN', member, name, { id, ...said })
})
