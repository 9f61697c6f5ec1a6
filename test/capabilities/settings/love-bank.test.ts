import { createDirectories } from '@cloud/store/directory'
import type { CapabilityName, ContractOf } from '@/shared/contracts'
import type { InputOf } from '@/shared/kernel/capability'
import { dayMs, minuteMs, toInstant } from '@/shared/kernel/time'
import {
  administrator,
  arrive,
  asked,
  at,
  desk,
  end,
  farOff,
  leave,
  pointsOf,
  scanOf,
  sessionOf,
  start,
  volunteer,
} from '../activities/shared'
import { clerk, offer, setAside } from '../redemptions/shop'
import { expectCode, expectRefused, useWorld } from '../world'

const world = useWorld()
const morning = Date.parse('2026-11-25T01:00:00.000Z')
type Values = Readonly<Record<string, number>>

/** The administrator sets numbers; whoever is asked next has read them. */
const set = async (values: Values) => {
  const list = Object.entries(values).map(([code, value]) => ({ code, value }))
  await world.ask(administrator, 'settings.updateSettings', { values: list })
  world.runtime.directories = createDirectories(world.runtime.store, () => world.clock.now)
}
const join = async (changes: Partial<InputOf<ContractOf<'activities.createActivity'>>> = {}) => {
  const id = await sessionOf(world, changes)
  await world.ask(volunteer, 'activities.signUp', { id })
  return id
}
const earn = (halfPoints: number) =>
  world.ask(administrator, 'lovebank.adjustPoints', { kind: 'person', ownerId: volunteer, halfPoints, reason: '补记' })
const afternoon = { rule: { ...asked.rule, times: ['15:00'] } }

test('a session keeps the window and the distance it was made with; one made later has the new ones', async () => {
  const before = await join()
  await set({ opensBeforeMinutes: 10, radiusMeters: 500 })
  const after = await join(afternoon)
  const checkIn = 'activities.checkIn' satisfies CapabilityName
  const far = { point: { ...farOff, latitude: farOff.latitude - 0.0001 }, accuracyMeters: 20 }
  const startsLater = start + 6 * 60 * minuteMs

  at(world, start - 20 * minuteMs)
  const view = await world.ask(volunteer, 'activities.getSession', { id: before })
  expect(view).toMatchObject({ canCheckIn: true, checkInFrom: toInstant(start - 30 * minuteMs) })
  await expectCode(world, 'TOO_FAR', volunteer, checkIn, await scanOf(world, before, { position: far }))
  await arrive(world, before)
  at(world, end)
  await leave(world, before)

  at(world, startsLater - 20 * minuteMs)
  expect(await world.ask(volunteer, 'activities.getSession', { id: after })).toMatchObject({
    canCheckIn: false,
    checkInFrom: toInstant(startsLater - 10 * minuteMs),
  })
  expect((await world.ask(desk, 'activities.getRoster', { id: after })).code).toBeNull()
  at(world, startsLater - 5 * minuteMs)
  await arrive(world, after, volunteer, { position: far })
})

test('what an hour is counted by and what counts at most are a session’s own too', async () => {
  const before = await join()
  await set({ countedStepMinutes: 60, sessionHoursMax: 1, dayHoursMax: 2 })
  const after = await join({ rule: { ...asked.rule, times: ['15:00'], minutes: 150 } })
  at(world, start)
  await arrive(world, before)
  at(world, start + 90 * minuteMs)
  expect(await leave(world, before)).toMatchObject({ counted: 90, honour: 0, halfPoints: 3 })
  // Of 130 minutes an hour counts in a session, and of the day's two hours half of one is left: not a whole step.
  at(world, start + 360 * minuteMs)
  await arrive(world, after)
  at(world, start + 490 * minuteMs)
  expect(await leave(world, after)).toMatchObject({ counted: 30, honour: 100, halfPoints: 0 })
  expect(await pointsOf(world)).toEqual([3])
  expect(world.documents('sessions').find(({ _id }) => _id === after)!.reserved).toBe(20)
})

