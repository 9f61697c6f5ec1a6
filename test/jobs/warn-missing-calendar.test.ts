import { warnMissingCalendar } from '@cloud/jobs/warn-missing-calendar'
import { rows2027, tableOf } from '../capabilities/settings/files'
import { useWorld } from '../capabilities/world'

const world = useWorld()
const run = (day: string) =>
  warnMissingCalendar({
    store: world.runtime.store,
    files: world.runtime.files,
    now: Date.parse(`${day}T08:40:00.000+08:00`),
  })
const warned = () =>
  world
    .documents('notices')
    .filter(({ subject }) => subject.kind === 'calendar')
    .map(({ recipientId, title }) => `${recipientId} ${title}`)

test('from November on the duty post of each community is told once that next year’s table is missing', async () => {
  expect(await run('2026-10-31')).toEqual({ done: 0 })
  expect(await run('2026-11-01')).toEqual({ done: 3 })
  expect(warned().sort()).toEqual(
    ['b-community-worker-1', 'community-worker-1', 'community-worker-2'].map((id) => `${id} 2027 年节假日表还没有导入`),
  )
  for (const day of ['2026-11-01', '2026-11-02', '2027-02-01']) expect(await run(day)).toEqual({ done: 0 })
})

test('a community that has its table is left in peace', async () => {
  await world.ask('community-worker-1', 'settings.importCalendar', tableOf(rows2027))
  expect(await run('2026-12-01')).toEqual({ done: 1 })
  expect(warned()).toEqual(['b-community-worker-1 2027 年节假日表还没有导入'])
})
