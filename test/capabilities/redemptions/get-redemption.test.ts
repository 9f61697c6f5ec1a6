import type { CapabilityName } from '@/shared/contracts'
import { jpeg } from '../../support/images'
import { giveTo } from '../lovebank/members'
import { expectAbsent, useWorld } from '../world'
import { clerk, member, offer, setAside, stranger } from './shop'

const world = useWorld()
const name = 'redemptions.getRedemption' satisfies CapabilityName

test('state, place, last day and picture; how it was called when it was set aside', async () => {
  const reward = await offer(world, { fileIds: [await world.upload('administrator-1', jpeg())] })
  await giveTo(world, member, 6)
  const id = await setAside(world, reward)
  await world.runtime.store.rewards.updateWhere({ _id: reward }, { name: '肥皂' })
  const found = await world.ask(member, name, { id })
  expect(found).toMatchObject({ rewardName: '洗衣液', state: 'held', ending: [], centre: { id: 'centre-1' } })
  expect(found.photoUrl).toMatch(/^http/)
})

test('NOT_FOUND to a stranger, a clerk and for nothing', async () => {
  await giveTo(world, member, 6)
  const id = await setAside(world, await offer(world))
  for (const persona of [stranger, clerk]) await expectAbsent(world, persona, name, id, (one) => ({ id: one }))
})
