import { allPages, useWorld } from '../world'
import { desk, neighbour, proposedBy, proposer, strangeDesk, topicOf } from './shared'

const world = useWorld()
const name = 'consultations.listHeldWords'

test('topics and comments that wait, the oldest first, page by page, and nothing decided', async () => {
  const about = await topicOf(world)
  const expected: string[] = []
  for (let at = 0; at < 12; at++) {
    world.clock.now += 1000
    expected.push((await world.ask(neighbour, 'consultations.addComment', { id: about, text: `第 ${at} 条` })).id)
    world.clock.now += 1000
    if (at % 3 === 0) expected.push(await proposedBy(world, `resident-grid-${1 + at / 3}`))
  }
  for (let at = 0; at < 10; at++) {
    world.clock.now += 1000
    expected.push((await world.ask(proposer, 'consultations.addComment', { id: about, text: `又 ${at}` })).id)
  }
  const rows = await allPages(async (cursor) => {
    const { held, next } = await world.ask(desk, name, { cursor })
    return { rows: held, next }
  })
  expect(rows.map(({ id }) => id)).toEqual(expected)
  expect(rows[0]).toMatchObject({ kind: 'comment', topicId: about, title: '北门加一盏路灯' })
  expect((await world.ask(strangeDesk, name, {})).held).toEqual([])
})
