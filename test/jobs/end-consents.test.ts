import { endAccounts } from '@cloud/jobs/end-accounts'
import { dayMs } from '@/shared/kernel/time'
import { counted, makeOwner, opened, owner, sign } from '../capabilities/consents/asked'
import { useWorld } from '../capabilities/world'

const world = useWorld()

test('who leaves takes signature and name along, and the count stays and still holds', async () => {
  const householdId = await makeOwner(world, owner)
  const id = await opened(world)
  await sign(world, owner, id, 'agree')
  await world.ask(owner, 'consents.withdrawAnswer', { id, reason: '再想想' })
  await sign(world, owner, id, 'agree')
  await world.ask(owner, 'residents.deleteAccount', {})
  world.clock.now += 8 * dayMs
  const { store, files } = world.runtime
  expect(await endAccounts({ store, files, now: world.clock.now })).toEqual({ done: 1 })
  expect(world.documents('consentNotes')).toEqual([])
  const households = world.documents('consentHouseholds')
  expect(JSON.stringify(households)).not.toContain(`"${owner}"`)
  expect(households.find((one) => one.householdId === householdId)).toMatchObject({ status: 'agree', sequence: 3 })
  await counted(world, id)
  expect(world.documents('consentResults')[0]).toMatchObject({ isAsTallied: true, buildings: [{ agree: 1 }] })
})
