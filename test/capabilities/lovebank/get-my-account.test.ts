import type { CapabilityName } from '@/shared/contracts'
import { expectNothingWritten, expectRefused, useWorld } from '../world'
import { resident } from './members'

const world = useWorld()
const name = 'lovebank.getMyAccount' satisfies CapabilityName
expectNothingWritten(world)

test('an account that has earned nothing is there and empty', async () => {
  expect(await world.ask(resident, name, {})).toEqual({
    accounts: [{ kind: 'person', available: 0, held: 0, owed: 0, lots: [], isSuspended: false }],
  })
})

test('FORBIDDEN to a newcomer', async () => {
  await expectRefused(world, 'FORBIDDEN', 'newcomer-1', name, {})
})
