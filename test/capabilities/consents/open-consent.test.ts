import { openConsents } from '@cloud/jobs/open-consents'
import type { CollectionName } from '@cloud/store/collections'
import type { Store } from '@cloud/store/store'
import { deliverAnnouncements } from '@cloud/jobs/deliver-announcements'
import { baseOf } from '@/shared/domain/consents/tally'
import { dayMs, toInstant } from '@/shared/kernel/time'
import { expectOnce, expectRefused, insertDoors, useWorld } from '../world'
import { asking, buildingId, counted, desk, householdOf, makeOwner, opened, owner, runOpening, sign } from './asked'

const world = useWorld()

test('is written down, and then frozen by the job: every household once, vacant ones included, each with one contact', async () => {
  const input = asking(world)
  const head = await expectOnce(world, desk, 'consents.openConsent', input, { ...input, title: '别的' })
  expect(head).toMatchObject({ state: 'opening', isOpen: false, frameHash: '' })
  expect(await runOpening(world)).toEqual({ done: 1 })
  expect(await runOpening(world)).toEqual({ done: 0 })
  const doors = world.documents('households').filter((one) => one.buildingId === buildingId)
  const frozen = world.documents('consentHouseholds')
  expect(frozen.map(({ householdId }) => householdId).sort()).toEqual(doors.map(({ _id }) => _id).sort())
  expect(new Set(frozen.map(({ pseudonym }) => pseudonym)).size).toBe(doors.length)
  const { consents } = await world.ask(owner, 'consents.listConsents', {})
  expect(consents[0]).toMatchObject({
    isOpen: true,
    households: doors.length,
    vacant: doors.filter(({ isVacant }) => isVacant).length,
  })
  expect(consents[0]!.frameHash).toMatch(/^[0-9a-f]{64}$/)
  const loads = new Map<string, number>()
  for (const { contactId } of frozen) loads.set(contactId, (loads.get(contactId) ?? 0) + 1)
  const posts = world.documents('postings')
  for (const contactId of loads.keys())
    expect(posts.some(({ personId, role }) => personId === contactId && /hub|Head|Worker/.test(role))).toBe(true)
})

test('owners are told that they are asked, contacts that they have doors to walk; nobody else is told anything', async () => {
  await makeOwner(world, owner)
  const id = await opened(world)
  const { store, files } = world.runtime
  await deliverAnnouncements({ store, files, now: world.clock.now })
  const told = world.documents('notices').filter(({ subject }) => subject.id === id)
  const titled = (title: string) => told.filter((one) => one.title === title).map(({ recipientId }) => recipientId)
  expect(titled('请您家表达意见')).toEqual([owner])
  const contacts = new Set(world.documents('consentHouseholds').map(({ contactId }) => contactId))
  expect(new Set(titled('有住户请您联系'))).toEqual(contacts)
  expect(told).toHaveLength(1 + contacts.size)
})

test('a run that was cut off is taken up where it stopped, to the same set', async () => {
  const id = await opened(world)
  const before = world.documents('consentHouseholds')
  const consent = world.documents('consents')[0]!
  await world.runtime.store.transact(async (tx) => {
    for (const { _id } of before.slice(0, 7)) await tx.consentHouseholds.remove(_id)
    for (const { _id } of world.documents('announcements')) await tx.announcements.remove(_id)
    await tx.consents.put({ ...consent, state: 'opening', frameHash: '', dueAt: consent.openedAt })
  })
  expect(await runOpening(world)).toEqual({ done: 1 })
  const byId = (all: typeof before) => [...all].sort((a, b) => (a._id < b._id ? -1 : 1))
  expect(byId(world.documents('consentHouseholds'))).toEqual(byId(before))
  expect(world.documents('consents').find(({ _id }) => _id === id)!.frameHash).toBe(consent.frameHash)
})

/** The store of a run that dies at its first append of some collection, which may have been written in part. */
const dyingAt = (name: CollectionName, written: number): Store => {
  const { store } = world.runtime
  return {
    ...store,
    append: async (to, documents) => {
      if (to !== name) return store.append(to, documents)
      await store.append(to, documents.slice(0, written))
      throw new Error('the run died')
    },
  }
}

