import type { CapabilityName } from '@/shared/contracts'
import { useWorld } from '../world'
import { desk, foreigner, move, proposed, stranger } from './story'

const world = useWorld()
const name = 'projects.findSimilarProjects' satisfies CapabilityName
const alikeTo = async (typed: string, persona = stranger) =>
  (await world.ask(persona, name, { typed })).projects.map(({ id }) => id)

test('shows a public project that says much the same, and none that does not', async () => {
  const id = await proposed(world, undefined, desk)
  await move(world, id, 'screen')
  expect(await alikeTo('南侧堆的垃圾清掉种草')).toEqual([id])
  expect(await alikeTo('电梯里有异味')).toEqual([])
})

test('never one that is not public yet, nor one of another community', async () => {
  const id = await proposed(world, undefined, desk)
  expect(await alikeTo('南侧堆的垃圾清掉种草')).toEqual([])
  await move(world, id, 'screen')
  expect(await alikeTo('南侧堆的垃圾清掉种草', foreigner)).toEqual([])
})
