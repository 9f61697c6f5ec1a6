import { dayMs } from '@/shared/kernel/time'
import { expectRefused, report, useWorld } from '../world'

const world = useWorld()
const name = 'issues.listExports'
const desk = 'community-worker-1'
const filter = { from: '2026-11-20', to: '2026-11-26' }

test('my own exports of the last seven days, the newest first, each with an address', async () => {
  await report(world)
  const first = await world.ask(desk, 'issues.exportIssues', { filter, format: 'csv' })
  world.clock.now += 1000
  const second = await world.ask(desk, 'issues.exportIssues', { filter, format: 'xlsx' })
  const { exports } = await world.ask(desk, name, {})
  expect(exports.map(({ id }) => id)).toEqual([second.id, first.id])
  for (const { url, state } of exports) expect([state, url]).toEqual(['ready', expect.stringMatching(/^http/)])
  expect((await world.ask('community-worker-2', name, {})).exports).toEqual([])
  world.clock.now += 7 * dayMs
  expect((await world.ask(desk, name, {})).exports).toEqual([])
})

test('nobody else has this list', async () => {
  for (const persona of ['worker-grid-6', 'resident-grid-6']) await expectRefused(world, 'FORBIDDEN', persona, name, {})
})
