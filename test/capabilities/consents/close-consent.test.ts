import { dayMs } from '@/shared/kernel/time'
import { isSignedBy } from '@cloud/runtime/signing'
import { expectAbsent, expectOnce, expectRefused, useWorld } from '../world'
import { asking, counted, desk, makeOwner, opened, owner, runCounting, runTelling, sign } from './asked'

const world = useWorld()

test('ends at once, is counted a minute later from the raw log, and the root is signed by the community', async () => {
  await makeOwner(world, owner)
  const id = await opened(world)
  await sign(world, owner, id, 'agree')
  const other = await opened(world)
  const closed = await expectOnce(
    world,
    desk,
    'consents.closeConsent',
    { id, reason: '收齐了' },
    { id: other, reason: '收齐了' },
  )
  const { name } = world.documents('persons').find(({ _id }) => _id === desk)!
  expect(closed).toMatchObject({ state: 'closed', isOpen: false, closedEarly: { byName: name, reason: '收齐了' } })
  expect(await runCounting(world)).toEqual({ done: 0 })
  world.clock.now += 61_000
  expect(await runCounting(world)).toEqual({ done: 1 })
  expect(await runCounting(world)).toEqual({ done: 0 })
  const [result] = world.documents('consentResults')
  expect(result).toMatchObject({ isAsTallied: true, buildings: [{ agree: 1 }] })
  const { root, signature, publicKey } = result!
  expect(isSignedBy(root, signature, publicKey)).toBe(true)
  expect(
    isSignedBy(
      root.replace(/^./, (one) => (one === '0' ? '1' : '0')),
      signature,
      publicKey,
    ),
  ).toBe(false)
  await expectRefused(world, 'CONSENT_ALREADY_CLOSED', desk, 'consents.closeConsent', { id, reason: '收齐了' })
})

test('who ended it early and why is kept, asked for, and told to every owner with the result', async () => {
  await makeOwner(world, owner)
  const id = await opened(world)
  await expectRefused(world, 'INVALID_INPUT', desk, 'consents.closeConsent', { id })
  await expectRefused(world, 'INVALID_INPUT', desk, 'consents.closeConsent', { id, reason: ' ' })
  await counted(world, id)
  expect(world.documents('consents')[0]!.closedEarly).toMatchObject({ personId: desk, reason: '收齐了' })
  await world.ask(desk, 'consents.publishConsent', { id })
  await runTelling(world)
  const told = world.documents('announcements').find(({ title }) => title === '征询结果公布了')!
  expect(told.recipientIds).toContain(owner)
  expect(told.text).toMatch(/原定 .+ 截止，由.+提前截止：收齐了$/)
  expect((await world.ask(owner, 'consents.getConsent', { id })).closedEarly?.reason).toBe('收齐了')
})

test('what ended by its time was ended by nobody', async () => {
  const id = await opened(world)
  world.clock.now += 13 * dayMs
  await expectRefused(world, 'CONSENT_ALREADY_CLOSED', desk, 'consents.closeConsent', { id, reason: '收齐了' })
  await runCounting(world)
  expect((await world.ask(owner, 'consents.getConsent', { id })).closedEarly).toBeNull()
})

test('closes by itself when its time has come, at that time and not when the job came', async () => {
  const id = await opened(world)
  const { closesAt } = world.documents('consents')[0]!
  world.clock.now += 13 * dayMs
  await runCounting(world)
  await runCounting(world)
  expect(world.documents('consents')[0]).toMatchObject({ _id: id, state: 'counted', closedAt: closesAt })
  expect(world.documents('consentResults')[0]!.curve).toHaveLength(13)
})

test('running sums that went wrong are seen by the recount, which does not use them', async () => {
  await makeOwner(world, owner)
  const id = await opened(world)
  await sign(world, owner, id, 'agree')
  const counts = { agree: 5, disagree: 0, abstain: 0 }
  await world.runtime.store.consentTallies.updateWhere({ consentId: id }, { counts })
  await world.ask(desk, 'consents.closeConsent', { id, reason: '收齐了' })
  world.clock.now += 61_000
  await runCounting(world)
  expect(world.documents('consentResults')[0]).toMatchObject({ isAsTallied: false, buildings: [{ agree: 1 }] })
})

