import { allPages, useWorld } from '../world'
import { neighbour, proposedBy, proposer, stranger, topicOf, underWay, desk } from './shared'

const world = useWorld()

test('what moved last stands first; those of others and unchecked ones are not there', async () => {
  const first = await topicOf(world, { title: '甲' })
  world.clock.now += 60_000
  const second = await topicOf(world, { title: '乙' })
  await proposedBy(world, neighbour, { title: '没有检查' })
  world.clock.now += 60_000
  await world.ask(desk, 'consultations.takeUpTopic', { id: first })
  const { topics } = await world.ask(neighbour, 'consultations.listTopics', { which: 'open' })
  expect(topics.slice(0, 2).map(({ id }) => id)).toEqual([first, second])
  expect(topics.map(({ title }) => title)).not.toContain('没有检查')
  const elsewhere = await world.ask(stranger, 'consultations.listTopics', { which: 'open' })
  expect(elsewhere.topics.map(({ id }) => id)).not.toContain(first)
})

test('one’s own are all there, page by page, unchecked ones included', async () => {
  const ids: string[] = []
  for (let day = 0; day < 9; day++) {
    for (let at = 0; at < 3; at++) {
      world.clock.now += 1000
      ids.push(await proposedBy(world))
    }
    world.clock.now += 86_400_000
  }
  const rows = await allPages(async (cursor) => {
    const { topics, next } = await world.ask(proposer, 'consultations.listTopics', { which: 'mine', cursor })
    return { rows: topics, next }
  })
  expect(rows.map(({ id }) => id)).toEqual(ids.reverse())
})

test('what was reported back stands with the ended ones', async () => {
  const id = await underWay(world)
  await world.ask(desk, 'consultations.reportBack', { id, text: '装好了', fileIds: [] })
  const { topics } = await world.ask(neighbour, 'consultations.listTopics', { which: 'ended' })
  expect(topics[0]).toMatchObject({ id, step: 'reported', isOpen: false })
})
