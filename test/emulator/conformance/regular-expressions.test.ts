import { _, ground, messageOf } from './ground'

const { db, given, ids, things } = ground()

beforeEach(() => given({ s: 'Abc\nxyz' }, { s: ['q', 'abd'] }, { s: 5 }, {}, { s: '街道办' }, { s: /^a/ }))

test('a literal and db.RegExp search in strings and elements of arrays', async () => {
  expect(await ids({ s: /^ab/ })).toEqual(['1'])
  expect(await ids({ s: /^ab/i })).toEqual(['0', '1'])
  expect(await ids({ s: db().RegExp({ regexp: '^街.办$', options: '' }) })).toEqual(['4'])
  expect(await ids({ s: db().RegExp({ regexp: '^AB', options: 'i' }) })).toEqual(['0', '1'])
})

test('the options m and s change what ^ and . mean', async () => {
  expect(await ids({ s: /^xyz/ })).toEqual([])
  expect(await ids({ s: /^xyz/m })).toEqual(['0'])
  expect(await ids({ s: /Abc.x/ })).toEqual([])
  expect(await ids({ s: db().RegExp({ regexp: 'Abc.x', options: 's' }) })).toEqual(['0'])
})

test('the option x lets a pattern breathe, and a leading (?i) counts', async () => {
  expect(await ids({ s: db().RegExp({ regexp: 'a b # two\n [cd]', options: 'xi' }) })).toEqual(['0', '1'])
  expect(await ids({ s: db().RegExp({ regexp: '(?i)^aB', options: '' }) })).toEqual(['0', '1'])
})

test('a stored pattern is found by the same pattern, and by eq', async () => {
  expect(await ids({ s: /^a/ })).toEqual(['1', '5'])
  expect(await ids({ s: _.eq(/^a/) })).toEqual(['5'])
})

test('the same pattern gives the same answer for every document, whatever its options', async () => {
  await things().add([
    { _id: 'p', s: 'abab' },
    { _id: 'q', s: 'abab' },
    { _id: 'r', s: 'abab' },
  ])
  expect(await ids({ s: /abab/g })).toEqual(['p', 'q', 'r'])
})

test('a dot is one character, also outside of the basic plane', async () => {
  await things().add({ _id: 'e', s: '😀' })
  expect(await ids({ s: /^.$/ })).toEqual(['1', 'e'])
})

test('raw $regex takes $options; a pattern that is none is refused', async () => {
  const raw = (condition: object) => things().options({ raw: true }).where({ s: condition }).get()
  expect((await raw({ $regex: '^AB', $options: 'i' })).data).toHaveLength(2)
  expect(await messageOf(raw({ $regex: '(' }))).toContain('(')
  expect(await messageOf(raw({ $options: 'i' }))).toContain('$options')
  expect(await messageOf(raw({ $gt: /a/ }))).toContain('$gt')
  expect(await messageOf(raw({ $ne: /a/ }))).toContain('$ne')
})
