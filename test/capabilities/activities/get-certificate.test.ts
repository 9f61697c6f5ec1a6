import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, useWorld } from '../world'
import { certified } from './certificates'
import { desk, neighbour, volunteer } from './shared'

const world = useWorld()
const name = 'activities.getCertificate' satisfies CapabilityName

test('its holder reads all of it, with the public address where there is one', async () => {
  const made = await certified(world)
  const got = await world.ask(volunteer, name, { id: made.id })
  expect(got).toMatchObject({ ...made, link: null })
  world.runtime.webAddress = 'https://grid.example.com'
  const { link } = await world.ask(volunteer, name, { id: made.id })
  expect(link).toBe(`https://grid.example.com/certificates/${made.code}`)
  delete world.runtime.webAddress
})

test('to everybody else, staff included, there is none', async () => {
  const { id } = await certified(world)
  for (const persona of [neighbour, desk]) await expectAbsent(world, persona, name, id, (one) => ({ id: one }))
})
