import type { CapabilityName } from '@/shared/contracts'
import { jpeg } from '../../support/images'
import { expectAbsent, expectRefused, issueOf, report, stepOf, useWorld } from '../world'

const world = useWorld()
const name = 'issues.getIssue' satisfies CapabilityName

const see = (persona: string, id: string) => world.ask(persona, name, { id })
const inputFor = (id: string) => ({ id })

test('its reporter reads all of it: who answers, by which phone, until when, and what they may do', async () => {
  const id = await report(world, 'resident-grid-6', {
    text: '楼道里有异味',
    place: { householdId: homeOf('resident-grid-6') },
  })
  const worker = world.documents('persons').find(({ _id }) => _id === 'worker-grid-6')!
  const found = await see('resident-grid-6', id)
  expect(found).toMatchObject({
    id,
    className: '异味、蚊虫、污水',
    text: '楼道里有异味',
    stateName: '待处理',
    owner: { personId: worker._id, dutyPhone: worker.dutyPhone, roleName: '专职网格员' },
    contact: { personId: worker._id },
    reporter: { personId: 'resident-grid-6', isUnnamed: false },
    isMine: true,
    urgency: 'normal',
    limitLabel: '2 个工作日',
    canRate: false,
    canAddProgress: false,
    moves: [{ move: 'withdraw', name: '撤回', to: 'withdrawn', needs: [] }],
  })
  expect(found.timeline.map(({ title }) => title)).toEqual(['上报', '派遣'])
})

const homeOf = (id: string): string => world.documents('persons').find(({ _id }) => _id === id)!.householdId!

test('only the moves that are theirs are offered, and each that is offered works', async () => {
  const id = await report(world)
  const { moves } = await see('worker-grid-6', id)
  expect(moves.map(({ move }) => move)).toEqual(['passOn', 'start', 'submit', 'solveOnSpot'])
  expect(await stepOf(world, 'worker-grid-6', { id, move: 'start' })).toBe('handling')
  const { moves: later } = await see('worker-grid-6', id)
  expect(later.map(({ move }) => move)).toEqual(['passOn', 'submit', 'suspend'])
})

test('more photos than storage names in one request are asked for in two, and all shown', async () => {
  const id = await report(world)
  await stepOf(world, 'worker-grid-6', { id, move: 'start' })
  for (let round = 0; round < 9; round++) {
    const fileIds = await Promise.all(Array.from({ length: 6 }, () => world.upload('worker-grid-6', jpeg())))
    await world.ask('worker-grid-6', 'issues.addProgress', { id, text: `第${round}次`, fileIds })
  }
  world.countRequests()
  const { timeline } = await see('resident-grid-6', id)
  expect(world.countRequests()).toBe(4)
  expect(timeline.flatMap(({ photos }) => photos)).toHaveLength(54)
})

test('a photo that is gone is left out and the rest is shown', async () => {
  const fileIds = [await world.upload('resident-grid-6', jpeg()), await world.upload('resident-grid-6', jpeg())]
  const id = await report(world, 'resident-grid-6', { fileIds })
  const kept = (await see('resident-grid-6', id)).photos.map((photo) => photo.id)
  await world.runtime.files.remove([kept[0]!])
  expect((await see('resident-grid-6', id)).photos.map((photo) => photo.id)).toEqual([kept[1]])
})

