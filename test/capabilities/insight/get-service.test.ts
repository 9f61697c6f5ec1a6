import type { CapabilityName } from '@/shared/contracts'
import { foldService } from '@cloud/jobs/fold-service'
import { toInstant } from '@/shared/kernel/time'
import { serve } from '../activities/certificates'
import { neighbour } from '../activities/shared'
import { expectRefused, useWorld } from '../world'

const world = useWorld()
const name = 'insight.getService' satisfies CapabilityName
const desk = 'community-worker-1'
const fold = () => foldService({ store: world.runtime.store, files: world.runtime.files, now: world.clock.now })
const span = { from: '2026-10', to: '2026-12' }

test('months that were reckoned, in their order, themes under the names staff gave them, and the sums of them', async () => {
  await serve(world)
  await serve(world, { theme: 'litter' }, neighbour)
  await world.ask(desk, 'activities.setThemes', {
    names: { elders: '敬老', children: '护苗', neighbours: '睦邻', home: '爱家' },
  })
  await fold()
  const { months, total, at, now } = await world.ask(desk, name, span)
  expect(months).toMatchObject([
    { month: '2026-11', active: 2, returning: 0, times: 2, points: { issued: 8 }, outstanding: 8 },
  ])
  expect(total.themes).toEqual([
    { theme: 'elders', name: '敬老', counted: 120, honour: 0 },
    { theme: 'litter', name: '捡拾垃圾', counted: 120, honour: 0 },
  ])
  expect([at, now]).toEqual([toInstant(world.clock.now), toInstant(world.clock.now)])
})

test('before the first night there is nothing, and that is said', async () => {
  expect(await world.ask(desk, name, span)).toMatchObject({ months: [], total: { times: 0, themes: [] }, at: null })
})

test('another community reads its own and nothing of this one', async () => {
  await serve(world)
  await fold()
  const { months } = await world.ask('b-community-worker-1', name, span)
  expect(months).toMatchObject([{ active: 0, points: { issued: 0 }, outstanding: 0 }])
})

test('FORBIDDEN to residents, grid workers and clerks; INVALID_INPUT for months the wrong way round or too many', async () => {
  for (const persona of ['resident-grid-6', 'worker-grid-6', 'clerk-1'])
    await expectRefused(world, 'FORBIDDEN', persona, name, span)
  for (const wrong of [
    { from: '2026-11', to: '2026-10' },
    { from: '2024-01', to: '2026-01' },
    { from: '2026-13', to: '2026-13' },
  ])
    await expectRefused(world, 'INVALID_INPUT', desk, name, wrong)
})
