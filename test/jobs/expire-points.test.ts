import { expirePoints } from '@cloud/jobs/expire-points'
import { addDays, startOfDay } from '@/shared/kernel/time'
import { giveTo, householdOf, resident } from '../capabilities/lovebank/members'
import { clerk, offer, setAside } from '../capabilities/redemptions/shop'
import { useWorld, written } from '../capabilities/world'

const world = useWorld()
const run = (day: string) => {
  world.clock.now = startOfDay(day)
  return expirePoints({ store: world.runtime.store, files: world.runtime.files, now: world.clock.now })
}
const lastDay = '2028-11-25'
const told = () =>
  world
    .documents('notices')
    .filter(({ title, recipientId }) => recipientId === resident && title.includes('到期'))
    .map(({ text }) => text)
const available = () => world.documents('accounts').map((account) => account.available)

test('the owner is told 60, 30 and 7 days ahead, and the points end on the day after their last', async () => {
  await giveTo(world, resident, 5)
  expect(await run(addDays(lastDay, -61))).toEqual({ done: 0 })
  for (const before of [60, 30, 7]) {
    expect(await run(addDays(lastDay, -before))).toEqual({ done: 1 })
    expect(told().at(-1)).toContain(`2.5 分爱心积分在 ${before} 天后（${lastDay}）到期`)
  }
  expect(await run(lastDay)).toEqual({ done: 0 })
  expect(available()).toEqual([5])
  expect(await run(addDays(lastDay, 1))).toEqual({ done: 1 })
  expect([available(), told()]).toEqual([[0], expect.arrayContaining(['您有 2.5 分爱心积分已到期。'])])
  expect(told()).toHaveLength(4)
})

test('run again, or on the days between, it changes nothing', async () => {
  await giveTo(world, resident, 5)
  await run(addDays(lastDay, -60))
  const before = written(world)
  expect(await run(addDays(lastDay, -60))).toEqual({ done: 0 })
  expect(await run(addDays(lastDay, -45))).toEqual({ done: 0 })
  expect(written(world) === before).toBe(true)
})

test('days that were missed are made up for, with one warning of each lot', async () => {
  await giveTo(world, resident, 5)
  await run(addDays(lastDay, -3))
  expect(told()).toHaveLength(1)
  await run(addDays(lastDay, 40))
  expect(available()).toEqual([0])
})

test('later points stay while earlier ones end', async () => {
  await giveTo(world, resident, 5)
  world.clock.now = startOfDay('2027-01-10')
  await giveTo(world, resident, 3)
  await run(addDays(lastDay, 1))
  expect(world.documents('accounts')[0]).toMatchObject({ available: 3, lots: [{ expiresOn: '2029-01-10' }] })
})

test('everybody of a household is told of the family account, beside their own', async () => {
  await giveTo(world, resident, 5)
  await giveTo(world, householdOf(world, resident), 4, 'family')
  await run(addDays(lastDay, -60))
  expect(told().sort()).toEqual(
    ['2', '2.5'].map((points) => `您有 ${points} 分爱心积分在 60 天后（${lastDay}）到期，请尽快兑换。`).sort(),
  )
})

test('what comes back to an ended lot after the day was seen to ends with the next day, and holds up nobody', async () => {
  await giveTo(world, resident, 8)
  world.clock.now = startOfDay(lastDay)
  const id = await setAside(world, await offer(world), resident)
  const { scan } = await world.ask(resident, 'redemptions.showCode', { id })
  await world.ask(clerk, 'redemptions.captureRedemption', { code: scan })
  expect(await run(addDays(lastDay, 1))).toEqual({ done: 1 })
  world.clock.now += 3_600_000
  await world.ask(clerk, 'redemptions.returnRedemption', { id, reason: '包装破损', isBack: true })
  expect(available()).toEqual([6])
  expect(await run(addDays(lastDay, 1))).toEqual({ done: 0 })
  expect(await run(addDays(lastDay, 2))).toEqual({ done: 1 })
  expect(available()).toEqual([0])
})
