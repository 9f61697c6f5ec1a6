import { $, ground } from './ground'

const { computed, refusal } = ground()
const document = { yes: true, zero: 0, empty: '', none: null, list: [], n: 5 }

test('and or not take everything for true but false, null, missing and 0', async () => {
  expect(
    await computed(document, {
      and: $.and(['$yes', '$empty', '$list', '$n']),
      zero: $.and(['$yes', '$zero']),
      gap: $.and(['$yes', '$gap']),
      nothing: $.and([]),
      or: $.or(['$zero', '$none', '$gap', '$n']),
      neither: $.or(['$zero', '$none', '$gap']),
      never: $.or([]),
      not: $.not(['$zero']),
      notText: $.not('$empty'),
    }),
  ).toEqual({
    and: true,
    zero: false,
    gap: false,
    nothing: true,
    or: true,
    neither: false,
    never: false,
    not: true,
    notText: false,
  })
})

test('comparison is over all kinds: missing, null, numbers, strings, objects, arrays, booleans, dates', async () => {
  const values = { a: null, b: 7, c: 'x', d: {}, e: [], f: false, g: new Date(0) }
  const names = Object.keys(values).map((name) => `$${name}`)
  const rising = ['$gap', ...names].slice(1).map((name, i) => $.lt([['$gap', ...names][i], name]))
  expect(await computed(values, { all: $.and(rising) })).toEqual({ all: true })
})

test('cmp eq neq gt gte lt lte', async () => {
  expect(
    await computed(
      { a: 1, b: 2, s: '1' },
      {
        less: $.cmp(['$a', '$b']),
        more: $.cmp(['$b', '$a']),
        same: $.cmp(['$a', 1]),
        eq: $.eq(['$a', '$s']),
        neq: $.neq(['$a', '$s']),
        gt: $.gt(['$s', '$b']),
        gte: $.gte(['$b', 2]),
        lt: $.lt(['$a', '$b']),
        lte: $.lte(['$b', '$a']),
        gaps: $.eq(['$gap', '$other']),
        nullGap: $.eq(['$gap', null]),
        objects: $.eq([{ x: '$a', y: '$b' }, $.literal({ x: 1, y: 2 })]),
        turned: $.eq([{ y: '$b', x: '$a' }, $.literal({ x: 1, y: 2 })]),
      },
    ),
  ).toEqual({
    less: -1,
    more: 1,
    same: 0,
    eq: false,
    neq: true,
    gt: true,
    gte: true,
    lt: true,
    lte: false,
    gaps: true,
    nullGap: false,
    objects: true,
    turned: false,
  })
})

test('cond in both forms evaluates only the branch it takes', async () => {
  expect(
    await computed(document, {
      list: $.cond([$.gt(['$n', 3]), 'big', $.divide([1, 0])]),
      object: $.cond({ if: '$zero', then: $.divide([1, 0]), else: 'small' }),
    }),
  ).toEqual({ list: 'big', object: 'small' })
  expect(await refusal({}, $.cond({ if: true, then: 1 }))).toContain('else')
})

test('ifNull takes the first that is neither null nor missing', async () => {
  expect(
    await computed(document, {
      gap: $.ifNull(['$gap', 'x']),
      none: $.ifNull(['$none', 'x']),
      zero: $.ifNull(['$zero', 'x']),
      third: $.ifNull(['$gap', '$none', 'y']),
    }),
  ).toEqual({ gap: 'x', none: 'x', zero: 0, third: 'y' })
})

test('switch takes the first case that is true, then its default, and is refused without one', async () => {
  const branches = [
    { case: $.gt(['$n', 9]), then: 'huge' },
    { case: $.gt(['$n', 3]), then: 'big' },
    { case: true, then: 'any' },
  ]
  expect(
    await computed(document, {
      second: $.switch({ branches }),
      fallback: $.switch({ branches: branches.slice(0, 1), default: '$n' }),
    }),
  ).toEqual({ second: 'big', fallback: 5 })
  expect(await refusal(document, $.switch({ branches: branches.slice(0, 1) }))).toContain('$switch')
  expect(await refusal(document, $.switch({ branches: [] }))).toContain('$switch')
})

test('literal is taken as it is, dollars included', async () => {
  expect(await computed({ n: 5 }, { text: $.literal('$n'), object: $.literal({ $add: [1, 2] }) })).toEqual({
    text: '$n',
    object: { $add: [1, 2] },
  })
})

test('let binds variables that see the outer ones, not each other', async () => {
  expect(
    await computed(
      { a: 2, b: 3 },
      {
        sum: $.let({ vars: { x: '$a', y: $.multiply(['$b', 10]) }, in: $.add(['$$x', '$$y']) }),
        shadow: $.let({ vars: { x: 1 }, in: $.let({ vars: { x: 5, y: '$$x' }, in: $.add(['$$x', '$$y']) }) }),
        path: $.let({ vars: { o: { deep: '$a' } }, in: '$$o.deep' }),
        root: '$$ROOT.b',
        current: '$$CURRENT.a',
        removed: $.cond([true, '$$REMOVE', 1]),
      },
    ),
  ).toEqual({ sum: 32, shadow: 6, path: 2, root: 3, current: 2 })
  expect(await refusal({}, $.let({ vars: { x: 1 }, in: '$$y' }))).toContain('y')
  expect(await refusal({}, $.let({ vars: { X: 1 }, in: 1 }))).toContain('X')
})

test('conversions read and write the usual kinds, and refuse the rest', async () => {
  expect(
    await computed(
      { s: '12.7', n: 12.7, b: true, d: new Date(1500) },
      {
        toInt: { $toInt: '$n' },
        toDouble: { $toDouble: '$s' },
        toText: { $toString: '$n' },
        dateText: { $toString: '$d' },
        toBool: { $toBool: 'false' },
        toDate: { $toDate: '2024-01-02T03:04:05Z' },
        toLong: { $toLong: '$d' },
        type: { $type: '$gap' },
        kind: { $type: '$d' },
        fallback: { $convert: { input: 'x', to: 'int', onError: -1 } },
        onNull: { $convert: { input: null, to: 'int', onNull: 0 } },
        isNumber: { $isNumber: '$s' },
      },
    ),
  ).toEqual({
    toInt: 12,
    toDouble: 12.7,
    toText: '12.7',
    dateText: '1970-01-01T00:00:01.500Z',
    toBool: true,
    toDate: new Date('2024-01-02T03:04:05Z'),
    toLong: 1500,
    type: 'missing',
    kind: 'date',
    fallback: -1,
    onNull: 0,
    isNumber: false,
  })
  const hex = '5f9f1b9b9c9d440000a1b2c3'
  const exotic = await computed(
    { hex },
    { id: { $type: { $toObjectId: '$hex' } }, n: { $type: { $toDecimal: '1.5' } } },
  )
  expect(exotic).toEqual({ id: 'objectId', n: 'decimal' })
  expect(await refusal({}, { $toInt: '1.5' })).toContain('$toInt')
})

test('an operator it does not know is named, even where no document would have met it', async () => {
  expect(await refusal({}, { $frob: 1 })).toContain('$frob')
  expect(await refusal({}, $.cond([true, 1, { $frob: 1 }]))).toContain('$frob')
  expect(await refusal({}, $.meta('textScore'))).toContain('$meta')
  expect(await refusal({}, { $function: { body: 'x' } })).toContain('$function')
  expect(await refusal({}, { $add: [1], $abs: 1 })).toContain('$abs')
})
