import { allPages, expectRefused, useWorld } from '../world'
import { begin, head } from './assist'

const world = useWorld()
const name = 'residents.listAssistances'

test('one’s own, the last first, and whether it is on', async () => {
  await begin(world)
  world.clock.now += 60_000
  await begin(world, head, '李爷爷')
  await begin(world, 'community-worker-1', '张大妈')
  const { assistances } = await world.ask(head, name, {})
  expect(assistances.map(({ forName, isOn }) => [forName, isOn])).toEqual([
    ['李爷爷', true],
    ['王奶奶', false],
  ])
  world.clock.now += 30 * 60_000
  expect((await world.ask(head, name, {})).assistances.some(({ isOn }) => isOn)).toBe(false)
})

test('pages follow each other', async () => {
  await begin(world)
  const [like] = world.documents('assistances')
  world.cloud.insertDocuments(
    'assistances',
    Array.from({ length: 44 }, (_, at) => ({ ...like!, _id: `a-${at}` })),
  )
  const rows = await allPages(async (cursor) => {
    const { assistances, next } = await world.ask(head, name, { cursor })
    return { rows: assistances, next }
  })
  expect(new Set(rows.map(({ id }) => id)).size).toBe(45)
})

test('FORBIDDEN for residents', () => expectRefused(world, 'FORBIDDEN', 'resident-grid-6', name, {}))
