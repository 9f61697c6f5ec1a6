import type { CapabilityName } from '@/shared/contracts'
import { dayMs, minuteMs } from '@/shared/kernel/time'
import { freshRequestId } from '../../support/cloud'
import { giveTo } from '../lovebank/members'
import { expectAbsent, expectRefused, useWorld, written } from '../world'
import { clerk, member, offer, redemptionOf, setAside, stranger } from './shop'

const world = useWorld()
const name = 'redemptions.showCode' satisfies CapabilityName
const held = async () => {
  await giveTo(world, member, 20)
  return setAside(world, await offer(world))
}

test('128 bits to scan and eight plain characters to type, good for fifteen minutes, and nothing of either is kept', async () => {
  const id = await held()
  const { scan, typed, expiresAt } = await world.ask(member, name, { id })
  expect(scan).toMatch(/^redeem:[0-9a-f]{32}$/)
  expect(typed).toMatch(/^[2-9ACDEFGHJKMNPQRTUVWXY]{8}$/)
  expect(Date.parse(expiresAt) - world.clock.now).toBe(15 * minuteMs)
  const kept = written(world)
  for (const secret of [scan, scan.slice('redeem:'.length), typed]) expect(kept).not.toContain(secret)
})

test('shown again it is new, and the old one is good no more; so does sending the same request again', async () => {
  const id = await held()
  const requestId = freshRequestId()
  const first = await world.ask(member, name, { id }, requestId)
  const second = await world.ask(member, name, { id }, requestId)
  expect(second.scan).not.toBe(first.scan)
  for (const code of [first.scan, first.typed])
    expect(await world.refusalOf(clerk, 'redemptions.captureRedemption', { code })).toBe('CODE_REPLACED')
  await world.ask(clerk, 'redemptions.captureRedemption', { code: second.scan })
  await expectRefused(world, 'REDEMPTION_NOT_HELD', member, name, { id })
})

test('after seven days there is nothing to show, also before the job has come by', async () => {
  const id = await held()
  world.clock.now += 7 * dayMs
  await expectRefused(world, 'REDEMPTION_NOT_HELD', member, name, { id })
  expect(redemptionOf(world, id).state).toBe('held')
})

test('NOT_FOUND to a stranger and to the clerk, FORBIDDEN to a newcomer', async () => {
  const id = await held()
  await expectAbsent(world, stranger, name, id, (one) => ({ id: one }))
  await expectRefused(world, 'NOT_FOUND', clerk, name, { id })
  await expectRefused(world, 'FORBIDDEN', 'newcomer-1', name, { id })
})