test('a log, a note or a frozen set that was altered is not signed', async () => {
  const householdId = await makeOwner(world, owner)
  const id = await opened(world)
  await sign(world, owner, id, 'agree')
  await world.ask(desk, 'consents.closeConsent', { id, reason: '收齐了' })
  world.clock.now += 61_000
  const { store } = world.runtime
  const [entry, note] = [world.documents('consentEntries')[0]!, world.documents('consentNotes')[0]!]
  const household = world.documents('consentHouseholds').find((one) => one.householdId === householdId)!
  const refused = async (words: string) => {
    await expect(runCounting(world)).rejects.toThrow(words)
    // Put off for an hour, so that others need not wait.
    expect(await runCounting(world)).toEqual({ done: 0 })
    world.clock.now += 3_600_000
  }
  // What was asked, and the declared rule, are fixed by the hash that was shown at the opening.
  const { title, question, matter, rule } = world.documents('consents')[0]!
  for (const fields of [{ title: '别的' }, { question: '别的' }, { matter: 'ordinary' }, { rule: 'online' }] as const) {
    await store.consents.updateWhere({ _id: id }, fields)
    await refused('was altered')
    await store.consents.updateWhere({ _id: id }, { title, question, matter, rule })
  }
  await store.consentEntries.updateWhere({ _id: entry._id }, { answer: 'disagree' })
  await refused('does not hold')
  await store.consentEntries.updateWhere({ _id: entry._id }, { answer: 'agree' })
  await store.consentNotes.updateWhere({ _id: note._id }, { witnessName: '李近' })
  await refused('altered')
  await store.consentNotes.updateWhere({ _id: note._id }, { witnessName: null })
  const change = (fields: Partial<typeof household>) =>
    store.consentHouseholds.updateWhere({ _id: household._id }, fields)
  for (const fields of [
    { weightDigest: '0'.repeat(64) },
    { areaSquareCentimeters: household.areaSquareCentimeters + 1 },
    { headKey: 'one' },
    // As if the last line had been cut off before the count, which leaves a log that holds in itself.
    { sequence: household.sequence + 1 },
    { head: '0'.repeat(64) },
  ]) {
    await change(fields)
    await refused('altered')
    const { weightDigest, areaSquareCentimeters, headKey, sequence, head } = household
    await change({ weightDigest, areaSquareCentimeters, headKey, sequence, head })
  }
  expect(await runCounting(world)).toEqual({ done: 1 })
  const told = world.documents('notices').filter(({ title }) => title === '征询复核没有通过')
  expect(told).toHaveLength(1)
})

test('a set that is not whole is not counted: a door that is missing, or counted with no building', async () => {
  const id = await opened(world)
  await world.ask(desk, 'consents.closeConsent', { id, reason: '收齐了' })
  world.clock.now += 61_000
  const { store } = world.runtime
  const [door] = world.documents('consentHouseholds')
  await store.consentHouseholds.updateWhere({ _id: door!._id }, { blockId: 'building-12-2' })
  await expect(runCounting(world)).rejects.toThrow('not whole')
  await store.transact((tx) => tx.consentHouseholds.remove(door!._id))
  world.clock.now += 3_600_000
  await expect(runCounting(world)).rejects.toThrow('not whole')
  await store.transact((tx) => tx.consentHouseholds.create(door!))
  world.clock.now += 3_600_000
  expect(await runCounting(world)).toEqual({ done: 1 })
})

test('one that cannot be counted keeps no other waiting', async () => {
  const ids = [await opened(world), await opened(world, { title: '充电棚' })]
  for (const id of ids) await world.ask(desk, 'consents.closeConsent', { id, reason: '收齐了' })
  world.clock.now += 61_000
  const [first] = world.documents('consentHouseholds').filter(({ consentId }) => consentId === ids[0])
  await world.runtime.store.consentHouseholds.updateWhere({ _id: first!._id }, { areaSquareCentimeters: 1 })
  await expect(runCounting(world)).rejects.toThrow('altered')
  expect(world.documents('consentResults').map(({ _id }) => _id)).toEqual([ids[1]])
})

test('what has not begun cannot end, and nobody else ends it', async () => {
  const { id } = await world.ask(desk, 'consents.openConsent', asking(world))
  await expectRefused(world, 'CONSENT_NOT_OPEN', desk, 'consents.closeConsent', { id, reason: '收齐了' })
  await expectRefused(world, 'FORBIDDEN', owner, 'consents.closeConsent', { id, reason: '收齐了' })
  await expectAbsent(world, 'b-community-worker-1', 'consents.closeConsent', id, (of) => ({ id: of, reason: '收齐了' }))
})
