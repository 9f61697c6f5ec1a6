import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { budgeted, deliberated, desk, fangshi, foreigner, opened, proposed, stranger, treasurer } from './story'

const world = useWorld()
const name = 'projects.setFunding' satisfies CapabilityName
const plan = { rule: 'area', totalFen: 50_000_000, buildingIds: fangshi, treasurerId: treasurer } as const
const sharesOf = () => world.documents('buildingShares').flatMap(({ shares }) => shares)
const sumOf = () => sharesOf().reduce((sum, { plannedFen }) => sum + plannedFen, 0)

test('every home of the buildings has its share, vacant ones too, and they come to the sum; twice is once', async () => {
  const projectId = await deliberated(world)
  const input = { projectId, ...plan }
  const view = await expectOnce(world, desk, name, input, { ...input, totalFen: 1 })
  expect(view).toMatchObject({ state: 'draft', households: 48 })
  expect([sharesOf().length, sumOf()]).toEqual([48, 50_000_000])
  expect(sharesOf().every(({ plannedFen }) => plannedFen > 0)).toBe(true)
  expect(world.documents('notices').filter(({ recipientId }) => recipientId === treasurer)).toMatchObject([
    { title: '请您经办一项自筹', subject: { kind: 'funding', id: projectId } },
  ])
})

test('ten buildings and two more in three estates bear ¥500,000 to the fen, by household and by area', async () => {
  const projectId = await deliberated(world)
  const buildingIds = [
    ...[1, 2, 3, 4, 5].map((at) => `building-2-${at}`),
    ...[1, 2, 3, 4, 5].map((at) => `building-4-${at}`),
    'building-3-1',
    'building-3-2',
  ]
  for (const rule of ['household', 'area'] as const) {
    await world.ask(desk, name, { projectId, ...plan, rule, buildingIds })
    expect(world.documents('buildingShares')).toHaveLength(12)
    expect(sumOf()).toBe(50_000_000)
  }
})

test('a draft is set again: buildings that left it are gone, those that stay keep their areas and exemptions', async () => {
  const projectId = await deliberated(world)
  await world.ask(desk, name, { projectId, ...plan })
  const [first] = world.documents('buildingShares')
  const [freed] = first!.shares
  await world.runtime.store.buildingShares.updateWhere(
    { _id: first!._id },
    {
      shares: first!.shares.map((one) =>
        one === freed ? { ...one, exemptFor: '低保户', areaHundredths: 1234, isAreaTyped: true } : one,
      ),
    },
  )
  const again = { projectId, ...plan, rule: 'household' as const, buildingIds: [fangshi[0]!] }
  expect((await world.ask(desk, name, again)).households).toBe(24)
  expect(sumOf()).toBe(50_000_000)
  expect(sharesOf().find(({ householdId }) => householdId === freed!.householdId)).toMatchObject({
    exemptFor: '低保户',
    areaHundredths: 1234,
    plannedFen: 0,
  })
})

test('what a rule has reckoned is agreed by nobody: by hand the amounts are written anew, and what was written by hand stays', async () => {
  const projectId = await deliberated(world)
  await budgeted(world, projectId)
  await world.ask(desk, name, { projectId, ...plan })
  await world.ask(desk, name, { projectId, ...plan, rule: 'manual' })
  expect([sharesOf().length, sumOf()]).toEqual([48, 0])
  expect(await world.refusalOf(treasurer, 'projects.openFunding', { projectId })).toBe('SHARES_DO_NOT_SUM')
  const [first] = world.documents('buildingShares')
  const written = first!.shares.map((one) => ({ ...one, plannedFen: 500 }))
  await world.runtime.store.buildingShares.updateWhere({ _id: first!._id }, { shares: written })
  await world.ask(desk, name, { projectId, ...plan, rule: 'manual', totalFen: 40_000_000 })
  expect(sumOf()).toBe(500 * written.length)
})

