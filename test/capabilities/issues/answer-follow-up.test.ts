import { remindDue } from '@cloud/jobs/remind-due'
import { dayMs } from '@/shared/kernel/time'
import { morning } from '../../support/cloud'
import { expectAbsent, expectOnce, expectRefused, issueOf, report, stepOf, useWorld } from '../world'
import { noticesOf, strangers } from './shared'

const world = useWorld()
const name = 'issues.answerFollowUp'
const resident = 'resident-grid-6'
const owner = 'worker-grid-6'
const due = morning + 28 * dayMs
const run = () => remindDue({ store: world.runtime.store, files: world.runtime.files, now: world.clock.now })

const closed = async (): Promise<string> => {
  const id = await report(world)
  await stepOf(world, owner, { id, move: 'submit', result: 'resolved', sentence: '已清理' })
  await stepOf(world, resident, { id, move: 'confirm' })
  return id
}

test('four weeks after closing the reporter is asked, once, however often the job runs, and the owner reads the answer', async () => {
  const id = await closed()
  const question = () => noticesOf(world, resident).filter((text) => text.includes('还好吗'))
  world.clock.now = due - 1
  await run()
  expect(question()).toEqual([])
  world.clock.now = due
  await run()
  await run()
  expect(question()).toHaveLength(1)
  expect((await world.ask(resident, 'issues.getIssue', { id })).canAnswerFollowUp).toBe(true)
  await world.ask(resident, name, { id, answer: 'brokeAgain' })
  expect(issueOf(world, id)).toMatchObject({ state: 'closed', followUp: { answer: 'brokeAgain' } })
  expect(noticesOf(world, owner)).toContain('四周回访：上报人说又坏了。')
  expect((await world.ask(resident, 'issues.getIssue', { id })).canAnswerFollowUp).toBe(false)
})

test('FOLLOW_UP_NOT_ASKED before the day, FOLLOW_UP_ANSWERED afterwards; by then it is too late to reopen', async () => {
  const id = await closed()
  await expectRefused(world, 'FOLLOW_UP_NOT_ASKED', resident, name, { id, answer: 'lasting' })
  world.clock.now = due
  await world.ask(resident, name, { id, answer: 'brokeAgain' })
  await expectRefused(world, 'FOLLOW_UP_ANSWERED', resident, name, { id, answer: 'lasting' })
  await expectRefused(world, 'ISSUE_REOPEN_TOO_LATE', resident, 'issues.moveIssue', { id, move: 'reopen' })
})

test('FORBIDDEN for whoever sees it and did not report it; a stranger sees NOT_FOUND', async () => {
  const id = await closed()
  world.clock.now = due
  await expectRefused(world, 'FORBIDDEN', owner, name, { id, answer: 'lasting' })
  for (const persona of strangers)
    await expectAbsent(world, persona, name, id, (one) => ({ id: one, answer: 'lasting' }))
})

test('an answer outside the two is refused beside the field', async () => {
  const id = await closed()
  expect((await expectRefused(world, 'INVALID_INPUT', resident, name, { id, answer: 'fine' })).fields).toEqual({
    answer: '请选“还好”或“又坏了”',
  })
})

test('twice is once', async () => {
  const id = await closed()
  world.clock.now = due
  await expectOnce(world, resident, name, { id, answer: 'lasting' }, { id, answer: 'brokeAgain' })
})
