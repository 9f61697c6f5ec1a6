import type { CapabilityName } from '@/shared/contracts'
import { expectRefused, useWorld } from '../world'
import { asked, desk, sessionOf, stranger, volunteer } from './shared'

const world = useWorld()
const name = 'activities.countSessions' satisfies CapabilityName
const span = { from: '2026-11-26', to: '2026-11-27' }

test('counts the sessions of each day, those of mine apart; what was cancelled, or is of another community, is none', async () => {
  const before = (await world.ask(volunteer, name, span)).days
  const rule = { ...asked.rule, times: ['07:00', '17:00'], to: '2026-11-27' }
  const id = await sessionOf(world, { rule })
  await world.ask(volunteer, 'activities.signUp', { id })
  const off = await sessionOf(world)
  await world.ask(desk, 'activities.cancelSession', { id: off, reason: '下雨' })
  const more = (day: string) => (before.find((one) => one.day === day)?.sessions ?? 0) + 2
  expect((await world.ask(volunteer, name, span)).days).toEqual([
    { day: '2026-11-26', sessions: more('2026-11-26'), mine: 1 },
    { day: '2026-11-27', sessions: more('2026-11-27'), mine: 0 },
  ])
  expect((await world.ask(stranger, name, span)).days).toEqual([])
})

test('INVALID_INPUT for more than six weeks, or days the wrong way round', async () => {
  await expectRefused(world, 'INVALID_INPUT', volunteer, name, { from: '2026-11-26', to: '2027-01-07' })
  await expectRefused(world, 'INVALID_INPUT', volunteer, name, { from: '2026-11-27', to: '2026-11-26' })
})