test.each([3, 8])(
  'a run that dies after %i of its doors, and a register that changes before the next, leave no door uncounted',
  async (written) => {
    const { store, files } = world.runtime
    const homes = world.documents('households')
    const of = (building: string, count: number) => homes.filter((one) => one.buildingId === building).slice(0, count)
    const [large, first, second] = [of(buildingId, 5), of('building-1-1', 2), of('building-1-2', 4)]
    const ids = [...first, ...second, ...large].map(({ _id }) => _id)
    const { id } = await world.ask(desk, 'consents.openConsent', asking(world, { scope: { kind: 'households', ids } }))
    await expect(
      openConsents({ store: dyingAt('consentHouseholds', written), files, now: world.clock.now }),
    ).rejects.toThrow('died')
    expect(world.documents('consentHouseholds')).toHaveLength(written)
    // The two doors of the first small building are now of the second: what both were counted as is named after it.
    for (const { _id } of first)
      await store.households.updateWhere({ _id }, { buildingId: 'building-1-2', unitId: second[0]!.unitId })
    await store.households.updateWhere({ _id: large[0]!._id }, { areaSquareMeters: 77 })
    await store.transact((tx) => tx.households.remove(second[2]!._id))
    world.clock.now += 601_000
    expect(await runOpening(world)).toEqual({ done: 1 })
    const frozen = world.documents('consentHouseholds')
    const blocks = new Set(world.documents('consentTallies').map(({ blockId }) => blockId))
    expect([frozen.length, blocks.size]).toEqual([10, 2])
    expect(frozen.filter(({ blockId }) => !blocks.has(blockId))).toEqual([])
    expect(householdOf(world, id, large[0]!._id).areaSquareCentimeters).toBe(770_000)
    await makeOwner(world, owner, first[0]!._id)
    await sign(world, owner, id, 'agree')
    await counted(world, id)
    const [result] = world.documents('consentResults')
    expect(result!.buildings.reduce((sum, { households }) => sum + households, 0)).toBe(10)
    // The recount, which reads no running sum, found every door: one head each, of which one has answered.
    const participation = { numerator: 1, denominator: 10 }
    expect(result).toMatchObject({ isAsTallied: true, panel: [{ base: 'area' }, { base: 'heads', participation }] })
    const area = frozen.reduce((sum, one) => sum + one.areaSquareCentimeters, 0)
    expect(baseOf(world.documents('consentTallies'), 'area').all).toBe(area)
  },
)

test('two runs at once freeze a set once', async () => {
  await world.ask(desk, 'consents.openConsent', asking(world))
  const done = await Promise.all([runOpening(world), runOpening(world)])
  expect(done.reduce((sum, one) => sum + one.done, 0)).toBe(1)
})

test('units and single doors can be asked, and small buildings are counted together', async () => {
  const unitIds = ['unit-12-1-1', 'unit-1-1-1']
  const byUnit = await opened(world, { scope: { kind: 'units', ids: unitIds } })
  const of = (id: string) => world.documents('consentHouseholds').filter(({ consentId }) => consentId === id)
  expect(new Set(of(byUnit).map(({ unitId }) => unitId))).toEqual(new Set(unitIds))
  const doors = world.documents('households').filter((one) => one.buildingId === buildingId)
  const two = world
    .documents('households')
    .filter((one) => one.buildingId === 'building-1-1')
    .slice(0, 2)
  const ids = [...doors, ...two].map(({ _id }) => _id)
  const byDoor = await opened(world, { scope: { kind: 'households', ids } })
  expect(of(byDoor)).toHaveLength(ids.length)
  // Two doors of one building would tell what they said, so they are counted with the next building.
  const { board } = await world.ask(desk, 'consents.getConsentBoard', { id: byDoor })
  expect(board!.buildings.map(({ name, households }) => [name, households])).toEqual([
    ['鑫盛嘉园1号楼、陶埙苑1号楼', ids.length],
  ])
})

