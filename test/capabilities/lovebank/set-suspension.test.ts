import type { CapabilityName } from '@/shared/contracts'
import { expectOnce, expectRefused, useWorld, written } from '../world'
import { administrator, desk, resident } from './members'

const world = useWorld()
const name = 'lovebank.setSuspension' satisfies CapabilityName
const input = { kind: 'person', ownerId: resident, isSuspended: true, reason: '核实中' } as const

test('stops an account that has earned nothing yet, tells its owner, and lets it go on', async () => {
  const { account } = await expectOnce(world, administrator, name, input, { ...input, isSuspended: false })
  expect(account.isSuspended).toBe(true)
  const { notices } = await world.ask(resident, 'notices.listNotices', {})
  expect(notices[0]).toMatchObject({ title: '积分账户已暂停' })
  expect((await world.ask(administrator, name, { ...input, isSuspended: false })).account.isSuspended).toBe(false)
})

test('the same again changes and tells nothing', async () => {
  await world.ask(administrator, name, input)
  const { notices: before } = await world.ask(resident, 'notices.listNotices', {})
  await world.ask(administrator, name, input)
  expect((await world.ask(resident, 'notices.listNotices', {})).notices).toEqual(before)
  expect(written(world)).toContain('核实中')
})

test('FORBIDDEN to all but the administrator, NOT_FOUND for another community', async () => {
  await expectRefused(world, 'FORBIDDEN', desk, name, input)
  await expectRefused(world, 'NOT_FOUND', administrator, name, { ...input, ownerId: 'b-resident-1' })
})

test('OWN_ACCOUNT: nobody lifts or lays a suspension of their own, or of their household', async () => {
  const { householdId } = world.documents('persons').find(({ _id }) => _id === administrator)!
  const own = { ...input, ownerId: administrator }
  await expectRefused(world, 'OWN_ACCOUNT', administrator, name, own)
  await expectRefused(world, 'OWN_ACCOUNT', administrator, name, { ...own, isSuspended: false })
  if (householdId)
    await expectRefused(world, 'OWN_ACCOUNT', administrator, name, { ...own, kind: 'family', ownerId: householdId })
})
