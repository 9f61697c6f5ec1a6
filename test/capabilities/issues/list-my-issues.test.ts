import { allPages, expectRefused, insertIssues, issueOf, report, useWorld } from '../world'

const world = useWorld()

const mine = async (persona: string, cursor?: string) => {
  const { issues, next } = await world.ask(persona, 'issues.listMyIssues', { cursor })
  return { rows: issues.map(({ id }) => id), next }
}

test('a reporter finds what they reported, the newest first, and nobody else does', async () => {
  const first = await report(world)
  world.clock.now += 60_000
  const second = await report(world, 'resident-grid-6', { isUnnamed: true, classCode: 'dispute' })
  expect(await mine('resident-grid-6')).toEqual({ rows: [second, first], next: undefined })
  for (const persona of ['worker-grid-6', 'resident-grid-7', 'community-worker-1', 'b-resident-1', 'newcomer-1'])
    expect(await mine(persona)).toEqual({ rows: [], next: undefined })
})

test('a row says where it stands and when it is due', async () => {
  const id = await report(world)
  const { issues, now } = await world.ask('resident-grid-6', 'issues.listMyIssues', {})
  expect(now).toBe('2026-11-25T01:00:00.000Z')
  expect(issues[0]).toMatchObject({
    id,
    className: '异味、蚊虫、污水',
    placeLabel: '陶埙苑1号楼',
    gridName: '第六网格',
    stateName: '待处理',
    urgency: 'normal',
    isRated: false,
    result: null,
  })
  await world.ask('community-worker-1', 'issues.moveIssue', { id, move: 'return', reason: '请补充楼层' })
  const [paused] = (await world.ask('resident-grid-6', 'issues.listMyIssues', {})).issues
  expect(paused).toMatchObject({ stateName: '待补充', dueAt: null, urgency: 'none' })
})

test('a row shows the beginning of a long text, by whole characters; a page stays small and the detail is whole', async () => {
  const text = '👵🏻楼道'.repeat(399)
  const id = await report(world, 'resident-grid-6', { text })
  insertIssues(
    world,
    issueOf(world, id),
    Array.from({ length: 20 }, (_, at) => ({ _id: `issue-long-${at}` })),
  )
  const page = await world.ask('resident-grid-6', 'issues.listMyIssues', {})
  expect(page.issues).toHaveLength(20)
  for (const row of page.issues) expect(row.text).toBe(`${[...text].slice(0, 80).join('')}…`)
  expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(64 * 1024)
  expect((await world.ask('resident-grid-6', 'issues.getIssue', { id })).text).toBe(text)
})

test('45 reports of one moment are read page by page, none lost or doubled while new ones arrive', async () => {
  const id = await report(world)
  const like = issueOf(world, id)
  const more = Array.from({ length: 44 }, (_, at) => ({ _id: `issue-like-${at}` }))
  insertIssues(world, like, more)
  const rows = await allPages(
    (cursor) => mine('resident-grid-6', cursor),
    (page) => insertIssues(world, like, [{ _id: `issue-new-${page}`, createdAt: '2026-11-25T02:00:00.000Z' }]),
  )
  expect([...rows].sort()).toEqual([id, ...more.map(({ _id }) => _id)].sort())
})

test.each(['', 'not a cursor', 'bnVsbA', 'WzEsMl0', Buffer.from('["x",{"$ne":null}]').toString('base64url')])(
  'a cursor we did not make (%j) starts over instead of failing',
  async (cursor) => {
    const id = await report(world)
    expect((await mine('resident-grid-6', cursor)).rows).toEqual([id])
  },
)

test('a cursor of somebody else opens none of their list', async () => {
  insertIssues(
    world,
    issueOf(world, await report(world)),
    Array.from({ length: 30 }, (_, at) => ({ _id: `issue-like-${at}` })),
  )
  const { next } = await mine('resident-grid-6')
  expect(next).toBeDefined()
  expect((await mine('resident-grid-7', next)).rows).toEqual([])
  await expectRefused(world, 'UNAUTHENTICATED', null, 'issues.listMyIssues', {})
})