test('units of one buyer are one head, and areas are whole square centimetres', async () => {
  const doors = world.documents('households').filter((one) => one.buildingId === buildingId)
  const householdIds = doors.slice(0, 3).map(({ _id }) => _id)
  const id = await opened(world, { groups: [{ kind: 'buyer', householdIds }] })
  await counted(world, id)
  const { panel } = (await world.ask(desk, 'consents.getConsentBoard', { id })).board!
  const area = doors.reduce((sum, { areaSquareMeters }) => sum + Math.round(areaSquareMeters * 10_000), 0)
  expect(panel.map(({ base, participation }) => [base, participation.denominator])).toEqual([
    ['area', area],
    ['heads', doors.length - 2],
  ])
})

test('a list of more than a thousand doors is checked and frozen whole, and so is a group of as many', async () => {
  const like = world.documents('households').find((one) => one.buildingId === buildingId)!
  const ids = insertDoors(world, buildingId, 1200)
  const scope = { kind: 'households' as const, ids }
  const unknown = asking(world, { scope: { ...scope, ids: [...ids, 'household-of-nobody'] } })
  await expectRefused(world, 'CONSENT_SCOPE_UNKNOWN', desk, 'consents.openConsent', unknown)
  const outside = [{ kind: 'buyer' as const, householdIds: [...ids, like._id] }]
  await expectRefused(world, 'CONSENT_GROUPS_OVERLAP', desk, 'consents.openConsent', {
    ...asking(world, { scope }),
    groups: outside,
  })
  await world.runtime.store.households.updateWhere({ _id: ids.at(-1)! }, { areaSquareMeters: 0 })
  await expectRefused(world, 'CONSENT_AREA_INVALID', desk, 'consents.openConsent', asking(world, { scope }))
  await world.runtime.store.households.updateWhere({ _id: ids.at(-1)! }, { areaSquareMeters: 90 })
  const id = await opened(world, { scope, groups: [{ kind: 'unsold', householdIds: ids }] })
  const frozen = world.documents('consentHouseholds').filter(({ consentId }) => consentId === id)
  expect(frozen).toHaveLength(1200)
  expect(new Set(frozen.map(({ headKey }) => headKey)).size).toBe(1)
})

test('what cannot be frozen or counted is refused before anything is written', async () => {
  const refused = (code: string, changes: Parameters<typeof asking>[1]) =>
    expectRefused(world, code, desk, 'consents.openConsent', asking(world, changes))
  await refused('CONSENT_SCOPE_UNKNOWN', { scope: { kind: 'buildings', ids: [buildingId, 'building-99'] } })
  await refused('CONSENT_SCOPE_UNKNOWN', { scope: { kind: 'buildings', ids: ['b-building-1'] } })
  await refused('CONSENT_SCOPE_UNKNOWN', { scope: { kind: 'households', ids: ['household-of-nobody'] } })
  const [a, b] = world.documents('households').filter((one) => one.buildingId === buildingId)
  await refused('CONSENT_SCOPE_TOO_SMALL', { scope: { kind: 'households', ids: [a!._id, b!._id] } })
  await refused('INVALID_INPUT', {
    groups: [
      { kind: 'unsold', householdIds: [a!._id] },
      { kind: 'unsold', householdIds: [b!._id] },
    ],
  })
  await refused('CONSENT_GROUPS_OVERLAP', {
    groups: [
      { kind: 'buyer', householdIds: [a!._id] },
      { kind: 'unsold', householdIds: [a!._id] },
    ],
  })
  await refused('CONSENT_GROUPS_OVERLAP', { groups: [{ kind: 'buyer', householdIds: ['household-1-1-1-101'] }] })
  await refused('CONSENT_CLOSES_TOO_SOON', { closesAt: toInstant(world.clock.now + dayMs - 1) })
  await refused('CONSENT_CLOSES_TOO_LATE', { closesAt: toInstant(world.clock.now + 181 * dayMs) })
  for (const areaSquareMeters of [0, -3]) {
    await world.runtime.store.households.updateWhere({ _id: b!._id }, { areaSquareMeters })
    await refused('CONSENT_AREA_INVALID', {})
  }
  await world.runtime.store.households.updateWhere({ buildingId }, { buildingId: 'building-12-2' })
  await refused('CONSENT_SCOPE_EMPTY', {})
  await expectRefused(world, 'FORBIDDEN', 'worker-grid-6', 'consents.openConsent', asking(world))
})
