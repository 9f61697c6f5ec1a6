import type { CapabilityName } from '@/shared/contracts'
import { expectAbsent, expectOnce, expectRefused, issueOf, report, stepOf, useWorld } from '../world'

const world = useWorld()
const name = 'issues.setSupervision' satisfies CapabilityName
const desk = 'community-worker-1'
const owner = 'worker-grid-6'

test('a community worker puts it under supervision: the owner is told until when to answer, the reporter that it is watched', async () => {
  const id = await report(world)
  await world.ask(desk, name, { id, on: true, reason: '居民催了三次' })
  expect(issueOf(world, id)).toMatchObject({
    isSupervised: true,
    supervision: { by: desk, reason: '居民催了三次', answerBy: '2026-11-27T01:00:00.000Z' },
  })
  const seen = await world.ask(owner, 'issues.getIssue', { id })
  expect(seen.supervision).toMatchObject({ current: { reason: '居民催了三次' }, canSet: false, canEnd: false })
  expect(seen.timeline.at(-1)).toMatchObject({ title: '督办', text: '居民催了三次' })
  const texts = world.documents('notices').map(({ recipientId, text }) => `${recipientId} ${text}`)
  expect(texts).toContain(`${owner} 这件事已由社区督办，请在 11 月 27 日 09:00 前记一条进展，说明办理情况。`)
  expect(texts).toContain('resident-grid-6 社区正在督办这件事，会盯着办下去。')
})

test('progress of the owner answers it, and the next answer has its own day; others answer nothing', async () => {
  const id = await report(world)
  await world.ask(desk, name, { id, on: true, reason: '居民催了' })
  world.clock.now += 2 * 3_600_000
  await stepOf(world, owner, { id, move: 'start' })
  expect(issueOf(world, id).supervision?.answerBy).toBe('2026-11-27T03:00:00.000Z')
  world.clock.now += 2 * 3_600_000
  await world.ask(owner, 'issues.addProgress', { id, text: '师傅下午到' })
  expect(issueOf(world, id).supervision?.answerBy).toBe('2026-11-27T05:00:00.000Z')
})

test('asking again is a new question; taking it off needs a reason and clears it', async () => {
  const id = await report(world)
  await world.ask(desk, name, { id, on: true, reason: '居民催了' })
  const since = issueOf(world, id).supervision?.since
  world.clock.now += 3_600_000
  await world.ask('community-worker-2', name, { id, on: true, reason: '今天能办完吗' })
  expect(issueOf(world, id).supervision).toMatchObject({
    since,
    reason: '今天能办完吗',
    by: 'community-worker-2',
    answerBy: '2026-11-27T02:00:00.000Z',
  })
  await world.ask(desk, name, { id, on: false, reason: '已约好时间' })
  expect(issueOf(world, id)).toMatchObject({ isSupervised: false, supervision: null })
  await expectRefused(world, 'ISSUE_NOT_SUPERVISED', desk, name, { id, on: false, reason: '再次' })
})

test('the third reopening sets it by itself', async () => {
  const id = await report(world)
  for (const isLast of [false, false, true]) {
    await stepOf(world, owner, { id, move: 'submit', result: 'resolved', sentence: '已清理' })
    await stepOf(world, 'resident-grid-6', { id, move: 'confirm' })
    await stepOf(world, 'resident-grid-6', { id, move: 'reopen' })
    expect(issueOf(world, id).isSupervised).toBe(isLast)
  }
  expect(issueOf(world, id).supervision).toMatchObject({ by: null, reason: '多次重新打开，自动转入督办' })
})

test('sent twice is set once', async () => {
  const id = await report(world)
  await expectOnce(world, desk, name, { id, on: true, reason: '居民催了' }, { id, on: false, reason: '居民催了' })
})

test('what has ended is not supervised, and an owner does not take it off themself', async () => {
  const id = await report(world)
  await stepOf(world, 'resident-grid-6', { id, move: 'withdraw' })
  await expectRefused(world, 'ISSUE_SUPERVISION_CLOSED', desk, name, { id, on: true, reason: '看看' })
  const own = await report(world, 'resident-grid-6', { classCode: 'policy' })
  const worker = issueOf(world, own).owner.personId
  await world.ask(worker, name, { id: own, on: true, reason: '提醒自己' })
  await expectRefused(world, 'ISSUE_SUPERVISION_OWN', worker, name, { id: own, on: false, reason: '好了' })
})

test('only community workers; to those who may not see it there is none', async () => {
  const id = await report(world)
  for (const persona of [owner, 'group-leader-4', 'administrator-1', 'resident-grid-6'])
    await expectRefused(world, 'FORBIDDEN', persona, name, { id, on: true, reason: '看看' })
  await expectAbsent(world, 'b-community-worker-1', name, id, (one) => ({ id: one, on: true, reason: '看看' }))
  const about = await report(world, 'resident-grid-6', { classCode: 'complaint', aboutPersonId: desk })
  await expectAbsent(world, desk, name, about, (one) => ({ id: one, on: true, reason: '看看' }))
})
