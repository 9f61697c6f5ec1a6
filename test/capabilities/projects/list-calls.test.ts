import type { CapabilityName } from '@/shared/contracts'
import { useWorld } from '../world'
import { callOf, desk, foreigner, stranger } from './story'

const world = useWorld()
const name = 'projects.listCalls' satisfies CapabilityName

test('everybody sees the calls of their community, the latest first, and whether each is open; the desk what one may be made to', async () => {
  await callOf(world)
  await callOf(world, { title: '去年的', from: '2025-11-20', to: '2025-12-20' })
  const seen = await world.ask(stranger, name, {})
  expect(seen.calls.map(({ title, isOpen }) => [title, isOpen])).toEqual([
    ['明年专项经费项目', true],
    ['去年的', false],
  ])
  expect([seen.mayManage, seen.partyGroups]).toEqual([false, []])
  expect((await world.ask('newcomer-1', name, {})).calls).toHaveLength(2)
  const managed = await world.ask(desk, name, {})
  expect([managed.mayManage, managed.partyGroups.length]).toEqual([true, 4])
  expect((await world.ask(foreigner, name, {})).calls).toEqual([])
})
