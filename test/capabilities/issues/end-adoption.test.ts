import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { adopt, adoptionOf, adopter, desk, stranger } from './adopted'

const world = useWorld()
const name = 'issues.endAdoption' satisfies CapabilityName

test('the adopter may give it up; the duty post takes it by name and is told', async () => {
  const id = await adopt(world)
  await expectOnce(world, adopter, name, { id, reason: '要搬走了' }, { id, reason: '别的' })
  const { state, endReason, custodian, nextOn } = adoptionOf(world, id)
  expect({ state, endReason, nextOn }).toEqual({ state: 'ended', endReason: '要搬走了', nextOn: null })
  expect(custodian).toMatchObject({ personId: desk, role: 'communityWorker' })
  const told = world.documents('notices').filter(({ subject }) => subject.id === id)
  expect(told.map(({ recipientId }) => recipientId).sort()).toEqual([desk, adopter, adopter].sort())
  await expectRefused(world, 'ADOPTION_ENDED', desk, name, { id, reason: '再来' })
})

test('not for neighbours, and elsewhere there is none', async () => {
  const id = await adopt(world)
  await expectRefused(world, 'FORBIDDEN', 'resident-grid-1', name, { id, reason: '不好看' })
  await expectAbsent(world, stranger, name, id, (one) => ({ id: one, reason: '不' }))
})
