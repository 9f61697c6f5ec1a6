import { $, _, ground, messageOf, type Pipeline } from './ground'

const { db, given, pipeline, things } = ground()
const from = async (stages: (pipeline: Pipeline) => Pipeline) => (await stages(pipeline()).end()).data
const raw = async (...stages: object[]) => (await things().options({ raw: true }).aggregate(stages).end()).data

describe('match, sort, skip, limit, count', () => {
  beforeEach(() => given({ g: 'a', n: 1 }, { g: 'b', n: 2 }, { g: 'a', n: 3 }, { g: 'b' }))
  test('work first, later, and more than once', async () => {
    const data = await from((p) =>
      p
        .match({ g: 'a' })
        .sort({ n: -1 })
        .match({ n: _.gt(0) })
        .skip(1)
        .limit(5),
    )
    expect(data).toEqual([{ _id: '0', g: 'a', n: 1 }])
    expect(await from((p) => p.sort({ g: -1, n: 1 }).limit(3).skip(1).project({ n: 1, _id: 0 }))).toEqual([
      { n: 2 },
      { n: 1 },
    ])
  })
  test('count names its one field, and gives no document where there is none', async () => {
    expect(await from((p) => p.match({ g: 'b' }).count('many'))).toEqual([{ many: 2 }])
    expect(await from((p) => p.match({ g: 'z' }).count('many'))).toEqual([])
    expect(await messageOf(from((p) => p.count('$x')))).toContain('$count')
  })
  test('limit is at least 1, skip at least 0, a sort is 1 or -1', async () => {
    expect(await messageOf(from((p) => p.limit(0)))).toContain('$limit')
    expect(await messageOf(from((p) => p.skip(-1)))).toContain('$skip')
    expect(await messageOf(from((p) => p.sort({ n: 2 })))).toContain('"n"')
  })
  test('expr in match sees the document and the time of the cloud', async () => {
    expect(await from((p) => p.match(_.expr($.eq(['$g', 'b']))).count('n'))).toEqual([{ n: 2 }])
    expect(await from((p) => p.match(_.expr($.gt(['$$NOW', new Date(0)]))).count('n'))).toEqual([{ n: 4 }])
  })
})

describe('project', () => {
  const document = { a: 1, b: { c: 2, d: 3 }, l: [{ x: 1, y: 2 }, { y: 3 }, 7] }
  const projected = async (spec: object) => (await from((p) => p.project(spec)))[0]
  beforeEach(() => given(document))
  test('keeps fields in the order of the document, then what is computed', async () => {
    expect(Object.keys((await projected({ z: $.add(['$a', 1]), b: 1, a: 1 })) ?? {})).toEqual(['_id', 'a', 'b', 'z'])
    expect(await projected({ 'l.x': 1, 'b.c': true, _id: 0 })).toEqual({ b: { c: 2 }, l: [{ x: 1 }, {}] })
    expect(await projected({ b: { d: 1 }, _id: 0 })).toEqual({ b: { d: 3 } })
  })
  test('drops fields', async () => {
    expect(await projected({ l: 0, 'b.c': 0 })).toEqual({ _id: '0', a: 1, b: { d: 3 } })
    expect(await projected({ 'l.y': 0, a: 0, b: 0, _id: 0 })).toEqual({ l: [{ x: 1 }, {}, 7] })
  })
  test('computes into nested fields and arrays; a missing value makes no field', async () => {
    expect(await projected({ _id: 0, 'b.sum': $.add(['$b.c', '$b.d']), none: '$gap', list: ['$a', '$gap'] })).toEqual({
      b: { sum: 5 },
      list: [1, null],
    })
    expect(await projected({ _id: 0, 'l.k': '$a' })).toEqual({ l: [{ k: 1 }, { k: 1 }, { k: 1 }] })
  })
  test('refuses to keep and drop at once, to collide, and to do nothing', async () => {
    expect(await messageOf(projected({ a: 1, b: 0 }))).toContain('$project')
    expect(await messageOf(projected({ b: 1, 'b.c': 1 }))).toContain('collides')
    expect(await messageOf(projected({}))).toContain('$project')
  })
})

