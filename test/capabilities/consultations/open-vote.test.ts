import { toInstant } from '@/shared/kernel/time'
import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { accepted, desk, minuted, strangeDesk, viewOf, voteOn } from './shared'

const world = useWorld()
const name = 'consultations.openVote'

test('once a topic; by household it is measured against every household of its scope, vacant ones included', async () => {
  const { id } = await minuted(world, { scope: { kind: 'building', id: 'building-12-1' } })
  const asked = voteOn(world, id, { by: 'household' })
  await expectOnce(world, desk, name, asked, { ...asked, isLive: false })
  const all = world.documents('households').filter(({ buildingId }) => buildingId === 'building-12-1')
  expect(all.length).toBeGreaterThan(0)
  expect((await viewOf(world, id)).vote).toMatchObject({ by: 'household', households: all.length, isOpen: true })
  await expectRefused(world, 'VOTE_EXISTS', desk, name, voteOn(world, id))
})

test('VOTE_CLOSE_UNFIT too soon or too late, OPTION_TWICE, STEP_UNFIT before the sitting', async () => {
  const { id } = await minuted(world)
  for (const minutes of [-60, 30, 61 * 24 * 60]) {
    const closesAt = toInstant(world.clock.now + minutes * 60_000)
    await expectRefused(world, 'VOTE_CLOSE_UNFIT', desk, name, voteOn(world, id, { closesAt }))
  }
  const option = { text: '一样', arguments: [] }
  await expectRefused(world, 'OPTION_TWICE', desk, name, voteOn(world, id, { options: [option, option] }))
  await expectRefused(world, 'STEP_UNFIT', desk, name, voteOn(world, await accepted(world)))
  await expectAbsent(world, strangeDesk, name, id, (one) => voteOn(world, one))
})
