import { dayMs, toInstant } from '@/shared/kernel/time'
import { expectAbsent, expectRefused, useWorld } from '../world'
import { asking, counted, desk, makeOwner, opened, owner, sign, stranger } from './asked'

const world = useWorld()

test('figures of many: total, by building, by day, after the close also both bases; the same after the recount', async () => {
  await makeOwner(world, owner)
  const id = await opened(world, { scope: { kind: 'buildings', ids: ['building-12-1', 'building-12-2'] } })
  await sign(world, owner, id, 'agree')
  const live = await world.ask(desk, 'consents.getConsentBoard', { id })
  const doors = (building: string) => world.documents('households').filter((one) => one.buildingId === building).length
  expect(live.board!.buildings.map(({ id: one, households, agree }) => [one, households, agree])).toEqual([
    ['building-12-1', doors('building-12-1'), 1],
    ['building-12-2', doors('building-12-2'), 0],
  ])
  const households = doors('building-12-1') + doors('building-12-2')
  expect(live.board!.sums).toMatchObject({ households, agreement: { numerator: 1, denominator: households } })
  expect(live.result).toBeNull()
  await counted(world, id)
  const after = await world.ask(desk, 'consents.getConsentBoard', { id })
  expect({ ...after.board, panel: [] }).toEqual(live.board)
  expect(after.board!.panel.map(({ base, isQuorate, isExact }) => [base, isQuorate, isExact])).toEqual([
    ['area', false, false],
    ['heads', false, true],
  ])
  expect(after).toMatchObject({ state: 'counted', result: { isAsTallied: true } })
})

test('others than the desk see it when that was said before opening, and never whom it concerns', async () => {
  const open = await opened(world)
  expect(await world.ask(stranger, 'consents.getConsentBoard', { id: open })).toMatchObject({
    isDesk: false,
    contacted: null,
    conflicts: null,
  })
  const id = await opened(world, { isProgressPublic: false })
  await expectRefused(world, 'CONSENT_PROGRESS_WITHHELD', stranger, 'consents.getConsentBoard', { id })
  await counted(world, id)
  await expectRefused(world, 'CONSENT_PROGRESS_WITHHELD', stranger, 'consents.getConsentBoard', { id })
  await world.ask(desk, 'consents.publishConsent', { id })
  expect((await world.ask(stranger, 'consents.getConsentBoard', { id })).result).not.toBeNull()
  await expectAbsent(world, 'b-resident-1', 'consents.getConsentBoard', id, (of) => ({ id: of }))
})

test('while the set is being frozen there is nothing to count', async () => {
  const { id } = await world.ask(desk, 'consents.openConsent', asking(world))
  await expectRefused(world, 'CONSENT_NOT_OPEN', desk, 'consents.getConsentBoard', { id })
})

test('while answers are taken nothing is shown by area or by heads: one more would tell whose', async () => {
  const doors = world.documents('households').filter((one) => one.buildingId === 'building-12-1')
  const groups = [{ kind: 'buyer' as const, householdIds: doors.slice(-2).map(({ _id }) => _id) }]
  await makeOwner(world, owner)
  const id = await opened(world, { groups })
  const panelOf = async (persona: string) => (await world.ask(persona, 'consents.getConsentBoard', { id })).board!.panel
  await sign(world, owner, id, 'agree')
  for (const persona of [desk, stranger, owner]) expect(await panelOf(persona)).toEqual([])
  expect((await world.ask(stranger, 'consents.getConsent', { id })).board?.panel).toEqual([])
  await world.ask(desk, 'consents.closeConsent', { id, reason: '收齐了' })
  expect(await panelOf(desk)).toHaveLength(2)
})

test('the desk is told when three days bring next to nothing, with the figures it is told from; nobody else is', async () => {
  await makeOwner(world, owner)
  const id = await opened(world, { closesAt: toInstant(world.clock.now + 10 * dayMs) })
  const standstill = async (persona: string) =>
    (await world.ask(persona, 'consents.getConsentBoard', { id })).standstill
  world.clock.now += 6 * dayMs
  expect(await standstill(desk)).toBeNull()
  world.clock.now += 1.5 * dayMs
  expect(await standstill(desk)).toBe(0)
  expect(await standstill(stranger)).toBeNull()
  await sign(world, owner, id, 'agree')
  expect(await standstill(desk)).toBeNull()
})

test('where progress is withheld the desk too reads no figure before the close, and the same whatever was said', async () => {
  await makeOwner(world, owner)
  const id = await opened(world, { isProgressPublic: false, closesAt: toInstant(world.clock.now + 3 * dayMs) })
  const board = () => world.ask(desk, 'consents.getConsentBoard', { id })
  const before = await board()
  const figures = { board: null, contacted: null, unreachable: null, conflicts: null, standstill: null, result: null }
  expect(before).toMatchObject({ ...figures, isDesk: true, isOpen: true })
  await sign(world, owner, id, 'agree')
  expect(await board()).toEqual(before)
  await world.ask(desk, 'consents.closeConsent', { id, reason: '收齐了' })
  expect((await board()).board?.sums).toMatchObject({ agree: 1 })
  await expectRefused(world, 'CONSENT_PROGRESS_WITHHELD', stranger, 'consents.getConsentBoard', { id })
})
