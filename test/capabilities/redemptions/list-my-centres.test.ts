import type { CapabilityName } from '@/shared/contracts'
import { expectRefused, useWorld } from '../world'
import { clerk, elsewhere, member } from './shop'

const world = useWorld()
const name = 'redemptions.listMyCentres' satisfies CapabilityName
const seenBy = async (persona: string) =>
  (await world.ask(persona, name, {})).centres.map(({ id, mayManage, mayHandOut }) => [id, mayManage, mayHandOut])

test('a clerk sees their own, an administrator and the desk all of them, each with what they may do there', async () => {
  expect(await seenBy(clerk)).toEqual([['centre-1', true, true]])
  expect(await seenBy(elsewhere)).toEqual([['centre-2', true, true]])
  expect(await seenBy('administrator-1')).toEqual([
    ['centre-1', true, false],
    ['centre-2', true, false],
  ])
  expect(await seenBy('community-worker-1')).toEqual([
    ['centre-1', false, false],
    ['centre-2', false, false],
  ])
})

test('an administrator reads whom they can name, nobody else does', async () => {
  const { clerks } = await world.ask('administrator-1', name, {})
  expect(clerks.map(({ personId }) => personId).sort()).toEqual(['clerk-1', 'clerk-2', 'clerk-3'])
  expect((await world.ask(clerk, name, {})).clerks).toEqual([])
})

test('FORBIDDEN to members', async () => {
  await expectRefused(world, 'FORBIDDEN', member, name, {})
})
