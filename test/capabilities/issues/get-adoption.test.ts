import type { CapabilityName } from '@/shared/contracts'
import { jpeg } from '../../support/images'
import { expectAbsent, useWorld } from '../world'
import { adopt, adopter, desk, stranger } from './adopted'

const world = useWorld()
const name = 'issues.getAdoption' satisfies CapabilityName

test('a neighbour sees which body or that somebody adopted it, never a private name without consent, nor unchecked words and photos', async () => {
  const id = await adopt(world)
  const fileIds = [await world.upload(adopter, jpeg())]
  await world.ask(adopter, 'issues.noteUpkeep', { id, text: '捡了两袋', fileIds })
  const seen = await world.ask('resident-grid-1', name, { id })
  expect(seen).toMatchObject({
    adopterName: '热心居民',
    upkeep: [],
    photos: [],
    upkeepCount: 1,
    canNote: false,
    canEnd: false,
  })
  const { name: person } = world.documents('persons').find(({ _id }) => _id === adopter)!
  expect(JSON.stringify(seen)).not.toContain(person)
  expect(await world.ask(desk, name, { id })).toMatchObject({ adopterName: person, canRenew: true, canEnd: true })
  const own = await world.ask(adopter, name, { id })
  expect(own).toMatchObject({ adopterName: person, upkeepToday: 1, canNote: true, canEnd: true })
  expect(own.upkeep).toMatchObject([{ text: '捡了两袋', byName: person, photos: [{}] }])
  const named = await adopt(world, { adopter: { kind: 'person', personId: adopter, isNamed: true } })
  expect((await world.ask('resident-grid-1', name, { id: named })).adopterName).toBe(person)
})

test('to another community there is none', async () => {
  await expectAbsent(world, stranger, name, await adopt(world), (id) => ({ id }))
})
