import { nearMax } from '@cloud/capabilities/issues/list-near'
import { dayMs } from '@/shared/kernel/time'
import { jpeg } from '../../support/images'
import { expectRefused, insertIssues, issueOf, report, stepOf, useWorld } from '../world'
import { publicReport } from './follow'

const world = useWorld()
const name = 'issues.findDuplicates'
const neighbour = 'resident-grid-7'
const like = { classCode: 'odourPests', text: '楼道里有股怪味，熏人', place: { buildingId: 'building-12-1' } }

const foundBy = async (persona: string, changes: Partial<typeof like> = {}) =>
  (await world.ask(persona, name, { ...like, ...changes })).issues
const idsOf = async (...call: Parameters<typeof foundBy>) => (await foundBy(...call)).map(({ id }) => id)

test('finds what is public in the same building, with what may be known of it and nothing else', async () => {
  const fileId = await world.upload('resident-grid-6', jpeg())
  const { householdId = '' } = world.documents('persons').find(({ _id }) => _id === 'resident-grid-6')!
  const home = world.documents('households').find(({ _id }) => _id === householdId)!
  const place = { householdId, words: '找老李' }
  const text = '楼道里有股怪味，问我打 13800138000'
  const id = await publicReport(world, 'resident-grid-6', { place, fileIds: [fileId], text })
  const [found, ...more] = await foundBy(neighbour, { place: { buildingId: home.buildingId } })
  expect(more).toEqual([])
  expect(found).toEqual({
    id,
    classCode: 'odourPests',
    className: '异味、蚊虫、污水',
    text: '楼道里有股怪味，问我打 ***',
    placeLabel: expect.stringMatching(/号楼$/),
    metersAway: 0,
    isSameBuilding: true,
    createdAt: '2026-11-25T01:00:00.000Z',
    state: 'dispatched',
    stateName: '待处理',
    isOpen: true,
    thumbnailUrl: expect.stringContaining('http'),
    joinedCount: 0,
    hasJoined: false,
    isMine: false,
  })
  const said = JSON.stringify(found)
  for (const hidden of ['老李', '单元', home.name, 'resident-grid-6', issueOf(world, id).reporterName])
    expect(said).not.toContain(hidden)
})

test('what is not public shows to nobody but its reporter', async () => {
  const id = await report(world)
  expect(await idsOf(neighbour)).toEqual([])
  expect(await idsOf('worker-grid-6')).toEqual([])
  expect(await foundBy('resident-grid-6')).toMatchObject([{ id, isMine: true }])
})

test('a photo that has not passed the check is no thumbnail', async () => {
  const fileIds = [await world.upload('resident-grid-6', jpeg())]
  const id = await publicReport(world, 'resident-grid-6', { fileIds })
  await world.runtime.store.issues.updateWhere({ _id: id }, { passedFileIds: [] })
  expect(await foundBy(neighbour)).toMatchObject([{ id, thumbnailUrl: null }])
})

test('closed ones are found for thirty days; merged, declined and withdrawn ones not at all', async () => {
  const id = await publicReport(world)
  await stepOf(world, 'worker-grid-6', { id, move: 'start' })
  await stepOf(world, 'worker-grid-6', { id, move: 'submit', result: 'resolved', sentence: '已清理' })
  await stepOf(world, 'resident-grid-6', { id, move: 'confirm' })
  expect(await foundBy(neighbour)).toMatchObject([{ id, isOpen: false, stateName: '已办结' }])
  world.clock.now += 31 * dayMs
  expect(await idsOf(neighbour)).toEqual([])
  const withdrawn = await publicReport(world)
  await stepOf(world, 'resident-grid-6', { id: withdrawn, move: 'withdraw' })
  expect(await idsOf('resident-grid-6')).toEqual([])
})

test('another class that is no neighbour, another building and another community are not it', async () => {
  await publicReport(world)
  expect(await idsOf(neighbour, { classCode: 'labour' })).toEqual([])
  expect(await idsOf(neighbour, { place: { buildingId: 'building-1-1' } })).toEqual([])
  expect((await world.ask('b-resident-1', name, { ...like, place: { words: '楼下' } })).issues).toEqual([])
})

test('the same thing under a neighbouring class is found, and shown under the class it was reported under', async () => {
  const id = await publicReport(world)
  const found = await foundBy(neighbour, { classCode: 'litter' })
  expect(found).toMatchObject([{ id, classCode: 'odourPests', className: '异味、蚊虫、污水' }])
})

test('words alone, and a class without places, find nothing and ask nothing', async () => {
  await publicReport(world)
  const words = await world.ask(neighbour, name, { ...like, place: { words: '楼下' } })
  expect(words.issues).toEqual([])
  expect(await idsOf(neighbour, { classCode: 'policy' })).toEqual([])
})

test('at most five, the likeliest first; at most three requests with ten or with two thousand, and the hundred newest are looked at', async () => {
  const fileIds = [await world.upload('resident-grid-6', jpeg())]
  const one = issueOf(world, await publicReport(world, 'resident-grid-6', { fileIds }))
  const copies = (count: number, from: number) =>
    Array.from({ length: count }, (_, at) => ({ _id: `copy-${from + at}`, updatedAt: '2026-11-24T01:00:00.000Z' }))
  const spent = async () => {
    world.countRequests()
    expect(await foundBy('resident-grid-6')).toHaveLength(5)
    return world.countRequests()
  }
  await world.ask('resident-grid-6', 'organization.listGrids', {})
  insertIssues(world, one, copies(10, 0))
  const few = await spent()
  insertIssues(world, one, copies(2000, 10))
  const many = await spent()
  expect(few).toBeLessThanOrEqual(3)
  expect(many).toBe(few)
  expect(nearMax).toBe(100)
})

test('what cannot be placed or classed is said so', async () => {
  await expectRefused(world, 'ISSUE_CLASS_UNKNOWN', neighbour, name, { ...like, classCode: 'nothing' })
  await expectRefused(world, 'ISSUE_PLACE_UNKNOWN', neighbour, name, { ...like, place: { buildingId: 'nowhere' } })
  const point = { datum: 'gcj02', longitude: 100, latitude: 10 }
  await expectRefused(world, 'ISSUE_OUTSIDE_COMMUNITY', neighbour, name, { ...like, place: { point } })
})