test('a lot keeps the day it was told; what is earned later ends when the new number says', async () => {
  await earn(4)
  await set({ lotMonths: 6 })
  await earn(4)
  const { accounts } = await world.ask(volunteer, 'lovebank.getMyAccount', {})
  expect(accounts[0]!.lots).toEqual([
    { expiresOn: '2027-05-25', halfPoints: 4 },
    { expiresOn: '2028-11-25', halfPoints: 4 },
  ])
})

test('a full account is one that has what the community allows, and what it had before stays', async () => {
  await earn(300)
  await set({ balanceMax: 200 })
  expect(await pointsOf(world)).toEqual([300])
  const more = { kind: 'person', ownerId: volunteer, halfPoints: 2, reason: '补' } as const
  await expectRefused(world, 'BALANCE_FULL', administrator, 'lovebank.adjustPoints', more)
})

test('a transfer is taken back within the days set today', async () => {
  await earn(4)
  const { entries } = await world.ask(volunteer, 'lovebank.listStatement', { kind: 'person' })
  await set({ reverseDays: 5 })
  at(world, morning + 6 * dayMs)
  const input = { id: entries[0]!.id, reason: '记错了' }
  await expectRefused(world, 'TRANSFER_TOO_OLD', administrator, 'lovebank.reverseTransfer', input)
  const listed = await world.ask(administrator, 'lovebank.listMemberStatement', { kind: 'person', ownerId: volunteer })
  expect(listed.entries.map(({ isReversible }) => isReversible)).toEqual([false])
  await set({ reverseDays: 30 })
  await world.ask(administrator, 'lovebank.reverseTransfer', input)
})

test('a hold keeps its days and a code its minutes; new ones have the new', async () => {
  await earn(20)
  const rewardId = await offer(world)
  const before = await setAside(world, rewardId)
  const shown = await world.ask(volunteer, 'redemptions.showCode', { id: before })
  await set({ holdDays: 3, codeMinutes: 5 })
  const after = await setAside(world, rewardId)
  const daysOf = async (id: string) => {
    const { heldAt, endsAt } = await world.ask(volunteer, 'redemptions.getRedemption', { id })
    return (Date.parse(endsAt) - Date.parse(heldAt)) / dayMs
  }
  expect([await daysOf(before), await daysOf(after)]).toEqual([7, 3])
  const again = await world.ask(volunteer, 'redemptions.showCode', { id: after })
  const lasts = ({ expiresAt, now }: { expiresAt: string; now: string }) => Date.parse(expiresAt) - Date.parse(now)
  expect([lasts(shown), lasts(again)]).toEqual([15 * minuteMs, 5 * minuteMs])
  world.clock.now += 10 * minuteMs
  const find = 'redemptions.findRedemption' satisfies CapabilityName
  expect(await world.ask(clerk, find, { code: shown.scan })).toMatchObject({ id: before })
  await expectCode(world, 'CODE_EXPIRED', clerk, find, { code: again.scan })
})

test('the year gives what is set, sessions that are out stay, and raising it lets more be made', async () => {
  await sessionOf(world, { capacity: 300 })
  const year = () => world.documents('issuerYears').find(({ communityId }) => communityId === 'xinsheng')!
  const { reserved } = year()
  await set({ yearHalfPoints: 2000 })
  const more = { ...asked, capacity: 300, ...afternoon }
  await expectRefused(world, 'BUDGET_SPENT', desk, 'activities.createActivity', more)
  expect(year().reserved).toBe(reserved)
  await set({ yearHalfPoints: 500_000 })
  await world.ask(desk, 'activities.createActivity', more)
  expect(year()).toMatchObject({ budget: 500_000, reserved: reserved + 1200 })
})

test('a new activity is offered at what an hour earns here', async () => {
  await set({ halfPointsPerHour: 3 })
  expect(await world.ask(volunteer, 'activities.listThemes', {})).toMatchObject({ halfPointsPerHour: 3 })
})

test('one community’s numbers are not another’s', async () => {
  await set({ holdDays: 3 })
  const { groups } = await world.ask('b-community-worker-1', 'settings.getSettings', {})
  const settings = groups.flatMap((group) => group.settings)
  expect(settings.find(({ code }) => code === 'holdDays')?.words).toBe('7 天')
})
