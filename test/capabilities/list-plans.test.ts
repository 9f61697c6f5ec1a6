import { collections } from '@cloud/store/collections'
import { Database } from '../../emulator/database/database'
import { Sql } from '../../emulator/database/sql'
import { lists } from './requests'
import { insertIssues, issueOf, report, useWorld } from './world'

const world = useWorld()

/** The same collections without a document: how the engine goes about a query follows from the indexes alone. */
const planner = new Database(
  new Sql(':memory:'),
  Object.entries(collections).map(([name, { indexes }]) => ({ name, indexes })),
).sql

/** What the engine says it does with the issues for one call: each step with the query it belongs to. */
const stepsOf = async (call: () => Promise<unknown>): Promise<{ query: string; step: string }[]> => {
  const asked: Parameters<Sql['all']>[] = []
  const { all, get } = Sql.prototype
  const spies = [
    jest.spyOn(Sql.prototype, 'all').mockImplementation(function (this: Sql, ...query) {
      asked.push(query)
      return all.apply(this, query)
    }),
    jest.spyOn(Sql.prototype, 'get').mockImplementation(function (this: Sql, ...query) {
      asked.push(query)
      return get.apply(this, query)
    }),
  ]
  try {
    await call()
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
  return asked
    .filter(([query]) => query.includes('FROM "c:issues" WHERE'))
    .flatMap(([query, params]) =>
      planner.all(`EXPLAIN QUERY PLAN ${query}`, params).map((row) => ({ query, step: String(row[3]) })),
    )
}

const openAndClosed = async (): Promise<void> => {
  const like = issueOf(world, await report(world))
  insertIssues(world, like, [
    { _id: 'issue-like-0', textCheck: 'passed', isPublic: true },
    {
      _id: 'issue-like-1',
      textCheck: 'passed',
      isPublic: true,
      state: 'closed',
      isOpen: false,
      closedAt: like.createdAt,
    },
  ])
}

test.each(lists.filter(([name]) => name.startsWith('issues.')))(
  '%s as %s of %j finds its page by an index, in order: issues are neither looked through nor sorted',
  async (name, persona, input) => {
    await openAndClosed()
    const steps = await stepsOf(() => world.send(persona, name, input))
    expect(steps.filter(({ step }) => step.startsWith('SCAN c:issues'))).toEqual([])
    const pages = steps.filter(({ query }) => !query.includes('GROUP BY'))
    expect(pages.filter(({ step }) => step === 'USE TEMP B-TREE FOR ORDER BY')).toEqual([])
  },
)

test.each([
  ['undispatched', 'state_communityId_clock_dueAt__id_desk'],
  ['undecided', 'communityId_isOpen_decisionDueAt'],
  ['sentBack', 'communityId_isOpen_decisionDueAt'],
  ['extension', 'communityId_isOpen_extension_askedAt'],
  ['verify', 'state_communityId_clock_dueAt__id_desk'],
  ['overdue', 'communityId_isOpen_clock_dueAt__id_desk'],
  ['supervised', 'communityId_isSupervised_isOpen_supervision_answerBy__id'],
])('what waits as %s is found among what waits, by %s', async (part, index) => {
  await openAndClosed()
  const steps = await stepsOf(() => world.send('community-worker-1', 'issues.listDesk', { filter: { part } }))
  const searches = steps.filter(({ step }) => step.startsWith('SEARCH c:issues'))
  expect(searches.length).toBe(2)
  expect(searches.filter(({ step }) => !step.includes(`INDEX c:issues:${index} `))).toEqual([])
})
