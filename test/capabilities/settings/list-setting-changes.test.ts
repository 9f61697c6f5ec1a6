import type { CapabilityName } from '@/shared/contracts'
import { expectRefused, useWorld } from '../world'

const world = useWorld()
const name = 'settings.listSettingChanges' satisfies CapabilityName
const admin = 'administrator-1'

test('who set what from which number to which, the last first and a page at a time', async () => {
  for (let value = 16; value <= 37; value++) {
    world.clock.now += 1000
    await world.ask(admin, 'settings.updateSettings', { values: [{ code: 'reopenDays', value }] })
  }
  const { changes, next } = await world.ask('community-worker-1', name, {})
  expect(changes).toHaveLength(20)
  expect(changes[0]).toMatchObject({ lines: [{ name: '可以重新打开', from: '36 天', to: '37 天' }] })
  expect(changes[0]!.byName).not.toBe('')
  const rest = await world.ask('community-worker-1', name, { cursor: next! })
  expect(rest.changes.map(({ lines }) => lines[0]!.from)).toEqual(['16 天', '15 天'])
  expect(rest.next).toBeUndefined()
})

test('a neighbour community has its own, and residents see none', async () => {
  await world.ask(admin, 'settings.updateSettings', { values: [{ code: 'reopenDays', value: 20 }] })
  expect((await world.ask('b-community-worker-1', name, {})).changes).toEqual([])
  await expectRefused(world, 'FORBIDDEN', 'resident-grid-6', name, {})
})
