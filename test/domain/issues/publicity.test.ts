import { isRefusal } from '@/shared/kernel/decision'
import { defaultIssueRules } from '@/shared/domain/issues/allowed-moves'
import { decideMove } from '@/shared/domain/issues/decide-move'
import type { Issue } from '@/shared/domain/issues/issue'
import { newIssue } from '@/shared/domain/issues/new-issue'
import { mayBePublic, withPublicity } from '@/shared/domain/issues/publicity'
import { communityWorker, morning, report, reporter } from './people'

const context = { ...defaultIssueRules, person: null, parent: null, route: null }
const shown = (classCode: string, changes: Partial<Issue> = {}): Issue =>
  withPublicity({
    ...newIssue(report({ fileIds: ['f-1'] }, classCode), morning, defaultIssueRules),
    textCheck: 'passed',
    passedFileIds: ['f-1'],
    ...changes,
  })

test('residents see an issue once its words and every photo have passed, and not before', () => {
  expect(shown('litter').isPublic).toBe(true)
  expect(shown('litter', { textCheck: 'waiting' }).isPublic).toBe(false)
  expect(shown('litter', { textCheck: 'rejected' }).isPublic).toBe(false)
  expect(shown('litter', { passedFileIds: [] }).isPublic).toBe(false)
})

test.each(['dispute', 'labour', 'fraud', 'hardship', 'policy', 'noise', 'pets', 'complaint', 'other'])(
  'what is reported as %s is never shown to other residents',
  (classCode) => {
    expect(mayBePublic(shown(classCode))).toBe(false)
  },
)

test('what was taken back or sent back is no longer shown', () => {
  const returned = decideMove(
    shown('litter'),
    'return',
    { reason: '请补充楼号' },
    communityWorker,
    morning + 60_000,
    context,
  )
  if (isRefusal(returned)) throw new Error(returned.refused)
  expect(returned.isPublic).toBe(false)
  const again = decideMove(returned, 'resubmit', { fileIds: ['f-2'] }, reporter, morning + 120_000, context)
  if (isRefusal(again)) throw new Error(again.refused)
  expect(again.isPublic).toBe(false)
  expect(withPublicity({ ...again, passedFileIds: ['f-1', 'f-2'] }).isPublic).toBe(true)
})
