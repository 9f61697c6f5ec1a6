import { followersMax } from '@/shared/domain/issues/followers'
import { followerOf } from '../../domain/issues/people'
import { jpeg } from '../../support/images'
import { expectAbsent, expectOnce, expectRefused, issueOf, report, stepOf, useWorld } from '../world'
import { deliver, publicReport } from './follow'

const world = useWorld()
const name = 'issues.joinIssue'
const neighbour = 'resident-grid-7'
const owner = 'worker-grid-6'
const desk = 'community-worker-2'

const noticesOf = async (persona: string, id: string) =>
  (await world.ask(persona, 'notices.listNotices', {})).notices.filter(({ subject }) => subject.id === id)

test('whoever has met it too follows it: seen, counted, in their list, and told of every step', async () => {
  const id = await publicReport(world)
  await expectRefused(world, 'NOT_FOUND', neighbour, 'issues.getIssue', { id })
  const answer = await world.ask(neighbour, name, { id })
  expect(answer).toMatchObject({ id, joinedCount: 1, stateName: '待处理' })
  const seen = await world.ask(neighbour, 'issues.getIssue', { id })
  expect(seen).toMatchObject({ hasJoined: true, canJoin: false, joinedCount: 1, reporter: null, moves: [] })
  for (const persona of [owner, desk])
    expect(await world.ask(persona, 'issues.getIssue', { id })).toMatchObject({
      joinedCount: 1,
      hasJoined: false,
      canJoin: false,
    })
  const { issues } = await world.ask(neighbour, 'issues.listMyIssues', {})
  expect(issues).toMatchObject([{ id, hasJoined: true }])

  await stepOf(world, owner, { id, move: 'start' })
  expect(await noticesOf(neighbour, id)).toEqual([])
  expect(await deliver(world)).toEqual({ done: 1 })
  expect(await noticesOf(neighbour, id)).toMatchObject([{ text: expect.stringContaining('已经开始处理') }])
  expect(await deliver(world)).toEqual({ done: 0 })
})

test('twice is once, and the two of a household count once', async () => {
  const id = await publicReport(world)
  const other = await publicReport(world)
  await expectOnce(world, neighbour, name, { id }, { id: other })
  const { householdId } = world.documents('persons').find(({ _id }) => _id === neighbour)!
  expect(householdId).toBeTruthy()
  const spouse = 'resident-grid-5'
  await world.runtime.store.persons.updateWhere({ _id: spouse }, { householdId: householdId! })
  expect(await world.ask(spouse, name, { id })).toMatchObject({ joinedCount: 1 })
  expect(await world.ask(neighbour, name, { id })).toMatchObject({ joinedCount: 1 })
  expect(issueOf(world, id).followers).toHaveLength(2)
})

test('a photo or words that have not passed the check, the door and the words about the place stay hidden from who joined', async () => {
  const { householdId = '' } = world.documents('persons').find(({ _id }) => _id === 'resident-grid-6')!
  const id = await publicReport(world, 'resident-grid-6', { place: { householdId, words: '敲门找老李' } })
  await world.ask(neighbour, name, { id })
  await world.runtime.store.issues.updateWhere({ _id: id }, { textCheck: 'waiting' })
  const seen = await world.ask(neighbour, 'issues.getIssue', { id })
  expect(seen.text).toContain('通过检测后显示')
  expect(JSON.stringify(seen)).not.toMatch(/老李|单元|楼道里有异味|室/)
  const listed = await world.ask(neighbour, 'issues.listMyIssues', {})
  expect(JSON.stringify(listed)).not.toMatch(/老李|单元|楼道里有异味/)
})

