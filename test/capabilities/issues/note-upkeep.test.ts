import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { adopt, adoptionOf, adopter, desk, stranger } from './adopted'

const world = useWorld()
const name = 'issues.noteUpkeep' satisfies CapabilityName

test('a note counts once, and moves the day on which the duty counts as missed', async () => {
  const id = await adopt(world)
  world.clock.now += 86_400_000 * 3
  await expectOnce(world, adopter, name, { id, text: '捡了一袋' }, { id, text: '又捡了' })
  expect(adoptionOf(world, id)).toMatchObject({ upkeepCount: 1, lastUpkeepOn: '2026-11-28', nextOn: '2026-12-13' })
})

test('volunteers do it where the community adopted, and keep their names to themselves', async () => {
  const id = await adopt(world, { adopter: { kind: 'community' } })
  await world.ask('volunteer-1', name, { id, text: '早上捡了一遍' })
  await world.ask('worker-grid-6', name, { id, text: '傍晚又捡了一遍' })
  const { upkeep } = await world.ask(desk, 'issues.getAdoption', { id })
  const { name: worker } = world.documents('persons').find(({ _id }) => _id === 'worker-grid-6')!
  expect(upkeep.map(({ byName }) => byName)).toEqual([worker, '志愿者'])
})

test('not by neighbours, not with a photo of another; elsewhere there is none', async () => {
  const id = await adopt(world)
  await expectRefused(world, 'FORBIDDEN', 'resident-grid-1', name, { id, text: '我也捡了' })
  const fileIds = ['cloud://test.bucket/photos/xinsheng/0/f-0.jpg']
  await expectRefused(world, 'FILE_NOT_YOURS', adopter, name, { id, text: '捡了', fileIds })
  await expectAbsent(world, stranger, name, id, (one) => ({ id: one, text: '捡了' }))
})
