import { collections, type CollectionName } from '@cloud/store/collections'
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

/** What the engine says it does with one collection for one call: each step with the query it belongs to. */
const stepsOf = async (
  call: () => Promise<unknown>,
  collection: CollectionName = 'issues',
): Promise<{ query: string; step: string }[]> => {
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
    .filter(([query]) => query.includes(`FROM "c:${collection}" WHERE`))
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
  ['unchecked', 'communityId_isOpen_isToReview_clock_dueAt__id'],
  ['verify', 'state_communityId_clock_dueAt__id_desk'],
  ['overdue', 'state_communityId_clock_dueAt__id_desk'],
  ['supervised', 'communityId_isSupervised_isOpen_supervision_answerBy__id'],
])('what waits as %s is found among what waits, by %s', async (part, index) => {
  await openAndClosed()
  const steps = await stepsOf(() => world.send('community-worker-1', 'issues.listDesk', { filter: { part } }))
  const searches = steps.filter(({ step }) => step.startsWith('SEARCH c:issues'))
  expect(searches.length).toBeGreaterThanOrEqual(2)
  // To count those of one state, one index begins as well as another.
  const isByState = part === 'undispatched' ? '_state_|state_communityId' : `${index} `
  expect(searches.filter(({ step }) => !new RegExp(`INDEX c:issues:.*(${isByState})`).test(step))).toEqual([])
})

const year = { from: '2025-11-27', to: '2026-11-25' }
const book = 'communityId_state_createdAt__id_book'
const bookOfClass = 'communityId_classCode_state_createdAt__id_book'
const bookOfGrid = 'communityId_gridId_state_createdAt__id_book'
const inGrid = 'communityId_isPublic_isOpen_classCode_gridId_updatedAt__id_public'
const inEstate = 'communityId_isPublic_isOpen_classCode_place_estateId_updatedAt__id_public'

test.each([
  ['issues.listDesk', 'community-worker-1', { filter: year }, book, 2],
  ['issues.listDesk', 'community-worker-1', { filter: { ...year, state: 'returned' } }, book, 2],
  ['issues.listDesk', 'administrator-1', { filter: year }, book, 2],
  ['issues.listDesk', 'branch-secretary-2', { filter: { ...year, state: 'closed' } }, bookOfClass, 3],
  ['issues.listDesk', 'community-worker-1', { filter: { ...year, gridId: null } }, bookOfGrid, 3],
  [
    'issues.listDesk',
    'branch-secretary-2',
    { filter: { ...year, gridId: 'grid-6', state: 'returned' } },
    bookOfGrid,
    3,
  ],
  ['issues.listDesk', 'community-worker-1', { filter: { ...year, group: 'safety' } }, bookOfClass, 3],
  [
    'issues.listDesk',
    'community-worker-1',
    { filter: { ...year, group: 'safety', state: 'returned' } },
    bookOfClass,
    3,
  ],
  [
    'issues.listPublicIssues',
    'resident-grid-6',
    { state: 'closed' },
    'communityId_isPublic_isOpen_updatedAt__id_public',
    3,
  ],
  [
    'issues.listPublicIssues',
    'resident-grid-6',
    { group: 'safety' },
    'communityId_isPublic_isOpen_classCode_updatedAt__id_public',
    4,
  ],
  ['issues.listPublicIssues', 'resident-grid-6', { gridId: 'grid-6' }, inGrid, 5],
  ['issues.listPublicIssues', 'resident-grid-6', { classCode: 'lift', gridId: 'grid-6', state: 'open' }, inGrid, 5],
  ['issues.listPublicIssues', 'resident-grid-6', { group: 'clean', estateId: 'estate-12' }, inEstate, 5],
])(
  '%s as %s of %j reads what it shows and nothing beside it: each part by %s, found by %i values',
  async (name, persona, input, index, values) => {
    await openAndClosed()
    const steps = await stepsOf(() => world.send(persona, name, input))
    const pages = steps.filter(({ query, step }) => !query.includes('GROUP BY') && step.startsWith('SEARCH c:issues'))
    expect(pages.length).toBeGreaterThan(0)
    for (const { step } of pages) {
      expect(step).toContain(`INDEX c:issues:${index} `)
      expect(step.match(/<expr>=\?/g)).toHaveLength(values)
    }
  },
)

test('what lies near is found grid by grid', async () => {
  await openAndClosed()
  const [building] = world.documents('buildings').filter(({ gridId }) => gridId === 'grid-6')
  const steps = await stepsOf(() =>
    world.send('resident-grid-6', 'issues.listPublicIssues', { near: building!.centre }),
  )
  const searches = steps.filter(({ step }) => step.startsWith('SEARCH c:issues'))
  expect(searches.length).toBeGreaterThan(0)
  for (const { step } of searches) expect(step).toContain(`INDEX c:issues:${inGrid} `)
})

test.each([
  ['worker-grid-6', 'gridId'],
  ['building-head-1', 'buildingId'],
  ['unit-head-1', 'unitId'],
])('what %s decided long ago is found by its %s, however many others decided', async (persona, field) => {
  const steps = await stepsOf(() => world.send(persona, 'residents.listBindings', { state: 'decided' }), 'bindings')
  const searches = steps.filter(({ step }) => step.startsWith('SEARCH c:bindings'))
  expect(searches.length).toBeGreaterThan(0)
  for (const { step } of searches)
    expect(step).toContain(`INDEX c:bindings:${field}_communityId_state_requestedAt__id `)
})
