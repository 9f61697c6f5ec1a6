import type { CapabilityName } from '@/shared/contracts'
import { expectRefused, useWorld } from '../world'
import { member } from './shop'

const world = useWorld()
const name = 'redemptions.listCentres' satisfies CapabilityName

test('where they are, when they are open, and whether they are just now', async () => {
  const openAt = async (instant: string) => {
    world.clock.now = Date.parse(instant)
    return (await world.ask(member, name, {})).centres.map(({ isOpen }) => isOpen)
  }
  expect(await openAt('2026-11-25T01:00:00.000Z')).toEqual([true, false])
  expect(await openAt('2026-11-26T01:00:00.000Z')).toEqual([true, true])
  expect(await openAt('2026-11-26T00:29:00.000Z')).toEqual([false, false])
  expect(await openAt('2026-11-26T09:30:00.000Z')).toEqual([false, false])
  expect(await openAt('2026-11-29T02:00:00.000Z')).toEqual([false, false])
  const { centres } = await world.ask(member, name, {})
  expect(centres[0]).toMatchObject({ name: '鑫盛嘉园党群服务中心', phone: '0533-0000910', hours: { opens: '08:30' } })
  expect(JSON.stringify(centres)).not.toContain('clerk')
})

test('none of another community; FORBIDDEN to a newcomer', async () => {
  expect((await world.ask('b-resident-1', name, {})).centres).toEqual([])
  await expectRefused(world, 'FORBIDDEN', 'newcomer-1', name, {})
})
