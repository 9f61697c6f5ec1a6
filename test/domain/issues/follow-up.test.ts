import { defaultCalendar } from '@/shared/domain/issues/calendar'
import { decideMove } from '@/shared/domain/issues/decide-move'
import { defaultIssueRules } from '@/shared/domain/issues/allowed-moves'
import { answerFollowUp, canAnswerFollowUp } from '@/shared/domain/issues/follow-up'
import type { Issue } from '@/shared/domain/issues/issue'
import { dueReminders, reminderIdOf } from '@/shared/domain/issues/reminders'
import { isRefusal } from '@/shared/kernel/decision'
import { dayMs } from '@/shared/kernel/time'
import { issueIn, morning, owner, reporter } from './people'

const asked = morning + 28 * dayMs
const closed = (): Issue => issueIn('closed')

test('the reporter is asked on the 28th day after closing, and once; nobody else is', () => {
  expect(canAnswerFollowUp(closed(), reporter, asked - 1)).toBe(false)
  expect(canAnswerFollowUp(closed(), reporter, asked)).toBe(true)
  expect(canAnswerFollowUp(closed(), owner, asked)).toBe(false)
  const answered = answerFollowUp(closed(), 'lasting', reporter, asked)
  if (isRefusal(answered)) throw new Error(answered.refused)
  expect(answered).toMatchObject({ state: 'closed', followUp: { answer: 'lasting' } })
  expect(answered.timeline.at(-1)).toMatchObject({ kind: 'followUp', text: '还好，没有再坏' })
  expect(answerFollowUp(answered, 'brokeAgain', reporter, asked)).toEqual({ refused: 'FOLLOW_UP_ANSWERED' })
  expect(answerFollowUp(closed(), 'lasting', reporter, asked - 1)).toEqual({ refused: 'FOLLOW_UP_NOT_ASKED' })
  expect(answerFollowUp(closed(), 'lasting', owner, asked)).toEqual({ refused: 'FORBIDDEN' })
})

test('the question is due then, under an id of that closing; a second closing is asked about anew', () => {
  expect(dueReminders(closed(), asked, defaultCalendar).map(({ level }) => level)).toEqual(['followUp'])
  const reopened = decideMove(closed(), 'reopen', {}, reporter, morning + dayMs, defaultIssueRules)
  if (isRefusal(reopened)) throw new Error(reopened.refused)
  expect(dueReminders(reopened, asked, defaultCalendar).map(({ level }) => level)).not.toContain('followUp')
  const again = issueIn('closed', { closedAt: new Date(morning + 2 * dayMs).toISOString() })
  expect(reminderIdOf(again, 'followUp')).not.toBe(reminderIdOf(closed(), 'followUp'))
})

test('the answer of one closing does not stand for the next', () => {
  const answered = { ...closed(), followUp: { answer: 'lasting' as const, at: closed().closedAt! } }
  const reopened = decideMove(answered, 'reopen', {}, reporter, morning + dayMs, defaultIssueRules)
  expect(reopened).toMatchObject({ followUp: null })
})
