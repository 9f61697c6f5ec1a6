import type { CapabilityName } from '@/shared/contracts'
import { expectRefused, useWorld } from '../world'

const world = useWorld()
const name = 'settings.getSettings' satisfies CapabilityName

test('every number with its unit, its usual value, its bounds and what it means', async () => {
  const { groups, canUpdate } = await world.ask('administrator-1', name, {})
  expect(canUpdate).toBe(true)
  expect(groups.map(({ name: group }) => group)).toContain('等上报人回音')
  const all = groups.flatMap(({ settings }) => settings)
  expect(all.find(({ code }) => code === 'reopenDays')).toMatchObject({
    value: 15,
    words: '15 天',
    usualWords: '15 天',
    boundsWords: '1 天 到 90 天',
  })
  expect(all.find(({ code }) => code === 'opensAtMinute')).toMatchObject({ words: '08:30', unitName: '' })
})

test('the desk reads them and changes none; nobody else reads them', async () => {
  expect((await world.ask('community-worker-1', name, {})).canUpdate).toBe(false)
  for (const persona of ['worker-grid-6', 'resident-grid-6']) await expectRefused(world, 'FORBIDDEN', persona, name, {})
})
