import { expectAbsent, expectRefused, useWorld } from '../world'
import { asking, counted, desk, makeOwner, opened, owner, sign, stranger } from './asked'

const world = useWorld()

test('figures of many: total, by building, by day, both bases; the same after the recount', async () => {
  await makeOwner(world, owner)
  const id = await opened(world, { scope: { kind: 'buildings', ids: ['building-12-1', 'building-12-2'] } })
  await sign(world, owner, id, 'agree')
  const live = await world.ask(desk, 'consents.getConsentBoard', { id })
  const doors = (building: string) => world.documents('households').filter((one) => one.buildingId === building).length
  expect(live.board.buildings.map(({ id: one, households, agree }) => [one, households, agree])).toEqual([
    ['building-12-1', doors('building-12-1'), 1],
    ['building-12-2', doors('building-12-2'), 0],
  ])
  const households = doors('building-12-1') + doors('building-12-2')
  expect(live.board.sums).toMatchObject({ households, agreement: { numerator: 1, denominator: households } })
  expect(live.board.panel.map(({ isQuorate }) => isQuorate)).toEqual([false, false])
  expect(live.result).toBeNull()
  await counted(world, id)
  const after = await world.ask(desk, 'consents.getConsentBoard', { id })
  expect(after.board).toEqual(live.board)
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
