import type { CapabilityName } from '@/shared/contracts'
import { expectOnce, expectRefused, useWorld } from '../world'
import { desk, sessionOf, stranger, volunteer } from './shared'

const world = useWorld()
const name = 'activities.setThemes' satisfies CapabilityName
const names = { elders: '敬老', children: '护苗', neighbours: '睦邻', home: '爱家' }

test('everybody of the community reads the new names, also on what is on already; another community keeps its own', async () => {
  const id = await sessionOf(world)
  await expectOnce(world, desk, name, { names }, { names: { ...names, home: '美家' } })
  expect((await world.ask(volunteer, 'activities.getSession', { id })).themeName).toBe('敬老')
  expect((await world.ask(stranger, 'activities.listThemes', {})).themes[0]!.name).toBe('爱老')
})

test('THEME_TWICE, and FORBIDDEN to residents', async () => {
  await expectRefused(world, 'THEME_TWICE', desk, name, { names: { ...names, home: '敬老' } })
  await expectRefused(world, 'FORBIDDEN', volunteer, name, { names })
})
