import { expectRefused, report, useWorld } from '../world'

const world = useWorld()

const unread = async (persona: string) => (await world.ask(persona, 'notices.countUnread', {})).unread

test('the number on the bell is the number of unread messages, of oneself alone', async () => {
  await report(world)
  await report(world)
  for (const [persona, count] of [
    ['worker-grid-6', 2],
    ['resident-grid-6', 0],
    ['worker-grid-7', 0],
    ['newcomer-1', 0],
    ['b-worker-grid-1', 0],
  ] as const)
    expect([persona, await unread(persona)]).toEqual([persona, count])
  expect(await unread('worker-grid-6')).toBe((await world.ask('worker-grid-6', 'session.getMe', {})).unread)
  expect(await unread('worker-grid-6')).toBe((await world.ask('worker-grid-6', 'notices.listNotices', {})).unread)
})

test('without an identity there is no bell', async () => {
  await expectRefused(world, 'UNAUTHENTICATED', null, 'notices.countUnread', {})
})
