import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, useWorld } from '../world'
import {
  approved,
  callOf,
  desk,
  drafted,
  foreigner,
  member,
  memberHome,
  opened,
  owner,
  pay,
  proposed,
  proposer,
  stranger,
  treasurer,
} from './story'

const world = useWorld()
const name = 'projects.getProject' satisfies CapabilityName

test('everybody reads the way, the money and the resolution; what each may do is their own', async () => {
  const { id: callId } = await callOf(world)
  const id = await approved(world, callId)
  const seen = await world.ask(stranger, name, { id })
  expect(seen).toMatchObject({
    state: 'approved',
    callTitle: '明年专项经费项目',
    unitName: '第四网格党小组',
    resolution: { dueOn: '2027-03-31' },
    total: { plannedFen: 3_200_000, finalFen: 0 },
    sources: [
      { source: 'specialFund', plannedFen: 3_000_000 },
      { source: 'sponsor', plannedFen: 200_000 },
    ],
    moves: [],
    mayRun: false,
    mayKeepWorks: false,
    funding: null,
    proposerName: null,
  })
  expect(seen.history.map(({ state }) => state)).toEqual([
    'proposed',
    'screened',
    'deliberated',
    'announced',
    'approved',
  ])
  expect(JSON.stringify(seen)).not.toContain(proposer)
  expect(await world.ask(desk, name, { id })).toMatchObject({
    moves: ['start'],
    mayRun: true,
    proposerName: world.documents('persons').find(({ _id }) => _id === proposer)!.name,
  })
  expect(await world.ask(owner, name, { id })).toMatchObject({ moves: ['start'], mayKeepWorks: true, mayRun: false })
})

test('a draft of a self-funding is for the desk and its treasurer; once open, how far it has come is for all and nothing of a household', async () => {
  const draft = await drafted(world)
  expect((await world.ask(stranger, name, { id: draft })).funding).toBeNull()
  expect((await world.ask(desk, name, { id: draft })).funding).toMatchObject({ treasurerId: treasurer })
  expect((await world.ask(treasurer, name, { id: draft })).funding).toMatchObject({
    isTreasurer: true,
    state: 'draft',
    treasurerId: null,
  })
  await world.ask(treasurer, 'projects.openFunding', { projectId: draft })
  const householdId = await memberHome(world)
  await pay(world, draft, householdId, 123_456)
  const { funding } = await world.ask(stranger, name, { id: draft })
  expect(funding).toMatchObject({ isMine: false, isTreasurer: false, households: 48, collectedPercent: 0 })
  expect(JSON.stringify(funding)).not.toMatch(/Fen":123456|paidFen|exemptFen|refundedFen/)
  expect(JSON.stringify(funding)).not.toContain('household-')
  expect((await world.ask(member, name, { id: draft })).funding).toMatchObject({ isMine: true })
})

test('NOT_FOUND before it was screened, and to another community always', async () => {
  const { id: callId } = await callOf(world)
  const id = await proposed(world, callId)
  await expectAbsent(world, stranger, name, id, (one) => ({ id: one }))
  await expectAbsent(world, foreigner, name, await opened(world), (one) => ({ id: one }))
})

test('costs no more requests however much was paid', async () => {
  const id = await opened(world)
  const spent = async () => {
    world.countRequests()
    await world.ask(stranger, name, { id })
    return world.countRequests()
  }
  await spent()
  const before = await spent()
  await pay(world, id, await memberHome(world))
  world.countRequests()
  expect(await spent()).toBe(before)
  expect(before).toBeLessThanOrEqual(5)
})
