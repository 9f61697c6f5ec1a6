import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { certified } from './certificates'
import { desk, neighbour, volunteer } from './shared'

const world = useWorld()
const name = 'activities.withdrawCertificate' satisfies CapabilityName

test('its holder ends it, once, and it says the same as before but that it is good no more', async () => {
  const made = await certified(world)
  const ended = await expectOnce(world, volunteer, name, { id: made.id }, { id: 'certificate-222222222222' })
  expect(ended).toEqual({ ...made, state: 'withdrawn', endedAt: expect.any(String) })
})

test('CERTIFICATE_ENDED the second time; to everybody else there is none', async () => {
  const { id } = await certified(world)
  for (const persona of [neighbour, desk]) await expectAbsent(world, persona, name, id, (one) => ({ id: one }))
  await world.ask(volunteer, name, { id })
  await expectRefused(world, 'CERTIFICATE_ENDED', volunteer, name, { id })
})
