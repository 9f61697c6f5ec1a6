import type { CapabilityName } from '@/shared/contracts'
import { useWorld } from '../world'
import { volunteer } from './shared'

const world = useWorld()
const name = 'activities.listThemes' satisfies CapabilityName

test('the four themes come first, by their sample names while staff has given none', async () => {
  const { themes, halfPointsPerHour } = await world.ask(volunteer, name, {})
  expect(halfPointsPerHour).toBe(2)
  expect(themes.map((one) => one.name)).toEqual(['爱老', '爱幼', '爱邻', '爱家园', '捡拾垃圾', '其他'])
})
