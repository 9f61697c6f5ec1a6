import type { CapabilityName } from '@/shared/contracts'
import { expectOnce, expectRefused, useWorld } from '../world'
import { administrator, desk, giveTo, householdOf, resident } from './members'

const world = useWorld()
const name = 'lovebank.adjustPoints' satisfies CapabilityName
const input = { kind: 'person', ownerId: resident, halfPoints: 5, reason: '补记上周的服务' } as const

test('points come into a lot of their own day, are on the statement with the reason, and the owner is told', async () => {
  await world.ask(administrator, name, input)
  const { accounts } = await world.ask(resident, 'lovebank.getMyAccount', {})
  expect(accounts).toMatchObject([{ kind: 'person', available: 5, held: 0, owed: 0, isSuspended: false }])
  expect(accounts[0]!.lots).toEqual([{ expiresOn: '2028-11-25', halfPoints: 5 }])
  const { entries } = await world.ask(resident, 'lovebank.listStatement', { kind: 'person' })
  expect(entries).toMatchObject([
    { kind: 'adjust', title: '积分更正', reason: '补记上周的服务', change: 5, available: 5 },
  ])
  const { notices } = await world.ask(resident, 'notices.listNotices', {})
  expect(notices[0]).toMatchObject({ title: '积分有更正', subject: { kind: 'points' } })
  expect(notices[0]!.text).toContain('增加 2.5 分')
})

test('points go, the oldest first, and never more than there are', async () => {
  await giveTo(world, resident, 5)
  await world.ask(administrator, name, { ...input, halfPoints: -2 })
  expect((await world.ask(resident, 'lovebank.getMyAccount', {})).accounts[0]!.available).toBe(3)
  await expectRefused(world, 'POINTS_TOO_FEW', administrator, name, { ...input, halfPoints: -4 })
})

test('sent twice it is done once', async () => {
  const reply = await expectOnce(world, administrator, name, input, { ...input, halfPoints: 7 })
  expect(reply.account.available).toBe(5)
  expect(world.documents('transfers')).toHaveLength(1)
})

test('AMOUNT_INVALID for nothing, AMOUNT_TOO_LARGE for more than any account may have, BALANCE_FULL for more than there is room for, INVALID_INPUT for parts of half points', async () => {
  await expectRefused(world, 'AMOUNT_INVALID', administrator, name, { ...input, halfPoints: 0 })
  await world.ask(administrator, name, { ...input, halfPoints: 4 })
  await expectRefused(world, 'BALANCE_FULL', administrator, name, { ...input, halfPoints: 3000 })
  for (const halfPoints of [3001, 1_000_000_000, -1_000_000_000])
    await expectRefused(world, 'AMOUNT_TOO_LARGE', administrator, name, { ...input, halfPoints })
  for (const halfPoints of [1.5, 1e12, '2', null])
    await expectRefused(world, 'INVALID_INPUT', administrator, name, { ...input, halfPoints })
})

test('OWN_ACCOUNT: nobody corrects their own points or those of their household', async () => {
  await expectRefused(world, 'OWN_ACCOUNT', administrator, name, { ...input, ownerId: administrator })
})

test('FORBIDDEN to the desk and to residents; NOT_FOUND for nobody and for another community', async () => {
  await expectRefused(world, 'FORBIDDEN', desk, name, input)
  await expectRefused(world, 'FORBIDDEN', resident, name, input)
  for (const ownerId of ['nobody', 'b-resident-1'])
    await expectRefused(world, 'NOT_FOUND', administrator, name, { ...input, ownerId })
})

test('a family account stands beside the own one, and everybody of the household sees it', async () => {
  await giveTo(world, householdOf(world, resident), 4, 'family')
  const { accounts } = await world.ask(resident, 'lovebank.getMyAccount', {})
  expect(accounts.map(({ kind, available }) => [kind, available])).toEqual([
    ['person', 0],
    ['family', 4],
  ])
  const { entries } = await world.ask(resident, 'lovebank.listStatement', { kind: 'family' })
  expect(entries).toHaveLength(1)
})

test('a suspended account is corrected all the same', async () => {
  const what = { kind: 'person', ownerId: resident, isSuspended: true, reason: '核实中' } as const
  await world.ask(administrator, 'lovebank.setSuspension', what)
  expect((await world.ask(administrator, name, input)).account).toMatchObject({ available: 5, isSuspended: true })
})

test('an account says nothing about whose it is', async () => {
  await giveTo(world, resident, 5)
  const ledger = JSON.stringify([world.documents('transfers'), world.documents('accounts')])
  expect(ledger).not.toContain(resident)
  expect(ledger).not.toContain('年终奖励')
})