test('what those who deal with it write reaches who joined without the name of the reporter and without numbers', async () => {
  const text = '楼道里有异味，我是马秀兰'
  const id = await publicReport(world, 'resident-grid-6', { text })
  await world.ask(neighbour, name, { id })
  const said = (what: string) => `${what}：马 秀兰家，13812345678`
  await stepOf(world, owner, { id, move: 'start' })
  await world.ask(owner, 'issues.addProgress', { id, text: said('进展'), fileIds: [] })
  await world.ask(owner, 'issues.addHelper', { id, personId: 'officer-justice', task: said('协办') })
  const promised = { id, what: said('承诺'), personId: owner, dueOn: '2026-11-26' }
  await world.ask(owner, 'issues.addCommitment', promised)
  const { extension, joint } = await world.ask(owner, 'issues.getIssue', { id })
  await world.ask(owner, 'issues.askExtension', { id, reason: said('延期'), until: extension.choices[0]! })
  await world.ask(desk, 'issues.decideExtension', { id, agree: false, reason: said('不同意') })
  await world.ask(desk, 'issues.setSupervision', { id, on: true, reason: said('督办') })
  await world.ask(owner, 'issues.completeCommitment', {
    id: joint.commitments[0]!.id,
    sentence: said('完成'),
    fileIds: [await world.upload(owner, jpeg())],
  })
  await stepOf(world, owner, { id, move: 'submit', result: 'cannot', sentence: said('结果') })
  const seen = await world.ask(neighbour, 'issues.getIssue', { id })
  const whole = JSON.stringify(seen)
  for (const what of ['进展', '协办', '承诺', '延期', '不同意', '督办', '完成', '结果'])
    expect(whole).toContain(`${what}：上报人家，***`)
  expect(whole).not.toMatch(/马\s*秀\s*兰|13812345678/)
  expect(seen.joint.commitments[0]!.photos).toEqual([])
  expect((await world.ask('resident-grid-6', 'issues.getIssue', { id })).sentence).toBe(said('结果'))
})

test('their own, what has ended and what can remember no more are refused', async () => {
  const id = await publicReport(world)
  await expectRefused(world, 'ISSUE_JOIN_OWN', 'resident-grid-6', name, { id })
  const full = Array.from({ length: followersMax }, (_, at) => followerOf(`p-${at}`))
  await world.runtime.store.issues.updateWhere({ _id: id }, { followers: full })
  await expectRefused(world, 'ISSUE_JOIN_FULL', neighbour, name, { id })
  await world.runtime.store.issues.updateWhere({ _id: id }, { followers: [], isOpen: false, state: 'closed' })
  await expectRefused(world, 'ISSUE_JOIN_ENDED', neighbour, name, { id })
})

test('what residents may not see is not there to join: unchecked, private, or of another community', async () => {
  const unchecked = await report(world)
  await expectAbsent(world, neighbour, name, unchecked, (id) => ({ id }))
  const dispute = await report(world, 'resident-grid-6', { classCode: 'dispute' })
  await expectAbsent(world, 'worker-grid-6', name, dispute, (id) => ({ id }))
  const shown = await publicReport(world)
  await expectAbsent(world, 'b-resident-1', name, shown, (id) => ({ id }))
})

test('three hundred who joined are told by a job in batches, each once, however often it is cut off and runs again', async () => {
  const id = await publicReport(world)
  const followers = Array.from({ length: 300 }, (_, at) => followerOf(`p-${at}`, { hasJoined: true, issueId: id }))
  await world.runtime.store.issues.updateWhere({ _id: id }, { followers })
  world.countRequests()
  await stepOf(world, owner, { id, move: 'start' })
  expect(world.countRequests()).toBeLessThanOrEqual(10)
  const results = await Promise.all([deliver(world), deliver(world)])
  expect(results[0].done + results[1].done).toBe(300)
  const told = world.documents('notices').filter(({ recipientId }) => recipientId.startsWith('p-'))
  expect(new Set(told.map(({ recipientId }) => recipientId)).size).toBe(300)
  expect(told).toHaveLength(300)
  expect(world.documents('announcements')).toEqual([])
})
