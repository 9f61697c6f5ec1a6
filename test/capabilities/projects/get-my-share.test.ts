import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectRefused, useWorld } from '../world'
import { desk, drafted, member, memberHome, opened, pay, stranger, treasurer } from './story'

const world = useWorld()
const name = 'projects.getMyShare' satisfies CapabilityName

test('a household reads its statement: how the share comes about, what is due, paid, and every slip with its photo', async () => {
  const projectId = await opened(world)
  const householdId = await memberHome(world)
  await pay(world, projectId, householdId, 100_000)
  await pay(world, projectId, 'household-2-2-1-101', 999_900)
  const mine = await world.ask(member, name, { projectId })
  expect(mine).toMatchObject({
    rule: 'area',
    totalFen: 50_000_000,
    base: { households: 48 },
    residue: expect.stringContaining('1 分') as string,
    standing: 'due',
    share: { householdId, label: '1单元201', paidFen: 100_000 },
    payments: [{ kind: 'paid', fen: 100_000, isVoid: false }],
  })
  expect(mine.payments[0]!.slipUrl).toBeTruthy()
  const { share, base, totalFen } = mine
  const exact = (totalFen * share.areaHundredths) / base.areaHundredths
  expect(Math.abs(share.plannedFen - exact)).toBeLessThan(1)
  expect(JSON.stringify(mine)).not.toContain('999900')
})

test('a statement holds every slip, however many, and they come to what the share says', async () => {
  const projectId = await opened(world)
  const householdId = await memberHome(world)
  for (let slip = 1; slip <= 60; slip++) await pay(world, projectId, householdId, slip)
  const { payments, share } = await world.ask(member, name, { projectId })
  expect(payments).toHaveLength(60)
  expect(payments.every(({ slipUrl }) => slipUrl !== null)).toBe(true)
  expect(payments.reduce((sum, { fen }) => sum + fen, 0)).toBe(share.paidFen)
  expect(await world.ask(treasurer, 'projects.getShare', { projectId, householdId })).toMatchObject({
    payments: payments.map(({ id }) => ({ id })),
  })
}, 60_000)

test('NOT_FOUND for a draft, for a home that bears nothing, and for whoever has no home', async () => {
  await memberHome(world)
  const draft = await drafted(world)
  await expectRefused(world, 'NOT_FOUND', member, name, { projectId: draft })
  const projectId = await opened(world)
  for (const persona of [stranger, desk, treasurer])
    await expectAbsent(world, persona, name, projectId, (one) => ({ projectId: one }))
})
