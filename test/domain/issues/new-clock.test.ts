import { defaultIssueRules as rules } from '@/shared/domain/issues/allowed-moves'
import { decideMove } from '@/shared/domain/issues/decide-move'
import { askExtension, canDecideExtension, currentExtension, extensionChoices } from '@/shared/domain/issues/extension'
import type { Issue } from '@/shared/domain/issues/issue'
import { takeStep } from '@/shared/domain/issues/procedure'
import { dueReminders } from '@/shared/domain/issues/reminders'
import { isRefusal, type Refusal } from '@/shared/kernel/decision'
import { dayMs, minuteMs, toInstant } from '@/shared/kernel/time'
import { communityWorker, groupLeader, issueIn, morning, owner, reporter } from './people'

const ruled = <T>(made: T | Refusal): T => {
  if (isRefusal(made)) throw new Error(made.refused)
  return made as T
}
const asked = (issue: Issue): Issue => {
  const [soonest] = extensionChoices(issue, owner, morning, rules.calendar)
  return ruled(askExtension(issue, { reason: '等配件', until: soonest! }, owner, morning, rules))
}
const later = morning + 5 * minuteMs
const move = (issue: Issue, name: Parameters<typeof decideMove>[1], mover: typeof owner, input = {}): Issue =>
  ruled(decideMove(issue, name, { reason: '有理由', ...input }, mover, later, rules))

describe('an extension that nobody decided ends with the clock it was asked of', () => {
  const reopened = (): Issue => {
    const done = { result: 'resolved', sentence: '好了', fileIds: ['cloud://x/a.jpg'] }
    const closed = move(move(asked(issueIn('handling')), 'submit', owner, done), 'confirm', reporter)
    return move(closed, 'reopen', reporter)
  }
  const appealed = (): Issue => {
    const waiting = asked(issueIn('dispatched'))
    return move(move(waiting, 'decline', communityWorker, { turnTo: '市政' }), 'appeal', reporter)
  }
  const takenUp = (): Issue =>
    ruled(
      takeStep(
        asked(issueIn('handling', {}, 'dispute')),
        { step: 'accepted', text: '受理', fileIds: [] },
        owner,
        later,
        rules,
      ),
    ).issue

  test.each([
    ['reopened', reopened],
    ['appealed', appealed],
    ['taken up as a dispute', takenUp],
  ])('%s: not kept, not decidable, nobody reminded of it', (_name, made) => {
    const issue = made()
    expect([issue.extension, currentExtension(issue)]).toEqual([null, null])
    for (const decider of [communityWorker, groupLeader]) expect(canDecideExtension(issue, decider)).toBe(false)
    const levels = dueReminders(issue, later + 10 * dayMs, rules.calendar).map(({ level }) => level)
    expect(levels).not.toContain('extension')
    if (issue.state === 'handling')
      expect(extensionChoices(issue, owner, later, rules.calendar).length).toBeGreaterThan(0)
  })

  test('undecided in a clock that runs on it stays', () => {
    const still = move(asked(issueIn('handling')), 'suspend', owner, { until: '2026-12-01' })
    expect(canDecideExtension(still, communityWorker)).toBe(true)
  })
})

test('a dispute taken up is reminded of by its settlement, though the first contact was warned of already', () => {
  const warned = issueIn('handling', {}, 'dispute')
  const told: Issue = { ...warned, reminders: { ...warned.reminders!, told: ['amber', 'due'] } }
  const { issue } = ruled(takeStep(told, { step: 'accepted', text: '受理', fileIds: [] }, owner, later, rules))
  expect(issue.clock.dueAt).toBe(toInstant(morning + 30 * dayMs))
  expect(issue.reminders).toMatchObject({ nextAt: issue.clock.amberAt, told: [] })
})
