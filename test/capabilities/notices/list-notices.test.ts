import { allPages, expectRefused, report, stepOf, useWorld } from '../world'

const world = useWorld()

const inbox = (persona: string, cursor?: string) => world.ask(persona, 'notices.listNotices', { cursor })

test('the newest is first, each says what it is about and whether it was read', async () => {
  const id = await report(world)
  world.clock.now += 60_000
  await stepOf(world, 'worker-grid-6', { id, move: 'start' })
  const { notices, unread, next } = await inbox('resident-grid-6')
  expect(next).toBeUndefined()
  expect(unread).toBe(1)
  expect(notices.map(({ isRead, subject }) => [isRead, subject])).toEqual([
    [false, { kind: 'issue', id }],
    [true, { kind: 'issue', id }],
  ])
  expect(notices[0]!.text).toContain('已经开始处理')
})

test('an inbox is its owner’s alone', async () => {
  await report(world)
  for (const persona of ['resident-grid-7', 'worker-grid-7', 'community-worker-1', 'administrator-1', 'b-resident-1'])
    expect(await inbox(persona)).toEqual({ notices: [], unread: 0, next: undefined })
  await expectRefused(world, 'UNAUTHENTICATED', null, 'notices.listNotices', {})
})

test('a private class is not named in an inbox', async () => {
  await report(world, 'resident-grid-6', { classCode: 'hardship', text: '家中老人无人照顾' })
  const text = JSON.stringify([await inbox('resident-grid-6'), await inbox('community-worker-1')])
  for (const secret of ['困难', '老人', '楼道']) expect(text).not.toContain(secret)
})

test('45 messages of one moment are read page by page, none lost or doubled while new ones arrive', async () => {
  await report(world)
  const [like] = world.documents('notices').filter(({ recipientId }) => recipientId === 'worker-grid-6')
  const more = Array.from({ length: 44 }, (_, at) => ({ ...like!, _id: `notice-like-${at}` }))
  world.cloud.insertDocuments('notices', more)
  const rows = await allPages(
    async (cursor) => {
      const { notices, next } = await inbox('worker-grid-6', cursor)
      return { rows: notices.map(({ id }) => id), next }
    },
    (page) =>
      world.cloud.insertDocuments('notices', [
        { ...like!, _id: `notice-new-${page}`, createdAt: '2026-11-25T02:00:00.000Z' },
      ]),
  )
  expect([...rows].sort()).toEqual([like!, ...more].map(({ _id }) => _id).sort())
})