test('an area that was put right in the register comes in when the draft is set again', async () => {
  const householdId = 'household-2-1-1-101'
  const { store } = world.runtime
  await store.households.updateWhere({ _id: householdId }, { areaSquareMeters: 0 })
  const projectId = await deliberated(world)
  await world.ask(desk, name, { projectId, ...plan })
  expect(await world.refusalOf(treasurer, 'projects.openFunding', { projectId })).toBe('AREA_UNFIT')
  await store.households.updateWhere({ _id: householdId }, { areaSquareMeters: 88.5 })
  await budgeted(world, projectId)
  await world.ask(desk, name, { projectId, ...plan })
  expect(sharesOf().find((one) => one.householdId === householdId)).toMatchObject({ areaHundredths: 8850 })
  expect(await world.refusalOf(treasurer, 'projects.openFunding', { projectId })).toBe('ok')
})

test('FUNDING_ALREADY_OPEN for anything but who keeps the money once it is open', async () => {
  const projectId = await opened(world)
  await expectRefused(world, 'FUNDING_ALREADY_OPEN', desk, name, { projectId, ...plan, totalFen: 1 })
  await expectRefused(world, 'FUNDING_ALREADY_OPEN', desk, name, { projectId, ...plan, rule: 'household' })
  const before = JSON.stringify(sharesOf())
  await world.ask(desk, name, { projectId, ...plan, treasurerId: 'unit-head-1' })
  expect(JSON.stringify(sharesOf())).toBe(before)
  expect(await world.refusalOf(treasurer, 'projects.getFunding', { projectId })).toBe('NOT_FOUND')
  expect(await world.refusalOf('unit-head-1', 'projects.getFunding', { projectId })).toBe('ok')
})

test('who keeps the money may leave after acceptance too, and another takes over', async () => {
  const projectId = await opened(world)
  await world.runtime.store.projects.updateWhere({ _id: projectId }, { state: 'accepted', reached: 'accepted' })
  await world.ask(desk, name, { projectId, ...plan, treasurerId: 'unit-head-1' })
  expect(await world.refusalOf('unit-head-1', 'projects.getFunding', { projectId })).toBe('ok')
})

test('CONFLICT for the slower of two that set it at once: what the quicker wrote is not lost unseen', async () => {
  const projectId = await deliberated(world)
  const both = await Promise.all(
    ['household', 'area'].map((rule) => world.send(desk, name, { projectId, ...plan, rule })),
  )
  expect(both.map((one) => (one.ok ? 'ok' : one.error.code)).sort()).toEqual(['CONFLICT', 'ok'])
})

test('FUNDING_TOO_EARLY before a resolution, BUILDING_UNKNOWN, TREASURER_UNFIT', async () => {
  const early = await proposed(world, undefined, desk)
  await expectRefused(world, 'FUNDING_TOO_EARLY', desk, name, { projectId: early, ...plan })
  const projectId = await deliberated(world)
  await expectRefused(world, 'BUILDING_UNKNOWN', desk, name, { projectId, ...plan, buildingIds: ['b-building-1-1'] })
  for (const treasurerId of ['b-worker-grid-1', 'nobody'])
    await expectRefused(world, 'TREASURER_UNFIT', desk, name, { projectId, ...plan, treasurerId })
  for (const changes of [
    { totalFen: 0 },
    { totalFen: -3 },
    { buildingIds: [] },
    { buildingIds: [fangshi[0], fangshi[0]] },
  ])
    await expectRefused(world, 'INVALID_INPUT', desk, name, { projectId, ...plan, ...changes })
})

test('FORBIDDEN to residents, NOT_FOUND to another community', async () => {
  const projectId = await deliberated(world)
  await expectRefused(world, 'FORBIDDEN', stranger, name, { projectId, ...plan })
  await expectAbsent(world, foreigner, name, projectId, (one) => ({ projectId: one, ...plan }))
})
