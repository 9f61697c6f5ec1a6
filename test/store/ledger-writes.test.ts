import { findMember, postTransfer } from '@cloud/runtime/ledger'
import { IdTaken } from '@cloud/store/store'
import type { Draft } from '@/shared/domain/lovebank/transfer'
import { giveTo, resident } from '../capabilities/lovebank/members'
import { useWorld, written } from '../capabilities/world'

const world = useWorld()
const lot = '2028-11-25'
const draft: Draft = {
  _id: 'award:by-hand',
  kind: 'award',
  lines: [
    { account: 'issuer:xinsheng', lot: null, halfPoints: -4 },
    { account: 'available', lot, halfPoints: 4 },
  ],
  owedChange: 0,
  refers: null,
  at: '2026-11-25T01:00:00.000Z',
}
const post = (entry: Draft) =>
  world.runtime.store.transact(async (tx) => {
    const member = (await findMember(tx, { kind: 'person', ownerId: resident }))!
    await postTransfer(tx, member, entry, { actorId: 'system', title: '手工', reason: null, subjectId: null })
  })
const withLines = (own: number, issuer: number): Draft => ({
  ...draft,
  lines: [
    { account: 'issuer:xinsheng', lot: null, halfPoints: issuer },
    { account: 'available', lot, halfPoints: own },
  ],
})

test('what sums to zero is entered', async () => {
  await giveTo(world, resident, 7)
  await post(draft)
  expect(world.documents('transfers').map(({ after }) => after.available)).toEqual(expect.arrayContaining([7, 11]))
})

test.each([
  ['lines that do not sum to zero', withLines(4, -3)],
  ['more taken than there is', withLines(-8, 8)],
  ['parts of half points', withLines(0.5, -0.5)],
  ['more than any amount', withLines(1_000_000_001, -1_000_000_001)],
  ['nothing', withLines(0, 0)],
  ['points that belong to no lot', { ...draft, lines: draft.lines.map((line) => ({ ...line, lot: null })) }],
])('%s are written by nobody, whatever a rule has decided: nothing moves', async (_what, entry) => {
  await giveTo(world, resident, 7)
  const before = written(world)
  await expect(post(entry)).rejects.toThrow()
  expect(written(world) === before).toBe(true)
})

test('the same id with other lines changes nothing of what stands under it', async () => {
  await giveTo(world, resident, 7)
  await post(draft)
  const before = written(world)
  await expect(post(withLines(2, -2))).rejects.toThrow(IdTaken)
  await expect(post(draft)).rejects.toThrow(IdTaken)
  expect(written(world) === before).toBe(true)
})
