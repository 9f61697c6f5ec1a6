import type { CapabilityName } from '@/shared/contracts'
import { jpeg } from '../../support/images'
import { expectAbsent, expectOnce, expectRefused, useWorld, written } from '../world'
import { desk, drafted, member, memberHome, opened, photo, stranger, treasurer } from './story'

const world = useWorld()
const name = 'projects.recordPayment' satisfies CapabilityName
const other = 'household-2-2-1-101'

const slip = async (projectId: string, householdId: string, changes: object = {}) => ({
  projectId,
  householdId,
  kind: 'paid' as const,
  fen: 100_000,
  slipNumber: '2026-1125 0017',
  paidOn: '2026-11-25',
  fileId: await photo(world),
  ...changes,
})
const sums = async (projectId: string) => (await world.ask(treasurer, 'projects.getFunding', { projectId })).slips

test('a slip counts for its household, whose members are told; twice is once', async () => {
  const projectId = await opened(world)
  const householdId = await memberHome(world)
  const input = await slip(projectId, householdId)
  const share = await expectOnce(world, treasurer, name, input, { ...input, fen: 1 })
  expect(share).toMatchObject({ householdId, paidFen: 100_000, balanceFen: share.dueFen - 100_000 })
  expect(await sums(projectId)).toMatchObject({ count: 1, paidFen: 100_000, isEqual: true })
  const told = world.documents('notices').filter(({ title }) => title === '缴款已入账')
  const household = world.documents('persons').filter((person) => person.householdId === householdId)
  expect(told.map(({ recipientId }) => recipientId).sort()).toEqual(household.map(({ _id }) => _id).sort())
})

test('SLIP_ALREADY_COUNTED for its number however typed, for whichever household or project', async () => {
  const projectId = await opened(world)
  const householdId = await memberHome(world)
  await world.ask(treasurer, name, await slip(projectId, householdId))
  const again = await opened(world)
  for (const [project, home, slipNumber] of [
    [projectId, householdId, '2026-1125 0017'],
    [projectId, other, '２０２６１１２５００１７'],
    [again, householdId, '202611250017'],
  ] as const)
    await expectRefused(world, 'SLIP_ALREADY_COUNTED', treasurer, name, await slip(project, home, { slipNumber }))
  expect(await sums(projectId)).toMatchObject({ count: 1, isEqual: true })
})

test('SLIP_PHOTO_ALREADY_COUNTED for the same picture under another number', async () => {
  const projectId = await opened(world)
  const householdId = await memberHome(world)
  await world.ask(treasurer, name, await slip(projectId, householdId, { fileId: await photo(world, treasurer, 4711) }))
  const same = await slip(projectId, other, { slipNumber: 'B2', fileId: await photo(world, treasurer, 4711) })
  await expectRefused(world, 'SLIP_PHOTO_ALREADY_COUNTED', treasurer, name, same)
})

test('of twenty who count one slip at once, for twenty households, one does', async () => {
  const projectId = await opened(world)
  const homes = world.documents('buildingShares').flatMap(({ shares }) => shares.map((one) => one.householdId))
  const inputs = await Promise.all(homes.slice(0, 20).map((home) => slip(projectId, home)))
  const answers = await Promise.all(inputs.map((input) => world.refusalOf(treasurer, name, input)))
  expect(answers.filter((answer) => answer === 'ok')).toHaveLength(1)
  expect(answers.filter((answer) => answer === 'SLIP_ALREADY_COUNTED')).toHaveLength(19)
  expect(await sums(projectId)).toMatchObject({ count: 1, paidFen: 100_000, isEqual: true })
})

test('twelve slips at once in one building all count', async () => {
  const projectId = await opened(world)
  const householdId = await memberHome(world)
  const inputs = await Promise.all(
    Array.from({ length: 12 }, (_, at) => slip(projectId, householdId, { slipNumber: `A${at}`, fen: 100 + at })),
  )
  await Promise.all(inputs.map((input) => world.ask(treasurer, name, input)))
  expect(await sums(projectId)).toMatchObject({ count: 12, paidFen: 1266, isEqual: true })
})

