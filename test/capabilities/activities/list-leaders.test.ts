import type { CapabilityName } from '@/shared/contracts'
import { expectRefused, useWorld } from '../world'
import { administrator, desk, volunteer } from './shared'

const world = useWorld()
const name = 'activities.listLeaders' satisfies CapabilityName
const personOf = (id: string) => world.documents('persons').find(({ _id }) => _id === id)!

test('volunteers in office come without a search; whoever is stopped is not among them', async () => {
  const { people } = await world.ask(desk, name, {})
  expect(people).toContainEqual({ personId: 'volunteer-1', name: personOf('volunteer-1').name, postName: '志愿者' })
  expect(new Set(people.map(({ postName }) => postName))).toEqual(new Set(['志愿者']))
  const stop = { kind: 'person', ownerId: 'volunteer-1', isSuspended: true, reason: '核实中' } as const
  await world.ask(administrator, 'lovebank.setSuspension', stop)
  expect((await world.ask(desk, name, {})).people.map(({ personId }) => personId)).not.toContain('volunteer-1')
})

test('by name: staff by their post, residents only once they have taken part', async () => {
  const find = async (personId: string) => {
    const { people } = await world.ask(desk, name, { search: personOf(personId).name })
    return people.find((one) => one.personId === personId)
  }
  expect(await find('worker-grid-6')).toMatchObject({ postName: '专职网格员' })
  expect(await find('resident-grid-7')).toBeUndefined()
})

test('FORBIDDEN to residents', async () => {
  await expectRefused(world, 'FORBIDDEN', volunteer, name, {})
})
