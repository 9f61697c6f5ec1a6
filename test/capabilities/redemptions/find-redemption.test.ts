import type { CapabilityName } from '@/shared/contracts'
import { minuteMs } from '@/shared/kernel/time'
import { giveTo } from '../lovebank/members'
import { expectCode, expectRefused, useWorld } from '../world'
import { clerk, colleague, elsewhere, member, offer, redemptionOf, setAside } from './shop'

const world = useWorld()
const name = 'redemptions.findRedemption' satisfies CapabilityName
const shown = async () => {
  await giveTo(world, member, 20)
  const id = await setAside(world, await offer(world))
  return { id, ...(await world.ask(member, 'redemptions.showCode', { id })) }
}
const refusals = () => world.documents('codeRefusals').map(({ why }) => why)

test('scanned or typed, in small letters and with a gap: what to hand over, and a covered name; nothing moves', async () => {
  const { id, scan, typed } = await shown()
  const person = world.documents('persons').find(({ _id }) => _id === member)!
  for (const code of [scan, typed, `${typed.slice(0, 4)} ${typed.slice(4)}`.toLowerCase()]) {
    const found = await world.ask(clerk, name, { code })
    expect(found).toMatchObject({ id, rewardName: '洗衣液', halfPoints: 6, payer: 'person' })
    expect(found.maskedName).toMatch(/^.\*+.?$/)
    expect(JSON.stringify(found)).not.toContain(person.name)
  }
  expect(redemptionOf(world, id).state).toBe('held')
  expect(refusals()).toEqual([])
})

test('forged, of another centre, expired: a sentence each, on record, and nothing moves', async () => {
  const { id, scan, typed } = await shown()
  const forged = `redeem:${'0'.repeat(32)}`
  await expectCode(world, 'CODE_UNKNOWN', clerk, name, { code: forged })
  await expectCode(world, 'CODE_UNKNOWN', clerk, name, { code: '你好' })
  await expectCode(world, 'CODE_OF_OTHER_CENTRE', elsewhere, name, { code: scan })
  await expectCode(world, 'CODE_OF_OTHER_CENTRE', elsewhere, name, { code: typed })
  world.clock.now += 15 * minuteMs
  await expectCode(world, 'CODE_EXPIRED', clerk, name, { code: scan })
  expect(refusals()).toEqual([
    'CODE_UNKNOWN',
    'CODE_UNKNOWN',
    'CODE_OF_OTHER_CENTRE',
    'CODE_OF_OTHER_CENTRE',
    'CODE_EXPIRED',
  ])
  expect(redemptionOf(world, id).state).toBe('held')
  expect(JSON.stringify(world.documents('codeRefusals'))).not.toContain(typed)
})

test('CODE_TRIED_TOO_OFTEN: five wrong codes a minute for one clerk, whatever the sixth is; good ones do not count', async () => {
  const { scan, typed } = await shown()
  for (let n = 0; n < 8; n++) await world.ask(clerk, name, { code: typed })
  for (const code of ['22222222', '33333333', '44444444', '55555555', '66666666'])
    await expectCode(world, 'CODE_UNKNOWN', clerk, name, { code })
  await expectCode(world, 'CODE_TRIED_TOO_OFTEN', clerk, name, { code: typed })
  expect(refusals().at(-1)).toBe('CODE_TRIED_TOO_OFTEN')
  await world.ask(clerk, name, { code: scan })
  await world.ask(colleague, name, { code: typed })
  world.clock.now += minuteMs
  await world.ask(clerk, name, { code: typed })
})

test('thirty guesses at once are no more than five', async () => {
  await shown()
  const codes = Array.from({ length: 30 }, (_, n) => `2222${String(1000 + n).replace(/[01]/g, '9')}`)
  const answers = await Promise.all(codes.map((code) => world.refusalOf(clerk, name, { code })))
  expect(answers.filter((one) => one === 'CODE_UNKNOWN')).toHaveLength(5)
  expect(answers.filter((one) => one === 'CODE_TRIED_TOO_OFTEN')).toHaveLength(25)
})

test('OWN_REDEMPTION: nobody serves themselves', async () => {
  await giveTo(world, clerk, 20)
  const id = await setAside(world, await offer(world), clerk)
  const { scan } = await world.ask(clerk, 'redemptions.showCode', { id })
  await expectCode(world, 'OWN_REDEMPTION', clerk, name, { code: scan })
  await world.ask(colleague, name, { code: scan })
})

test('FORBIDDEN to everybody but clerks; a clerk who hands out nowhere finds nothing of theirs', async () => {
  const { scan } = await shown()
  for (const persona of [member, 'administrator-1', 'community-worker-1', 'newcomer-1'])
    await expectRefused(world, 'FORBIDDEN', persona, name, { code: scan })
  await world.runtime.store.centres.updateWhere({ _id: 'centre-1' }, { clerkIds: ['clerk-2'] })
  await expectCode(world, 'CODE_OF_OTHER_CENTRE', clerk, name, { code: scan })
})

test('what was set aside before the account was stopped is handed over, and nothing new is set aside', async () => {
  const { id, scan } = await shown()
  const stop = { kind: 'person', ownerId: member, isSuspended: true, reason: '核实中' } as const
  await world.ask('administrator-1', 'lovebank.setSuspension', stop)
  // Whose account was stopped is no matter of the counter.
  expect(JSON.stringify(await world.ask(clerk, name, { code: scan }))).not.toContain('uspen')
  await world.ask(clerk, 'redemptions.captureRedemption', { code: scan })
  expect(redemptionOf(world, id).state).toBe('captured')
  const rewardId = redemptionOf(world, id).rewardId
  await expectRefused(world, 'ACCOUNT_SUSPENDED', member, 'redemptions.redeemReward', {
    id: rewardId,
    payer: 'person',
    price: 6,
  })
})
