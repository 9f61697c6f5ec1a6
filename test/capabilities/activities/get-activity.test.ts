import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, useWorld } from '../world'
import { asked, desk, stranger, volunteer } from './shared'

const world = useWorld()
const name = 'activities.getActivity' satisfies CapabilityName

test('says all of it, and what the reader may do with it', async () => {
  const { id } = await world.ask(volunteer, 'activities.createActivity', asked)
  expect(await world.ask(desk, name, { id })).toMatchObject({
    text: asked.text,
    rule: asked.rule,
    place: asked.place,
    themeName: '爱老',
    canUpdate: true,
    canEnd: true,
    canDecide: true,
  })
  expect(await world.ask(volunteer, name, { id })).toMatchObject({ canUpdate: true, canDecide: false })
})

test('NOT_FOUND to strangers', async () => {
  const { id } = await world.ask(desk, 'activities.createActivity', asked)
  await expectAbsent(world, stranger, name, id, (one) => ({ id: one }))
})