describe('addFields, replaceRoot, unwind', () => {
  test('addFields sees the document as it came in, goes into objects and arrays, and can take away', async () => {
    await given({ a: 1, b: { c: 1 }, l: [{ x: 1 }, { x: 2 }] })
    expect(
      await from((p) => p.addFields({ a: 5, copy: '$a', 'b.d': '$b.c', 'l.y': 0, gone: '$gap', _id: '$$REMOVE' })),
    ).toEqual([
      {
        a: 5,
        copy: 1,
        b: { c: 1, d: 1 },
        l: [
          { x: 1, y: 0 },
          { x: 2, y: 0 },
        ],
      },
    ])
    expect(await raw({ $set: { a: 2 } }, { $unset: ['b', 'l.x'] })).toEqual([{ _id: '0', a: 2, l: [{}, {}] }])
  })
  test('replaceRoot makes an object the document, and needs one', async () => {
    await given({ o: { x: 1 } }, { o: { x: 2 } })
    expect(await from((p) => p.replaceRoot({ newRoot: '$o' }))).toEqual([{ x: 1 }, { x: 2 }])
    expect(await from((p) => p.replaceRoot({ newRoot: $.mergeObjects([{ y: 0 }, '$o']) }).limit(1))).toEqual([
      { y: 0, x: 1 },
    ])
    expect(await raw({ $replaceWith: '$o' }, { $limit: 1 })).toEqual([{ x: 1 }])
    expect(await messageOf(from((p) => p.replaceRoot({ newRoot: '$o.x' })))).toContain('$replaceRoot')
  })
  test('unwind makes a document of each element, keeps scalars, and drops gaps unless told', async () => {
    await given({ l: [1, 2] }, { l: [] }, { l: null }, {}, { l: 9 })
    expect(await from((p) => p.unwind('$l'))).toEqual([
      { _id: '0', l: 1 },
      { _id: '0', l: 2 },
      { _id: '4', l: 9 },
    ])
    expect(
      await from((p) => p.unwind({ path: '$l', includeArrayIndex: 'at', preserveNullAndEmptyArrays: true })),
    ).toEqual([
      { _id: '0', l: 1, at: 0 },
      { _id: '0', l: 2, at: 1 },
      { _id: '1', at: null },
      { _id: '2', l: null, at: null },
      { _id: '3', at: null },
      { _id: '4', l: 9, at: null },
    ])
    expect(await messageOf(from((p) => p.unwind('l')))).toContain('$unwind')
  })
  test('unwind of a nested array leaves its neighbours', async () => {
    await given({ o: { l: [1, 2], k: 'x' } })
    expect(await from((p) => p.unwind('$o.l'))).toEqual([
      { _id: '0', o: { l: 1, k: 'x' } },
      { _id: '0', o: { l: 2, k: 'x' } },
    ])
  })
})

describe('sample', () => {
  test('takes so many different documents, all if there are fewer', async () => {
    await given(...Array.from({ length: 20 }, (_unused, n) => ({ n })))
    const some = await from((p) => p.sample({ size: 5 }))
    expect(new Set(some.map(({ _id }) => _id)).size).toBe(5)
    expect(await from((p) => p.sample({ size: 99 }))).toHaveLength(20)
    expect(await messageOf(from((p) => p.sample({})))).toContain('size')
  })
})

describe('bucket and bucketAuto', () => {
  const prices = [5, 10, 15, 20, 25, 100]
  beforeEach(() => given(...prices.map((price) => ({ price }))))
  test('bucket puts lower bounds in and upper bounds out, the rest into the default', async () => {
    expect(
      await from((p) =>
        p.bucket({
          groupBy: '$price',
          boundaries: [5, 10, 20],
          default: 'other',
          output: { count: $.sum(1), all: $.push('$price') },
        }),
      ),
    ).toEqual([
      { _id: 5, count: 1, all: [5] },
      { _id: 10, count: 2, all: [10, 15] },
      { _id: 'other', count: 3, all: [20, 25, 100] },
    ])
  })
  test('bucket counts unless told otherwise, has no empty buckets, and refuses what falls out', async () => {
    expect(await from((p) => p.bucket({ groupBy: '$price', boundaries: [0, 1, 50, 200] }))).toEqual([
      { _id: 1, count: 5 },
      { _id: 50, count: 1 },
    ])
    expect(await messageOf(from((p) => p.bucket({ groupBy: '$price', boundaries: [0, 50] })))).toContain('$bucket')
    expect(await messageOf(from((p) => p.bucket({ groupBy: '$price', boundaries: [5, 1] })))).toContain('$bucket')
    expect(await messageOf(from((p) => p.bucket({ groupBy: '$price', boundaries: [0, 500], default: 7 })))).toContain(
      'default',
    )
  })
  test('bucketAuto makes buckets of about one size whose edges touch', async () => {
    expect(await from((p) => p.bucketAuto({ groupBy: '$price', buckets: 3 }))).toEqual([
      { _id: { min: 5, max: 15 }, count: 2 },
      { _id: { min: 15, max: 25 }, count: 2 },
      { _id: { min: 25, max: 100 }, count: 2 },
    ])
    await things().add([{ price: 5 }, { price: 5 }, { price: 5 }])
    expect(await from((p) => p.bucketAuto({ groupBy: '$price', buckets: 4, output: { n: $.sum(1) } }))).toEqual([
      { _id: { min: 5, max: 10 }, n: 4 },
      { _id: { min: 10, max: 20 }, n: 2 },
      { _id: { min: 20, max: 100 }, n: 2 },
      { _id: { min: 100, max: 100 }, n: 1 },
    ])
  })
  test('bucketAuto puts edges on preferred numbers', async () => {
    expect(await from((p) => p.bucketAuto({ groupBy: '$price', buckets: 2, granularity: 'POWERSOF2' }))).toEqual([
      { _id: { min: 0, max: 16 }, count: 3 },
      { _id: { min: 16, max: 128 }, count: 3 },
    ])
    expect(await from((p) => p.bucketAuto({ groupBy: '$price', buckets: 2, granularity: '1-2-5' }))).toEqual([
      { _id: { min: 0, max: 20 }, count: 3 },
      { _id: { min: 20, max: 200 }, count: 3 },
    ])
    expect(await messageOf(from((p) => p.bucketAuto({ groupBy: '$price', buckets: 2, granularity: 'E7' })))).toContain(
      'E7',
    )
  })
})

