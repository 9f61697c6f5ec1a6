import type { CapabilityName } from '@/shared/contracts'
import { expectRefused, useWorld } from '../world'
import { desk, foreigner, stranger, treasurer } from './story'

const world = useWorld()
const name = 'projects.listCandidates' satisfies CapabilityName

test('somebody is found by their whole name, with their posts and nothing else of them', async () => {
  const person = world.documents('persons').find(({ _id }) => _id === treasurer)!
  const { people } = await world.ask(desk, name, { name: person.name })
  expect(people).toEqual([
    { personId: treasurer, name: person.name, note: expect.stringContaining('红色楼长') as string },
  ])
  expect((await world.ask(desk, name, { name: person.name.slice(0, 1) })).people).toEqual([])
  expect((await world.ask(foreigner, name, { name: person.name })).people).toEqual([])
})

test('FORBIDDEN to residents', async () => {
  await expectRefused(world, 'FORBIDDEN', stranger, name, { name: '王春霞' })
})
