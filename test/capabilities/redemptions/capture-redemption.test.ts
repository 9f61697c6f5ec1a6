import type { CapabilityName } from '@/shared/contracts'
import { dayMs, toInstant } from '@/shared/kernel/time'
import { giveTo, householdOf } from '../lovebank/members'
import { expectCode, expectOnce, expectRefused, useWorld } from '../world'
import { freshRequestId } from '../../support/cloud'
import { clerk, colleague, elsewhere, member, offer, pointsOf, redemptionOf, setAside, stockOf } from './shop'

const world = useWorld()
const name = 'redemptions.captureRedemption' satisfies CapabilityName
const shown = async (rewardId: string) => {
  await giveTo(world, member, 6)
  const id = await setAside(world, rewardId)
  return { id, ...(await world.ask(member, 'redemptions.showCode', { id })) }
}

test('handed over once: points gone to the centre, one fewer on the shelf, the member is told', async () => {
  const reward = await offer(world)
  const { id, typed } = await shown(reward)
  const done = await expectOnce(world, clerk, name, { code: typed }, { code: '22222222' })
  expect(done).toMatchObject({ id, rewardName: '洗衣液', capturedAt: toInstant(world.clock.now) })
  expect([stockOf(world, reward), await pointsOf(world)]).toEqual([
    [9, 0],
    [0, 0],
  ])
  expect(redemptionOf(world, id)).toMatchObject({ state: 'captured', clerk: { personId: clerk }, dueAt: null })
  const captured = world.documents('transfers').find(({ _id }) => _id === `capture:${id}`)!
  expect(captured.lines).toContainEqual({ account: 'centre:centre-1', lot: null, halfPoints: 6 })
  const { notices } = await world.ask(member, 'notices.listNotices', {})
  expect(notices[0]).toMatchObject({ title: '兑换品已领取', subject: { kind: 'redemption', id } })
})

test('REDEMPTION_ALREADY_CAPTURED for a code shown again, both of them', async () => {
  const { scan, typed } = await shown(await offer(world))
  await world.ask(clerk, name, { code: scan })
  for (const code of [scan, typed]) await expectCode(world, 'REDEMPTION_ALREADY_CAPTURED', colleague, name, { code })
  expect(world.documents('codeRefusals')).toHaveLength(2)
})

test('a refusal whose answer was lost is the same when it is asked for again, and is on record once', async () => {
  const { scan } = await shown(await offer(world))
  await world.ask(clerk, name, { code: scan })
  const requestId = freshRequestId()
  const ask = () => world.send(colleague, name, { code: scan }, requestId)
  const first = await ask()
  expect(first).toMatchObject({ ok: false, error: { code: 'REDEMPTION_ALREADY_CAPTURED' } })
  expect(await ask()).toEqual(first)
  expect(world.documents('codeRefusals')).toHaveLength(1)
})

test('two clerks on one code: one succeeds, the other reads a plain sentence', async () => {
  const reward = await offer(world)
  for (let round = 0; round < 5; round++) {
    const { scan } = await shown(reward)
    const both = await Promise.all([clerk, colleague].map((persona) => world.send(persona, name, { code: scan })))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    const [refused] = both.flatMap((one) => (one.ok ? [] : [one.error]))
    expect(refused).toMatchObject({ code: 'REDEMPTION_ALREADY_CAPTURED', message: '这份兑换品已经发放过了，不能再发' })
  }
  expect(stockOf(world, reward)).toEqual([5, 0])
  expect(world.documents('transfers').filter(({ kind }) => kind === 'capture')).toHaveLength(5)
})

test('a clerk and the member at once: handed over or given back, never both', async () => {
  const reward = await offer(world)
  for (let round = 0; round < 5; round++) {
    const { id, scan } = await shown(reward)
    const both = await Promise.all([
      world.refusalOf(clerk, name, { code: scan }),
      world.refusalOf(member, 'redemptions.cancelRedemption', { id }),
    ])
    expect(both.filter((one) => one === 'ok')).toHaveLength(1)
  }
  const states = world.documents('redemptions').map(({ state }) => state)
  const fetched = states.filter((one) => one === 'captured').length
  expect(stockOf(world, reward)).toEqual([10 - fetched, 0])
  expect(await pointsOf(world)).toEqual([(5 - fetched) * 6, 0])
})

test('REDEMPTION_ENDED after seven days, CODE_OF_OTHER_CENTRE elsewhere; outside the hours it is handed over all the same', async () => {
  const reward = await offer(world)
  const { id, scan } = await shown(reward)
  await expectCode(world, 'CODE_OF_OTHER_CENTRE', elsewhere, name, { code: scan })
  world.clock.now += 7 * dayMs
  await expectCode(world, 'REDEMPTION_ENDED', clerk, name, { code: scan })
  expect(redemptionOf(world, id).state).toBe('held')
  world.clock.now = Date.parse('2026-11-29T15:00:00.000Z')
  const { centres } = await world.ask(member, 'redemptions.listCentres', {})
  expect(centres[0]!.isOpen).toBe(false)
  const again = await world.ask(member, 'redemptions.showCode', { id })
  await world.ask(clerk, name, { code: again.scan })
})

test('OWN_REDEMPTION: the clerk serves neither themselves nor their family account; a suspended member still fetches', async () => {
  const reward = await offer(world)
  const home = householdOf(world, member)
  await world.runtime.store.persons.updateWhere({ _id: clerk }, { householdId: home })
  await giveTo(world, home, 6, 'family')
  const family = { id: reward, payer: 'family', price: 6 } as const
  const { id } = await world.ask(member, 'redemptions.redeemReward', family)
  const { scan } = await world.ask(member, 'redemptions.showCode', { id })
  await expectCode(world, 'OWN_REDEMPTION', clerk, name, { code: scan })
  const own = await shown(reward)
  const stopped = { kind: 'person', ownerId: member, isSuspended: true, reason: '核实中' } as const
  await world.ask('administrator-1', 'lovebank.setSuspension', stopped)
  await world.ask(clerk, name, { code: own.scan })
})

test('FORBIDDEN to members and administrators', async () => {
  const { scan } = await shown(await offer(world))
  for (const persona of [member, 'administrator-1', 'newcomer-1'])
    await expectRefused(world, 'FORBIDDEN', persona, name, { code: scan })
})
