import tcb from '@cloudbase/node-sdk'
import type { Cloud } from '../../emulator'
import { refusalOf, startTestCloud } from './cloud'

let cloud: Cloud
const db = () => tcb.init({ env: 'local-test' }).database()

beforeAll(async () => {
  cloud = await startTestCloud({
    collections: [
      {
        name: 'issues',
        indexes: [
          {
            name: 'byGrid',
            fields: [
              ['gridId', 1],
              ['n', 1],
            ],
          },
        ],
      },
      { name: 'grids', indexes: [] },
      { name: 'moves', indexes: [{ name: 'byIssue', fields: [['issueId', 1]] }] },
    ],
  })
  cloud.insertDocuments('grids', [
    { _id: 'g0', name: '东湖' },
    { _id: 'g1', name: '南湖' },
  ])
  cloud.insertDocuments(
    'issues',
    Array.from({ length: 6 }, (_unused, n) => ({ _id: `i${n}`, gridId: `g${n % 3}`, n, at: new Date(n * 1000) })),
  )
  cloud.insertDocuments('moves', [
    { _id: 'm0', issueId: 'i1', to: 'done' },
    { _id: 'm1', issueId: 'i1', to: 'open' },
    { _id: 'm2', issueId: ['i2', 'i4'], to: 'open' },
  ])
})
afterAll(() => cloud.close())

test('match, group, sort and limit give the same numbers as counting by hand', async () => {
  const $ = db().command.aggregate
  const { data } = await db()
    .collection('issues')
    .aggregate()
    .match({ n: db().command.gte(1) })
    .group({ _id: '$gridId', total: $.sum(1), most: $.max('$n'), last: $.max('$at') })
    .sort({ total: -1, _id: 1 })
    .limit(2)
    .end()
  expect(data).toEqual([
    { _id: 'g1', total: 2, most: 4, last: new Date(4000) },
    { _id: 'g2', total: 2, most: 5, last: new Date(5000) },
  ])
})

test('lookup by equal fields joins arrays, and nothing where there is no partner', async () => {
  const { data } = await db()
    .collection('issues')
    .aggregate()
    .match({ n: db().command.lte(2) })
    .sort({ n: 1 })
    .lookup({ from: 'grids', localField: 'gridId', foreignField: '_id', as: 'grid' })
    .lookup({ from: 'moves', localField: '_id', foreignField: 'issueId', as: 'moves' })
    .project({ _id: 0, n: 1, 'grid.name': 1, 'moves._id': 1 })
    .end()
  expect(data).toEqual([
    { n: 0, grid: [{ name: '东湖' }], moves: [] },
    { n: 1, grid: [{ name: '南湖' }], moves: [{ _id: 'm0' }, { _id: 'm1' }] },
    { n: 2, grid: [], moves: [{ _id: 'm2' }] },
  ])
})

test('lookup by pipeline sees the variables of the outer document', async () => {
  const _ = db().command
  const $ = _.aggregate
  const { data } = await db()
    .collection('issues')
    .aggregate()
    .match({ _id: _.in(['i0', 'i1']) })
    .sort({ n: 1 })
    .lookup({
      from: 'moves',
      let: { issue: '$_id', wanted: 'open' },
      pipeline: $.pipeline()
        .match(_.expr($.and([$.eq(['$issueId', '$$issue']), $.eq(['$to', '$$wanted'])])))
        .project({ to: 1, _id: 0 })
        .done(),
      as: 'open',
    })
    .end()
  expect(data.map((d: { open: unknown }) => d.open)).toEqual([[], [{ to: 'open' }]])
})

test('an operator, a stage or a collection it does not know is refused by name', async () => {
  const issues = db().collection('issues')
  const message = (call: Promise<unknown>) =>
    call.then(
      () => 'accepted',
      (error: Error) => error.message,
    )
  expect(
    await message(
      issues
        .options({ raw: true })
        .aggregate([{ $frobnicate: {} }])
        .end(),
    ),
  ).toContain('$frobnicate')
  expect(
    await message(
      issues
        .options({ raw: true })
        .aggregate([{ $out: 'grids' }])
        .end(),
    ),
  ).toContain('$out')
  expect(
    await message(
      issues
        .options({ raw: true })
        .aggregate([{ $project: { x: { $frob: 1 } } }])
        .end(),
    ),
  ).toContain('$frob')
  expect(
    await message(
      issues
        .options({ raw: true })
        .where({ n: { $frob: 1 } })
        .get(),
    ),
  ).toContain('$frob')
  expect(await message(issues.doc('i0').update({ $frob: { n: 1 } }))).toContain('$frob')
  expect(
    await refusalOf(issues.aggregate().lookup({ from: 'nowhere', localField: 'n', foreignField: 'n', as: 'x' }).end()),
  ).toBe('DATABASE_COLLECTION_NOT_EXIST')
})

test('a pipeline can branch and unite', async () => {
  const { data } = await db()
    .collection('issues')
    .options({ raw: true })
    .aggregate([
      {
        $facet: {
          few: [
            { $match: { n: { $lt: 2 } } },
            { $lookup: { from: 'grids', localField: 'gridId', foreignField: '_id', as: 'g' } },
          ],
          all: [{ $count: 'n' }],
        },
      },
    ])
    .end()
  expect(data[0].few.map((d: { g: unknown[] }) => d.g.length)).toEqual([1, 1])
  expect(data[0].all).toEqual([{ n: 6 }])
})
