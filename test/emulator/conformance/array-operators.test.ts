import { _, ground, messageOf } from './ground'

const { given, ids, things } = ground()

test('all needs every value, a single value counts as an array of one', async () => {
  await given({ t: ['a', 'b', 'c'] }, { t: ['a'] }, { t: 'a' }, { t: [['a', 'b']] }, {}, { t: [] })
  expect(await ids({ t: _.all(['a', 'b']) })).toEqual(['0'])
  expect(await ids({ t: _.all(['a']) })).toEqual(['0', '1', '2'])
  expect(await ids({ t: _.all([['a', 'b']]) })).toEqual(['3'])
  expect(await ids({ t: _.all([]) })).toEqual([])
  expect(await ids({ t: _.all([/^b/, 'c']) })).toEqual(['0'])
})

test('elemMatch needs one element that meets everything', async () => {
  await given(
    {
      r: [
        { k: 'x', v: 1 },
        { k: 'y', v: 9 },
      ],
    },
    { r: [{ k: 'x', v: 9 }] },
    { r: { k: 'x', v: 9 } },
    { r: [5, 20] },
    { r: [10] },
  )
  expect(await ids({ r: _.elemMatch({ k: 'x', v: _.gt(5) }) })).toEqual(['1'])
  expect(await ids({ 'r.k': 'x', 'r.v': _.gt(5) })).toEqual(['0', '1', '2'])
  expect(await ids({ r: _.elemMatch(_.gt(7)) })).toEqual(['3', '4'])
  expect(await ids({ r: _.not(_.elemMatch({ k: 'x' })) })).toEqual(['2', '3', '4'])
})

test('elemMatch looks for one element between two bounds, where plain bounds may use two', async () => {
  await given({ r: [5, 20] }, { r: [10] })
  const raw = async (condition: object) =>
    (await things().options({ raw: true }).where({ r: condition }).get()).data.map(({ _id }: { _id: string }) => _id)
  expect(await raw({ $elemMatch: { $gt: 7, $lt: 12 } })).toEqual(['1'])
  expect(await raw({ $gt: 7, $lt: 12 })).toEqual(['0', '1'])
  expect(await raw({ $all: [{ $elemMatch: { $gt: 4, $lt: 6 } }, { $elemMatch: { $gt: 19 } }] })).toEqual(['0'])
})

test('size counts elements, and only arrays have a size', async () => {
  await given({ t: [] }, { t: [1] }, { t: [[1, 2]] }, { t: 'x' }, {}, { t: [1, 2] })
  expect(await ids({ t: _.size(0) })).toEqual(['0'])
  expect(await ids({ t: _.size(1) })).toEqual(['1', '2'])
  expect(await ids({ t: _.size(2) })).toEqual(['5'])
  expect(await messageOf(ids({ t: _.size(-1) }))).toContain('$size')
  expect(await messageOf(ids({ t: _.size(1.5) }))).toContain('$size')
})

test('an array equals only itself or what is an element', async () => {
  await given({ t: [1, 2] }, { t: [[1, 2]] }, { t: [2, 1] })
  expect(await ids({ t: [1, 2] })).toEqual(['0', '1'])
})
