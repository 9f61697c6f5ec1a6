import type { CapabilityName } from '@/shared/contracts'
import { dayMs } from '@/shared/kernel/time'
import { expectOnce, expectRefused, useWorld } from '../world'
import { clerk, offer, setAside } from '../redemptions/shop'
import { administrator, desk, giveTo, resident } from './members'

const world = useWorld()
const name = 'lovebank.reverseTransfer' satisfies CapabilityName
const idOf = (last: number): string => world.documents('transfers').find(({ sequence }) => sequence === last)!._id
const reason = '登记错了人'

test('what is there is taken, what is not is owed and comes off later', async () => {
  await giveTo(world, resident, 6)
  await world.ask(administrator, 'lovebank.adjustPoints', { kind: 'person', ownerId: resident, halfPoints: -2, reason })
  const { account } = await world.ask(desk, name, { id: idOf(1), reason })
  expect(account).toMatchObject({ available: 0, owed: 2 })
  const { notices } = await world.ask(resident, 'notices.listNotices', {})
  expect(notices.find(({ title }) => title === '积分已冲正')?.text).toContain('扣回 2 分，余下 1 分从以后的积分中扣')
})

test('once only, also when sent again; a taking back can be taken back once, and that one never', async () => {
  await giveTo(world, resident, 6)
  const first = idOf(1)
  await expectOnce(world, desk, name, { id: first, reason }, { id: first, reason: '别的' })
  await expectRefused(world, 'TRANSFER_ALREADY_REVERSED', desk, name, { id: first, reason })
  const { account } = await world.ask(desk, name, { id: `reverse:${first}`, reason })
  expect(account).toMatchObject({ available: 6, owed: 0 })
  await expectRefused(world, 'TRANSFER_NOT_REVERSIBLE', desk, name, { id: `reverse:reverse:${first}`, reason })
})

test('two at once take it back once', async () => {
  await giveTo(world, resident, 6)
  const input = { id: idOf(1), reason }
  const both = await Promise.all([desk, administrator].map((persona) => world.send(persona, name, input)))
  expect(both.map((one) => (one.ok ? 'ok' : one.error.code)).sort()).toEqual(['TRANSFER_ALREADY_REVERSED', 'ok'])
})

test('TRANSFER_TOO_OLD after thirty days, and the statement says beforehand what can be taken back', async () => {
  await giveTo(world, resident, 6)
  const statement = async () =>
    (await world.ask(desk, 'lovebank.listMemberStatement', { kind: 'person', ownerId: resident })).entries
  expect(await statement()).toMatchObject([{ isReversible: true }])
  world.clock.now += 31 * dayMs
  expect(await statement()).toMatchObject([{ isReversible: false }])
  await expectRefused(world, 'TRANSFER_TOO_OLD', desk, name, { id: idOf(1), reason })
})

test('OWN_ACCOUNT for whoever earned it; FORBIDDEN to residents; NOT_FOUND for nothing', async () => {
  await giveTo(world, desk, 6)
  await expectRefused(world, 'OWN_ACCOUNT', desk, name, { id: idOf(1), reason })
  await expectRefused(world, 'FORBIDDEN', resident, name, { id: idOf(1), reason })
  await expectRefused(world, 'NOT_FOUND', desk, name, { id: 'award-1', reason })
})

test('TRANSFER_OF_REDEMPTION: what was handed out is mended where the goods are, so that points and stock never part', async () => {
  await giveTo(world, resident, 6)
  const id = await setAside(world, await offer(world), resident)
  const { scan } = await world.ask(resident, 'redemptions.showCode', { id })
  await world.ask(clerk, 'redemptions.captureRedemption', { code: scan })
  for (const transferId of [`hold:${id}`, `capture:${id}`])
    await expectRefused(world, 'TRANSFER_OF_REDEMPTION', desk, name, { id: transferId, reason })
  const { entries } = await world.ask(desk, 'lovebank.listMemberStatement', { kind: 'person', ownerId: resident })
  expect(entries.map(({ kind, isReversible }) => [kind, isReversible])).toEqual([
    ['capture', false],
    ['hold', false],
    ['adjust', true],
  ])
})