describe('lookup', () => {
  beforeEach(async () => {
    await given({ ref: 'a', n: 1 }, { ref: ['a', 'b'], n: 2 }, { n: 3 }, { ref: null, n: 4 }, { ref: 1, n: 5 })
    await db()
      .collection('others')
      .add([
        { _id: 'a', tags: ['x', 'y'], owner: '1' },
        { _id: 'b', tags: 'x' },
        { _id: 'c', tags: null },
        { _id: '1' },
      ])
  })
  const joined = async (spec: object) =>
    (await from((p) => p.lookup({ from: 'others', as: 'o', ...spec }))).map(({ o }) => o)
  const idsOf = (lists: unknown[]) => lists.map((list) => (list as { _id: string }[]).map(({ _id }) => _id))
  test('by equal fields: arrays join by their elements, gaps join null, kinds stay apart', async () => {
    expect(idsOf(await joined({ localField: 'ref', foreignField: '_id' }))).toEqual([['a'], ['a', 'b'], [], [], []])
    expect(idsOf(await joined({ localField: 'ref', foreignField: 'owner' }))).toEqual(
      [[], [], ['b', 'c'], ['b', 'c'], []].map((list, i) => (i === 2 || i === 3 ? ['b', 'c', '1'] : list)),
    )
  })
  test('by a pipeline with variables of the outer document', async () => {
    const inner = $.pipeline()
      .match(_.expr($.in(['$_id', '$$refs'])))
      .project({ _id: 1, seen: '$$n' })
      .done()
    const data = await joined({
      let: { refs: $.cond([$.isArray('$ref'), '$ref', ['$ref']]), n: '$n' },
      pipeline: inner,
    })
    expect(data.slice(0, 2)).toEqual([
      [{ _id: 'a', seen: 1 }],
      [
        { _id: 'a', seen: 2 },
        { _id: 'b', seen: 2 },
      ],
    ])
  })
  test('by fields and a pipeline, nested, and into a nested field', async () => {
    const inner = $.pipeline()
      .lookup({
        from: 'things',
        let: { id: '$_id' },
        pipeline: $.pipeline()
          .match(_.expr($.eq(['$ref', '$$id'])))
          .count('n')
          .done(),
        as: 'back',
      })
      .done()
    const [first] = await from((p) =>
      p.limit(1).lookup({ from: 'others', localField: 'ref', foreignField: '_id', pipeline: inner, as: 'deep.o' }),
    )
    expect(first).toMatchObject({ n: 1, deep: { o: [{ _id: 'a', back: [{ n: 1 }] }] } })
  })
  test('a collection that does not exist, half of the fields, and what it does not know are refused', async () => {
    expect(await messageOf(joined({ from: 'nowhere', localField: 'n', foreignField: 'n' }))).toContain('nowhere')
    expect(await messageOf(joined({ localField: 'n' }))).toContain('foreignField')
    expect(await messageOf(joined({ localField: 'n', foreignField: 'n', frob: 1 }))).toContain('frob')
    expect(await messageOf(joined({ pipeline: [{ $frob: 1 }] }))).toContain('$frob')
  })
})

describe('stages the SDK has no names for', () => {
  test('facet branches, unionWith unites, graphLookup follows', async () => {
    await given({ boss: null }, { boss: '0' }, { boss: '1' }, { boss: '1' })
    await db().collection('others').add({ _id: 'x' })
    expect(await raw({ $facet: { few: [{ $limit: 1 }, { $project: { _id: 1 } }], all: [{ $count: 'n' }] } })).toEqual([
      { few: [{ _id: '0' }], all: [{ n: 4 }] },
    ])
    expect(await raw({ $limit: 1 }, { $unionWith: 'others' }, { $project: { _id: 1 } })).toEqual([
      { _id: '0' },
      { _id: 'x' },
    ])
    const up = {
      from: 'things',
      startWith: '$boss',
      connectFromField: 'boss',
      connectToField: '_id',
      as: 'up',
      depthField: 'd',
    }
    expect(await raw({ $match: { _id: '2' } }, { $graphLookup: up })).toEqual([
      {
        _id: '2',
        boss: '1',
        up: [
          { _id: '1', boss: '0', d: 0 },
          { _id: '0', boss: null, d: 1 },
        ],
      },
    ])
  })
  test('what it does not know or do is refused by name, even where no document gets there', async () => {
    for (const stage of ['$frobnicate', '$out', '$merge', '$redact', '$densify', '$setWindowFields', '$indexStats'])
      expect(await messageOf(raw({ $match: { none: 1 } }, { [stage]: 'others' }))).toContain(stage)
  })
})
