import { checkLedgers } from '@cloud/jobs/check-ledgers'
import type { CapabilityName } from '@/shared/contracts'
import { dayMs } from '@/shared/kernel/time'
import { expectRefused, useWorld } from '../world'
import { desk, giveTo, resident } from './members'

const world = useWorld()
const name = 'lovebank.getBooks' satisfies CapabilityName
const night = async () => {
  world.clock.now += dayMs
  await checkLedgers({ store: world.runtime.store, files: world.runtime.files, now: world.clock.now })
}

test('nothing before the first night', async () => {
  expect(await world.ask(desk, name, {})).toEqual({ last: null, days: [] })
})

test('what a day brought is what lies between two nights, and the totals add up', async () => {
  await giveTo(world, resident, 6)
  await night()
  await giveTo(world, resident, -2)
  await giveTo(world, desk, 4)
  await night()
  const { last, days } = await world.ask(desk, name, {})
  expect(last).toMatchObject({ state: 'sound', accounts: 2, transfers: 3, adjusted: 8, outstanding: 8, problem: null })
  expect(days).toEqual([{ day: '2026-11-27', issued: 0, adjusted: 2, captured: 0, expired: 0, outstanding: 8 }])
})

test('another community sees its own books only; FORBIDDEN to residents', async () => {
  await giveTo(world, resident, 6)
  await night()
  expect((await world.ask('b-community-worker-1', name, {})).last).toMatchObject({ accounts: 0, outstanding: 0 })
  await expectRefused(world, 'FORBIDDEN', resident, name, {})
})
