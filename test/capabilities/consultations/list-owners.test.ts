import { expectRefused, useWorld } from '../world'
import { desk, proposer, strangeDesk } from './shared'

const world = useWorld()
const name = 'consultations.listOwners'

test('everybody with a post and a working day, each once; no resident, nobody of another community', async () => {
  const { owners } = await world.ask(desk, name, {})
  const ids = owners.map(({ id }) => id)
  expect(ids).toEqual(expect.arrayContaining([desk, 'worker-grid-6', 'building-head-1']))
  expect(ids).not.toContain(proposer)
  expect(ids).not.toContain(strangeDesk)
  expect(new Set(ids).size).toBe(ids.length)
  await expectRefused(world, 'FORBIDDEN', proposer, name, {})
})
