import type { CapabilityName } from '@/shared/contracts'
import { useWorld } from '../world'
import { arrive, at, end, leave, signedUpFor, volunteer } from './shared'

const world = useWorld()
const name = 'activities.getMyHours' satisfies CapabilityName

test('by theme, what counts apart from what is honour; nothing of somebody who never came', async () => {
  expect(await world.ask(volunteer, name, {})).toEqual({ times: 0, counted: 0, honour: 0, hours: [] })
  const id = await signedUpFor(world)
  await arrive(world, id, volunteer, { position: null })
  at(world, end)
  await leave(world, id)
  expect(await world.ask(volunteer, name, {})).toMatchObject({
    times: 1,
    counted: 0,
    honour: 120,
    hours: [{ theme: 'elders', name: '爱老', honour: 120 }],
  })
})
