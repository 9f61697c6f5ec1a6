import type { CapabilityName } from '@/shared/contracts'
import { expectRefused, useWorld } from '../world'
import { rows2027, tableOf } from './files'

const world = useWorld()
const name = 'settings.getCalendar' satisfies CapabilityName
const desk = 'community-worker-1'

test('this year by the national table, next year missing and warned of in November', async () => {
  const found = await world.ask(desk, name, {})
  expect(found).toMatchObject({
    today: '2026-11-25',
    year: 2026,
    source: 'national',
    setAt: null,
    years: [
      { year: 2026, source: 'national' },
      { year: 2027, source: 'missing' },
    ],
    missingYear: 2027,
  })
  expect(found.days).toHaveLength(39)
  expect(await world.ask(desk, name, { year: 2027 })).toMatchObject({ source: 'missing', days: [] })
})

test('after an import it says who brought which file, and nothing is missing any more', async () => {
  await world.ask(desk, 'settings.importCalendar', tableOf(rows2027))
  expect(await world.ask('administrator-1', name, { year: 2027 })).toMatchObject({
    source: 'own',
    fileName: '节假日.xlsx',
    setAt: '2026-11-25T01:00:00.000Z',
    missingYear: null,
    days: [
      { day: '2027-01-01', kind: 'off', name: '元旦' },
      { day: '2027-01-02', kind: 'off', name: '元旦' },
      { day: '2027-01-09', kind: 'work', name: '元旦调休' },
    ],
  })
})

test('a neighbour community sees nothing of it, and others are no desk', async () => {
  await world.ask(desk, 'settings.importCalendar', tableOf(rows2027))
  expect(await world.ask('b-community-worker-1', name, { year: 2027 })).toMatchObject({ source: 'missing', days: [] })
  for (const persona of ['worker-grid-6', 'resident-grid-6']) await expectRefused(world, 'FORBIDDEN', persona, name, {})
})
