import type { CapabilityName } from '@/shared/contracts'
import { expectRefused, useWorld } from '../world'
import { adopter, desk, stranger } from './adopted'

const world = useWorld()
const name = 'issues.listAdopters' satisfies CapabilityName

test('a whole name finds the resident with their building; half a name finds nobody', async () => {
  const person = world.documents('persons').find(({ _id }) => _id === adopter)!
  expect((await world.ask(desk, name, { name: person.name })).people).toMatchObject([
    { personId: adopter, note: '陶埙苑1号楼', isUnit: false, hasHousehold: true },
  ])
  expect((await world.ask(desk, name, { name: person.name.slice(0, 1) })).people).toEqual([])
  expect((await world.ask(stranger, name, { name: person.name })).people).toEqual([])
})

test('without a name the contacts of local units; residents look up nobody', async () => {
  const { people } = await world.ask(desk, name, {})
  expect(people.map(({ personId }) => personId).sort()).toEqual(['local-unit-1', 'local-unit-2'])
  await expectRefused(world, 'FORBIDDEN', adopter, name, {})
})
