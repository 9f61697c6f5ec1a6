import { expectAbsent, expectRefused, useWorld } from '../world'
import { desk, opened, owner } from './asked'

const world = useWorld()

test('the desk sees doors and contacts, an empty list while nothing is in conflict; nobody else does', async () => {
  const id = await opened(world)
  expect(await world.ask(desk, 'consents.listConflicts', { id })).toEqual({ households: [] })
  const [one] = world.documents('consentHouseholds')
  await world.runtime.store.consentHouseholds.updateWhere(
    { _id: one!._id },
    { isInConflict: true, contactId: 'worker-grid-6' },
  )
  const { households } = await world.ask(desk, 'consents.listConflicts', { id })
  const { name } = world.documents('persons').find(({ _id }) => _id === 'worker-grid-6')!
  expect(households).toEqual([{ householdId: one!.householdId, label: one!.label, contactName: name }])
  await expectRefused(world, 'FORBIDDEN', owner, 'consents.listConflicts', { id })
  await expectRefused(world, 'FORBIDDEN', 'worker-grid-6', 'consents.listConflicts', { id })
  await expectAbsent(world, 'b-community-worker-1', 'consents.listConflicts', id, (of) => ({ id: of }))
})