describe('who reported it', () => {
  const reporterSeenBy = async (persona: string, id: string) => (await see(persona, id)).reporter?.personId ?? null

  test.each([
    ['lift', 'property-manager-7'],
    ['fallingObject', 'area-police-1'],
    ['illegalBuild', 'officer-law-enforcement'],
    ['labour', 'officer-labour'],
  ])('of a %s is never told to %s, who has to mend it', async (classCode, outside) => {
    const id = await report(world, 'resident-grid-6', { classCode })
    const found = await see(outside, id)
    expect(found.owner.personId).toBe(outside)
    expect(found.reporter).toBeNull()
    const told = JSON.stringify(found)
    const reporter = world.documents('persons').find(({ _id }) => _id === 'resident-grid-6')!
    for (const secret of [reporter._id, reporter.name, reporter.phone!]) expect(told).not.toContain(secret)
  })

  test('stays hidden through every step the reporter makes', async () => {
    const id = await report(world, 'resident-grid-6', { classCode: 'lift' })
    await stepOf(world, 'community-worker-1', { id, move: 'return', reason: '请补充是哪一部电梯' })
    await stepOf(world, 'resident-grid-6', { id, move: 'resubmit' })
    await stepOf(world, 'property-manager-7', { id, move: 'submit', result: 'resolved', sentence: '已修好' })
    await stepOf(world, 'resident-grid-6', { id, move: 'reject', reason: '又坏了' })
    await stepOf(world, 'property-manager-7', { id, move: 'submit', result: 'resolved', sentence: '换了零件' })
    await stepOf(world, 'resident-grid-6', { id, move: 'confirm' })
    await world.ask('resident-grid-6', 'issues.rateIssue', { id, stars: 4 })
    const told = JSON.stringify(await see('property-manager-7', id))
    const inbox = JSON.stringify(await world.ask('property-manager-7', 'notices.listNotices', {}))
    const reporter = world.documents('persons').find(({ _id }) => _id === 'resident-grid-6')!
    for (const secret of [reporter._id, reporter.name]) expect(told + inbox).not.toContain(secret)
  })

  test('is told to the grid team, and when unnamed to the desk alone', async () => {
    const named = await report(world)
    const unnamed = await report(world, 'resident-grid-6', { isUnnamed: true })
    for (const persona of ['worker-grid-6', 'group-leader-4', 'community-worker-1', 'administrator-1'])
      expect([persona, await reporterSeenBy(persona, named)]).toEqual([persona, 'resident-grid-6'])
    for (const persona of ['worker-grid-6', 'group-leader-4', 'branch-secretary-2'])
      expect([persona, await reporterSeenBy(persona, unnamed)]).toEqual([persona, null])
    for (const persona of ['community-worker-1', 'administrator-1', 'resident-grid-6'])
      expect([persona, await reporterSeenBy(persona, unnamed)]).toEqual([persona, 'resident-grid-6'])
  })
})

test.each(['dispute', 'hardship', 'labour', 'fraud'])(
  '%s is private: the grid team does not know that it exists',
  async (classCode) => {
    const id = await report(world, 'resident-grid-6', { classCode })
    for (const persona of [
      'worker-grid-6',
      'group-leader-4',
      'branch-secretary-2',
      'administrator-1',
      'property-manager-7',
    ])
      await expectAbsent(world, persona, name, id, inputFor)
    for (const persona of ['resident-grid-6', issueOf(world, id).owner.personId, 'community-worker-2'])
      expect((await see(persona, id)).id).toBe(id)
  },
)

test('a neighbour, another grid, another community and a newcomer see nothing where there is something', async () => {
  const id = await report(world)
  for (const persona of [
    'resident-grid-7',
    'worker-grid-7',
    'group-leader-1',
    'property-manager-1',
    'area-police-1',
    'officer-labour',
    'clerk-1',
    'newcomer-1',
    'b-resident-1',
    'b-worker-grid-1',
    'b-community-worker-1',
  ])
    await expectAbsent(world, persona, name, id, inputFor)
  await expectRefused(world, 'UNAUTHENTICATED', null, name, { id })
})

describe('what an issue was merged into', () => {
  test('is named to whoever may see it: its reporter, who follows it from now on, and the desk', async () => {
    const parentId = await report(world, 'resident-grid-7')
    const id = await report(world)
    for (const persona of ['resident-grid-6', 'community-worker-1']) expect((await see(persona, id)).parent).toBeNull()
    await stepOf(world, 'community-worker-1', { id, move: 'merge', parentId })
    for (const persona of ['resident-grid-6', 'community-worker-1', 'worker-grid-6'])
      expect((await see(persona, id)).parent).toEqual({ id: parentId, code: issueOf(world, parentId).code })
    expect((await see('resident-grid-6', parentId)).id).toBe(parentId)
    await stepOf(world, 'community-worker-1', { id, move: 'unmerge', reason: '不是一回事' })
    expect((await see('resident-grid-6', id)).parent).toBeNull()
  })

  test('is not named to whoever may not: a private one to its neighbour, one of another grid to a worker', async () => {
    const parentId = await report(world, 'resident-grid-7', { classCode: 'dispute' })
    const id = await report(world)
    await stepOf(world, 'community-worker-1', { id, move: 'merge', parentId: await report(world) })
    // As one stands in the books that was merged when this was still allowed.
    const mergedInto = { issueId: parentId, from: 'dispatched' as const }
    await world.runtime.store.issues.updateWhere({ _id: id }, { mergedInto })
    for (const persona of ['resident-grid-6', 'worker-grid-6']) expect((await see(persona, id)).parent).toBeNull()
    expect((await see('community-worker-1', id)).parent).toMatchObject({ id: parentId })
  })
})
