import { $, _, ground, messageOf } from './ground'

const { given, ids, things } = ground()

beforeEach(() => given({ n: 1, s: 'a' }, { n: 2, s: 'b' }, { n: 3, s: 'a' }, { s: 'c' }, { n: [1, 2] }))

test('and takes all, between fields, within a field, and nested', async () => {
  expect(await ids(_.and([{ n: 1 }, { s: 'a' }]))).toEqual(['0'])
  expect(await ids({ n: _.and(_.gt(1), _.lt(3)) })).toEqual(['1', '4'])
  expect(await ids(_.and([{ s: 'a' }, _.or([{ n: 1 }, { n: 3 }])]))).toEqual(['0', '2'])
})

test('or takes any, between fields and within a field', async () => {
  expect(await ids(_.or([{ n: 3 }, { s: 'c' }]))).toEqual(['2', '3'])
  expect(await ids({ n: _.or(_.eq(1), _.gt(2)) })).toEqual(['0', '2', '4'])
  expect(await ids({ n: _.lt(2).or(_.eq(3)) })).toEqual(['0', '2', '4'])
})

test('nor takes what none holds for, gaps included', async () => {
  expect(await ids(_.nor([{ n: 1 }, { s: 'b' }]))).toEqual(['2', '3'])
  expect(await ids({ n: _.nor([_.eq(1), _.eq(2)]) })).toEqual(['2', '3'])
})

test('not turns a condition around, and holds for a gap', async () => {
  expect(await ids({ n: _.not(_.gt(1)) })).toEqual(['0', '3'])
  expect(await ids({ n: _.not(_.exists(true)) })).toEqual(['3'])
  expect(await ids({ s: _.not(/a|b/) })).toEqual(['3', '4'])
})

test('not of two bounds is true where one of them fails for every element', async () => {
  const found = await things()
    .options({ raw: true })
    .where({ n: { $not: { $gt: 1, $lt: 3 } } })
    .get()
  expect(found.data.map(({ _id }: { _id: string }) => _id)).toEqual(['0', '2', '3'])
})

test('expr compares fields of one document', async () => {
  await things().add({ _id: 'x', n: 5, limit: 4 })
  await things().add({ _id: 'y', n: 3, limit: 4 })
  expect(await ids(_.expr($.and([$.gt(['$limit', 0]), $.gt(['$n', '$limit'])])))).toEqual(['x'])
})

test('an empty list and a condition without operators are refused', async () => {
  expect(await messageOf(ids(_.or([])))).toContain('$or')
  const raw = things()
    .options({ raw: true })
    .where({ n: { $not: 5 } })
  expect(await messageOf(raw.get())).toContain('$not')
})
