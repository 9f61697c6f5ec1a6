import { $, ground } from './ground'

const { computed, refusal } = ground()

test('abs ceil floor exp sqrt ln log log10 give what mathematics gives', async () => {
  expect(
    await computed(
      { n: -2.5 },
      {
        abs: $.abs('$n'),
        ceil: $.ceil('$n'),
        floor: $.floor('$n'),
        exp: $.exp(0),
        sqrt: $.sqrt(25),
        ln: $.ln(1),
        log: $.log([8, 2]),
        log10: $.log10(1000),
      },
    ),
  ).toEqual({ abs: 2.5, ceil: -2, floor: -3, exp: 1, sqrt: 5, ln: 0, log: 3, log10: 3 })
})

test('add multiply subtract divide mod pow take fields, literals and each other', async () => {
  expect(
    await computed(
      { a: 7, b: 2 },
      {
        add: $.add(['$a', '$b', 1]),
        none: $.add([]),
        multiply: $.multiply(['$a', '$b']),
        subtract: $.subtract(['$b', '$a']),
        divide: $.divide(['$a', '$b']),
        mod: $.mod(['$a', '$b']),
        negative: $.mod([-7, 3]),
        fraction: $.mod([5.5, 2]),
        pow: $.pow(['$a', '$b']),
        nested: $.add([$.multiply(['$a', 10]), $.abs(-3)]),
      },
    ),
  ).toEqual({
    add: 10,
    none: 0,
    multiply: 14,
    subtract: -5,
    divide: 3.5,
    mod: 1,
    negative: -1,
    fraction: 1.5,
    pow: 49,
    nested: 73,
  })
})

test('trunc cuts towards zero, to places before and after the point', async () => {
  expect(
    await computed(
      {},
      {
        plain: $.trunc(-7.85),
        places: $.trunc([1234.5678, 2]),
        tens: $.trunc([1234.5678, -2]),
        even: { $round: [2.5, 0] },
        odd: { $round: 3.5 },
        cents: { $round: [1.005, 2] },
        hundreds: { $round: [1250, -2] },
      },
    ),
  ).toEqual({ plain: -7, places: 1234.56, tens: 1200, even: 2, odd: 4, cents: 1, hundreds: 1200 })
})

test('null and missing make the result null', async () => {
  expect(
    await computed(
      { n: null },
      {
        abs: $.abs('$n'),
        add: $.add([1, '$gap']),
        multiply: $.multiply(['$n', 2]),
        divide: $.divide(['$gap', 2]),
        mod: $.mod([5, '$n']),
        pow: $.pow(['$n', 2]),
        subtract: $.subtract([1, '$gap']),
        log: $.log(['$n', 10]),
        trunc: $.trunc('$gap'),
      },
    ),
  ).toEqual({
    abs: null,
    add: null,
    multiply: null,
    divide: null,
    mod: null,
    pow: null,
    subtract: null,
    log: null,
    trunc: null,
  })
})

test('dates add and subtract in milliseconds', async () => {
  const d = new Date('2024-03-01T00:00:00Z')
  expect(
    await computed(
      { d },
      {
        later: $.add(['$d', 86_400_000]),
        earlier: $.subtract(['$d', 1000]),
        between: $.subtract(['$d', new Date('2024-02-29T00:00:00Z')]),
      },
    ),
  ).toEqual({
    later: new Date('2024-03-02T00:00:00Z'),
    earlier: new Date('2024-02-29T23:59:59Z'),
    between: 86_400_000,
  })
})

test('what mathematics does not allow is refused by name', async () => {
  expect(await refusal({}, $.divide([1, 0]))).toContain('$divide')
  expect(await refusal({}, $.mod([1, 0]))).toContain('$mod')
  expect(await refusal({}, $.sqrt(-1))).toContain('$sqrt')
  expect(await refusal({}, $.ln(0))).toContain('$ln')
  expect(await refusal({}, $.log10(-1))).toContain('$log10')
  expect(await refusal({}, $.log([8, 1]))).toContain('$log')
  expect(await refusal({}, $.pow([0, -1]))).toContain('$pow')
  expect(await refusal({ s: 'x' }, $.abs('$s'))).toContain('$abs')
  expect(await refusal({ s: 'x' }, $.add([1, '$s']))).toContain('$add')
  expect(await refusal({ s: true }, $.multiply([1, '$s']))).toContain('$multiply')
  expect(await refusal({ d: new Date() }, $.add(['$d', '$d']))).toContain('$add')
  expect(await refusal({ d: new Date() }, $.subtract([1, '$d']))).toContain('$subtract')
  expect(await refusal({}, $.subtract([1]))).toContain('$subtract')
})