test('REFUND_ABOVE_PAID for more than was paid; what goes back needs a reason and no photo', async () => {
  const projectId = await opened(world)
  const householdId = await memberHome(world)
  await world.ask(treasurer, name, await slip(projectId, householdId))
  const back = {
    projectId,
    householdId,
    kind: 'refunded',
    fen: 100_001,
    slipNumber: 'R1',
    paidOn: '2026-11-25',
  } as const
  await expectRefused(world, 'INVALID_INPUT', treasurer, name, back)
  await expectRefused(world, 'REFUND_ABOVE_PAID', treasurer, name, { ...back, reason: '多缴了' })
  const share = await world.ask(treasurer, name, { ...back, fen: 30_000, reason: '多缴了' })
  expect(share).toMatchObject({ paidFen: 100_000, refundedFen: 30_000 })
  expect(await sums(projectId)).toMatchObject({ refundedFen: 30_000, isEqual: true })
})

test('FUNDING_NOT_OPEN, PAYMENT_DAY_UNFIT, SLIP_NUMBER_EMPTY, and INVALID_INPUT for an amount of nothing or a payment without its photo', async () => {
  const householdId = await memberHome(world)
  const draft = await drafted(world)
  await expectRefused(world, 'FUNDING_NOT_OPEN', treasurer, name, await slip(draft, householdId))
  const projectId = await opened(world)
  await expectRefused(
    world,
    'PAYMENT_DAY_UNFIT',
    treasurer,
    name,
    await slip(projectId, householdId, { paidOn: '2026-11-26' }),
  )
  await expectRefused(
    world,
    'SLIP_NUMBER_EMPTY',
    treasurer,
    name,
    await slip(projectId, householdId, { slipNumber: '- -' }),
  )
  for (const changes of [{ fen: 0 }, { fen: -5 }, { fen: 1.5 }, { fileId: undefined }, { slipNumber: ' ' }])
    await expectRefused(world, 'INVALID_INPUT', treasurer, name, await slip(projectId, householdId, changes))
})

test('a photo that is none, or somebody else’s, counts nothing', async () => {
  const projectId = await opened(world)
  const householdId = await memberHome(world)
  const before = written(world)
  const foreign = await world.upload(stranger, jpeg())
  expect(await world.refusalOf(treasurer, name, await slip(projectId, householdId, { fileId: foreign }))).toBe(
    'FILE_NOT_YOURS',
  )
  const words = await world.upload(treasurer, new TextEncoder().encode('no picture at all, only words'))
  expect(await world.refusalOf(treasurer, name, await slip(projectId, householdId, { fileId: words }))).toBe(
    'FILE_NOT_AN_IMAGE',
  )
  expect([world.documents('payments'), world.documents('slips')]).toEqual([[], []])
  expect(before).toBeTruthy()
})

test('NOT_FOUND for a home that bears nothing, and to everybody but the treasurer', async () => {
  const projectId = await opened(world)
  const householdId = await memberHome(world)
  await expectRefused(world, 'NOT_FOUND', treasurer, name, await slip(projectId, 'household-1-1-1-101'))
  const input = await slip(projectId, householdId)
  for (const persona of [desk, member, stranger])
    await expectAbsent(world, persona, name, projectId, (one) => ({ ...input, projectId: one }))
})

test('costs the same requests however many slips there are', async () => {
  const projectId = await opened(world)
  const householdId = await memberHome(world)
  const spent = async (slipNumber: string) => {
    const input = await slip(projectId, householdId, { slipNumber })
    world.countRequests()
    await world.ask(treasurer, name, input)
    return world.countRequests()
  }
  await spent('A0')
  const few = await spent('A1')
  const [like] = world.documents('payments')
  world.cloud.insertDocuments(
    'payments',
    Array.from({ length: 500 }, (_, at) => ({ ...like!, _id: `payment-like-${at}` })),
  )
  expect(await spent('A2')).toBe(few)
  // Four reads, three for the photo, and a transaction of eleven documents with its start and its end, for a household of one.
  expect(few).toBeLessThanOrEqual(23)
})
