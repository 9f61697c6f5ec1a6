import type { CapabilityName } from '@/shared/contracts'
import { expectOnce, expectRefused, useWorld } from '../world'
import { clerk, member } from './shop'

const world = useWorld()
const name = 'redemptions.setCentre' satisfies CapabilityName
const administrator = 'administrator-1'
const hours = { weekdays: [1, 3, 5], opens: '09:00', closes: '16:00' }
const said = { name: '北区服务点', place: '北门东侧', phone: null, hours, clerkIds: ['clerk-3'] }

test('a new one, whose clerks are clerks there from then on', async () => {
  const { id } = await expectOnce(world, administrator, name, said, { ...said, name: '别的' })
  const { centres } = await world.ask('clerk-3', 'redemptions.listMyCentres', {})
  expect(centres.map((one) => one.id)).toEqual(['centre-2', id])
})

test('one that is there is changed whole and keeps its age', async () => {
  const before = world.documents('centres').find(({ _id }) => _id === 'centre-2')!
  await world.ask(administrator, name, { ...said, id: 'centre-2', clerkIds: [] })
  const after = world.documents('centres').find(({ _id }) => _id === 'centre-2')!
  expect(after).toMatchObject({ name: '北区服务点', clerkIds: [], createdAt: before.createdAt })
})

test('CLERK_UNFIT for somebody who is no clerk, or no more; INVALID_INPUT for hours that do not open', async () => {
  await expectRefused(world, 'CLERK_UNFIT', administrator, name, { ...said, clerkIds: [member] })
  await world.runtime.store.postings.updateWhere({ personId: 'clerk-3' }, { to: '2026-11-24' })
  await expectRefused(world, 'CLERK_UNFIT', administrator, name, said)
  for (const changes of [
    { opens: '17:00' },
    { opens: '9:00' },
    { weekdays: [] },
    { weekdays: [1, 1] },
    { weekdays: [7] },
  ])
    await expectRefused(world, 'INVALID_INPUT', administrator, name, { ...said, hours: { ...hours, ...changes } })
})

test('NOT_FOUND for nothing; FORBIDDEN to clerks and members', async () => {
  await expectRefused(world, 'NOT_FOUND', administrator, name, { ...said, id: 'centre-9' })
  for (const persona of [clerk, member]) await expectRefused(world, 'FORBIDDEN', persona, name, said)
})
