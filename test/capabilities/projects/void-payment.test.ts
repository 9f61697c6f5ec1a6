import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { desk, member, memberHome, opened, pay, photo, stranger, treasurer } from './story'

const world = useWorld()
const name = 'projects.voidPayment' satisfies CapabilityName
const paymentId = () => world.documents('payments')[0]!._id

test('a slip counted by mistake is out of the sums, stays on record, and may be counted again; twice is once', async () => {
  const projectId = await opened(world)
  const householdId = await memberHome(world)
  await pay(world, projectId, householdId)
  const { slipNumber } = world.documents('payments')[0]!
  const id = paymentId()
  const share = await expectOnce(world, treasurer, name, { id, reason: '录错了户' }, { id, reason: '别的' })
  expect(share.paidFen).toBe(0)
  // Whoever read that it was counted reads that it no longer is.
  const told = world.documents('notices').filter(({ title }) => title === '一笔缴款已作废')
  expect(told.map(({ recipientId, subject }) => [recipientId, subject.kind])).toEqual([[member, 'share']])
  expect(world.documents('slips')).toEqual([])
  const { payments } = await world.ask(treasurer, 'projects.listPayments', { projectId })
  expect(payments).toMatchObject([{ id, isVoid: true, reason: '录错了户' }])
  expect((await world.ask(treasurer, 'projects.getFunding', { projectId })).slips).toMatchObject({
    count: 0,
    paidFen: 0,
    isEqual: true,
  })
  const again = { projectId, householdId, kind: 'paid', fen: 5, slipNumber, paidOn: '2026-11-25' } as const
  await world.ask(treasurer, 'projects.recordPayment', { ...again, fileId: await photo(world) })
  await expectRefused(world, 'PAYMENT_ALREADY_VOID', treasurer, name, { id, reason: '再来' })
})

test('REFUND_ABOVE_PAID while more went back than would be left', async () => {
  const projectId = await opened(world)
  const householdId = await memberHome(world)
  await pay(world, projectId, householdId)
  const back = { projectId, householdId, kind: 'refunded', fen: 1, slipNumber: 'R1', paidOn: '2026-11-25' } as const
  const id = paymentId()
  await world.ask(treasurer, 'projects.recordPayment', { ...back, reason: '多缴了' })
  await expectRefused(world, 'REFUND_ABOVE_PAID', treasurer, name, { id, reason: '录错了' })
})

test('NOT_FOUND to everybody but the treasurer', async () => {
  const projectId = await opened(world)
  await pay(world, projectId, await memberHome(world))
  for (const persona of [desk, member, stranger])
    await expectAbsent(world, persona, name, paymentId(), (id) => ({ id, reason: '录错了' }))
})
