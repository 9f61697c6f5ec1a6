import { expectRefused, useWorld } from '../world'
import { desk, opened, otherDesk, pay, photo, projectOf, treasurer } from './story'

const world = useWorld()
const move = 'projects.moveProject'
const [first, second] = ['household-2-1-1-101', 'household-2-1-1-102']

/** Accepted, its final account spending ¥600 of the ¥1,000 that each of two households paid, or as much as is said. */
const accepted = async (spentFen = 60_000): Promise<string> => {
  const projectId = await opened(world)
  for (const householdId of [first, second]) await pay(world, projectId, householdId)
  await world.runtime.store.projects.updateWhere(
    { _id: projectId },
    {
      state: 'accepted',
      reached: 'accepted',
      lines: [{ name: '管道', source: 'selfFunding', plannedFen: 50_000_000, finalFen: spentFen }],
    },
  )
  await world.ask(treasurer, 'projects.confirmSpending', { projectId, fen: spentFen })
  return projectId
}
let backs = 0
const refund = (projectId: string, fen: number, householdId = first) => ({
  projectId,
  householdId,
  kind: 'refunded',
  fen,
  slipNumber: `back ${++backs}`,
  paidOn: '2026-11-25',
  reason: '结余退还',
})
const settle = (id: string) => ({ id, move: 'settle', sentence: '决算已核对' })
const collected = () =>
  world
    .documents('payments')
    .filter(({ voided }) => voided === null)
    .reduce((sum, { kind, fen }) => sum + (kind === 'paid' ? fen : -fen), 0)
const spent = (id: string) => projectOf(world, id).lines.reduce((sum, { finalFen }) => sum + (finalFen ?? 0), 0)

test('of a final account and a refund at once never both: what was spent of households is there', async () => {
  for (const spentFen of [200_000, 150_000]) {
    const id = await accepted(spentFen)
    const answers = await Promise.all([
      world.refusalOf(otherDesk, move, settle(id)),
      world.refusalOf(treasurer, 'projects.recordPayment', refund(id, 60_000)),
    ])
    expect([
      ['ok', 'BELOW_FINAL_ACCOUNT'],
      ['SPENDING_NOT_CONFIRMED', 'ok'],
    ]).toContainEqual(answers)
    world.refill()
  }
})

test('of a final account and a slip made void at once never both', async () => {
  const id = await accepted(200_000)
  const [payment] = world.documents('payments')
  const answers = await Promise.all([
    world.refusalOf(treasurer, 'projects.voidPayment', { id: payment!._id, reason: '录错了户' }),
    world.refusalOf(desk, move, settle(id)),
  ])
  expect([
    ['BELOW_FINAL_ACCOUNT', 'ok'],
    ['ok', 'SPENDING_NOT_CONFIRMED'],
  ]).toContainEqual(answers)
})

test('after the final account the surplus goes back, and BELOW_FINAL_ACCOUNT for one fen more, however it is taken out', async () => {
  const id = await accepted(150_000)
  await world.ask(desk, move, { id, move: 'settle', sentence: '决算已核对' })
  const [payment] = world.documents('payments')
  const name = 'projects.voidPayment'
  await expectRefused(world, 'BELOW_FINAL_ACCOUNT', treasurer, name, { id: payment!._id, reason: '录错了户' })
  await expectRefused(world, 'BELOW_FINAL_ACCOUNT', treasurer, 'projects.recordPayment', refund(id, 50_001))
  await expectRefused(world, 'FUNDING_TOO_LATE', treasurer, 'projects.recordPayment', {
    ...refund(id, 1),
    kind: 'paid',
    fileId: await photo(world),
  })
  expect(await world.refusalOf(treasurer, 'projects.recordPayment', refund(id, 50_000))).toBe('ok')
  expect([collected(), spent(id)]).toEqual([150_000, 150_000])
})

test('of ten who take the surplus at once as many are paid as there is surplus for', async () => {
  const id = await accepted(170_000)
  await world.ask(desk, move, { id, move: 'settle', sentence: '决算已核对' })
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, at) =>
      world.refusalOf(treasurer, 'projects.recordPayment', refund(id, 10_000, at % 2 ? first : second)),
    ),
  )
  expect(answers.filter((answer) => answer === 'ok')).toHaveLength(3)
  expect(answers.filter((answer) => answer === 'BELOW_FINAL_ACCOUNT')).toHaveLength(7)
  expect([collected(), spent(id)]).toEqual([170_000, 170_000])
})
