import { expectAbsent, expectRefused, useWorld } from '../world'
import { counted, desk, opened, owner } from './asked'

const world = useWorld()

test('the counters and the desk read who asked for what and why; nobody else does', async () => {
  const id = await opened(world, { counterIds: ['hub-1', 'volunteer-1'] })
  const { pseudonym } = world.documents('consentHouseholds')[0]!
  await counted(world, id)
  await world.ask('hub-1', 'consents.askUnsealing', { id, pseudonym, reason: '本人要求核对' })
  const seen = async (persona: string) =>
    (await world.ask(persona, 'consents.listUnsealings', { id })).unsealings.map(({ canConfirm }) => canConfirm)
  expect(await seen('hub-1')).toEqual([false])
  expect(await seen('volunteer-1')).toEqual([true])
  expect(await seen(desk)).toEqual([false])
  for (const other of [owner, 'worker-grid-6'])
    await expectRefused(world, 'NOT_FOUND', other, 'consents.listUnsealings', { id })
  await expectAbsent(world, 'b-community-worker-1', 'consents.listUnsealings', id, (of) => ({ id: of }))
})
