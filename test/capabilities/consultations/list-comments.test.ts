import { allPages, expectAbsent, useWorld } from '../world'
import { desk, neighbour, proposer, stranger, topicOf } from './shared'

const world = useWorld()
const name = 'consultations.listComments'

test('newest first, page by page, and the desk reads what waits', async () => {
  const id = await topicOf(world)
  for (let at = 0; at < 25; at++) {
    world.clock.now += 1000
    await world.ask(neighbour, 'consultations.addComment', { id, text: `第 ${at} 条` })
  }
  const pages = (persona: string) =>
    allPages(async (cursor) => {
      const { comments, next } = await world.ask(persona, name, { id, cursor })
      return { rows: comments, next }
    })
  const all = await pages(desk)
  expect(all.map(({ text }) => text)).toEqual(Array.from({ length: 25 }, (_, at) => `第 ${24 - at} 条`))
  expect(all[0]).toMatchObject({ canJudge: true, isMine: false, textCheck: 'waiting' })
  expect(await pages(proposer)).toEqual([])
  expect((await pages(neighbour))[0]).toMatchObject({ isMine: true, canJudge: false })
})

test('a stranger learns nothing', async () => {
  await expectAbsent(world, stranger, name, await topicOf(world), (id) => ({ id }))
})
