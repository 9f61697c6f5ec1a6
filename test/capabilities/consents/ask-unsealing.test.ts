import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { asking, counted, desk, opened, owner } from './asked'

const world = useWorld()
const counterIds = ['hub-1', 'volunteer-1']

test('only a sworn counter asks, only after the count, and only for a line that is there', async () => {
  const id = await opened(world, { counterIds })
  const { pseudonym } = world.documents('consentHouseholds')[0]!
  const input = { id, pseudonym, reason: '本人要求核对' }
  await expectRefused(world, 'CONSENT_NOT_COUNTED', 'hub-1', 'consents.askUnsealing', input)
  await counted(world, id)
  for (const other of [desk, owner]) await expectRefused(world, 'NOT_FOUND', other, 'consents.askUnsealing', input)
  const none = { ...input, pseudonym: '0'.repeat(24) }
  await expectRefused(world, 'UNSEALING_NO_LINE', 'hub-1', 'consents.askUnsealing', none)
  await expectOnce(world, 'hub-1', 'consents.askUnsealing', input, { ...input, reason: '别的' })
  await expectAbsent(world, 'b-resident-1', 'consents.askUnsealing', id, (of) => ({ ...input, id: of }))
})

test('counters are named before the opening, at least two of the community or none', async () => {
  const named = (ids: string[]) => ({ ...asking(world), counterIds: ids })
  await expectRefused(world, 'INVALID_INPUT', desk, 'consents.openConsent', named(['hub-1']))
  await expectRefused(world, 'INVALID_INPUT', desk, 'consents.openConsent', named(['hub-1', 'hub-1']))
  await expectRefused(world, 'COUNTER_UNKNOWN', desk, 'consents.openConsent', named(['hub-1', 'b-resident-1']))
})
