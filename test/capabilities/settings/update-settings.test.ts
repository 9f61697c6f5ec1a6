import type { CapabilityName } from '@/shared/contracts'
import { expectOnce, expectRefused, issueOf, report, useWorld } from '../world'

const world = useWorld()
const name = 'settings.updateSettings' satisfies CapabilityName
const admin = 'administrator-1'
const setting = (code: string, value: number) => ({ values: [{ code, value }] })
/** Longer than a warm instance keeps the map of a community. */
const aMinuteOn = () => {
  world.clock.now += 61_000
}
const valueOf = async (persona: string, wanted: string) => {
  const { groups } = await world.ask(persona, 'settings.getSettings', {})
  return groups.flatMap(({ settings }) => settings).find(({ code }) => code === wanted)?.value
}

test('a number is set for the own community alone, and setting it again writes nothing', async () => {
  expect(await world.ask(admin, name, setting('reopenDays', 20))).toEqual({ changed: 1 })
  expect(await valueOf(admin, 'reopenDays')).toBe(20)
  expect(await valueOf('b-community-worker-1', 'reopenDays')).toBe(15)
  expect(await world.ask(admin, name, setting('reopenDays', 20))).toEqual({ changed: 0 })
  expect(world.documents('settingChanges')).toHaveLength(1)
})

test('sent twice is set once', async () => {
  await expectOnce(world, admin, name, setting('reopenDays', 20), setting('reopenDays', 21))
})

test('one number out of bounds, and nothing is set', async () => {
  const values = [...setting('verifyDays', 9).values, ...setting('reopenDays', 400).values]
  const { fields } = await expectRefused(world, 'SETTINGS_OUT_OF_BOUNDS', admin, name, { values })
  expect(fields).toEqual({ reopenDays: '应在 1 天 到 90 天 之间' })
  await expectRefused(world, 'SETTINGS_OUT_OF_BOUNDS', admin, name, setting('constructor', 1))
  expect(world.documents('settings')).toEqual([])
})

test('the same number twice, a part of one, and none at all are bad input', async () => {
  for (const values of [[], [...setting('reopenDays', 20).values, ...setting('reopenDays', 21).values]])
    await expectRefused(world, 'INVALID_INPUT', admin, name, { values })
  await expectRefused(world, 'INVALID_INPUT', admin, name, setting('reopenDays', 1.5))
})

test('only the administrator sets them', async () => {
  for (const persona of ['community-worker-1', 'worker-grid-6', 'resident-grid-6'])
    await expectRefused(world, 'FORBIDDEN', persona, name, setting('reopenDays', 20))
})

test('hours and limits reach what is reported from the next minute on; limits that were told stay', async () => {
  const early = await report(world, 'resident-grid-6', { classCode: 'publicFacility' })
  const told = issueOf(world, early).clock
  await world.ask(admin, name, {
    values: [...setting('ordinaryDays', 1).values, ...setting('closesAtMinute', 780).values],
  })
  aMinuteOn()
  const { clock } = issueOf(world, await report(world, 'resident-grid-6', { classCode: 'publicFacility' }))
  // 09:01 on a Wednesday of 4½ hours: nine hours end on Friday morning.
  expect([told.dueAt, clock.dueAt]).toEqual(['2026-12-02T01:00:00.000Z', '2026-11-27T01:01:01.000Z'])
  expect(issueOf(world, early).clock).toEqual(told)
  const { classes } = await world.ask('resident-grid-6', 'issues.listClasses', {})
  expect(classes.find(({ code }) => code === 'publicFacility')?.limitLabel).toBe('1 个工作日')
})
