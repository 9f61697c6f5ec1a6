import { defaultIssueRules } from '@/shared/domain/issues/allowed-moves'
import {
  checkOf,
  subjectsToAsk,
  withAnswers,
  withCheckDue,
  withVerdict,
  wordsToCheck,
  type CheckAnswer,
} from '@/shared/domain/issues/content-check'
import type { Issue } from '@/shared/domain/issues/issue'
import { newIssue } from '@/shared/domain/issues/new-issue'
import { minuteMs, toInstant } from '@/shared/kernel/time'
import { morning, report } from './people'

const photo = 'cloud://x/photo.jpg'
const fresh = (classCode = 'litter', fileIds = [photo]): Issue =>
  withCheckDue(null, newIssue(report({ fileIds }, classCode), morning, defaultIssueRules))
const pass: CheckAnswer = { kind: 'verdict', suggest: 'pass', label: '100' }
const asked: CheckAnswer = { kind: 'asked', traceId: 't-1' }
const answered = (issue: Issue, answers: Record<string, CheckAnswer>, now = morning): Issue =>
  withAnswers(issue, checkOf(issue).round, new Map(Object.entries(answers)), now)
const verdict = (issue: Issue, suggest: 'pass' | 'review' | 'risky' | 'failed', round = 1): Issue =>
  withVerdict(issue, { fileId: photo, round, suggest, label: '20006' }, morning)

test('a new report is due at once, with its words and every photo', () => {
  const issue = fresh()
  expect(checkOf(issue).dueAt).toBe(issue.updatedAt)
  expect(subjectsToAsk(issue, morning)).toEqual(['text', photo])
})

test('the words are the report and the place somebody typed', () => {
  expect(wordsToCheck({ text: '有垃圾', place: { ...fresh().place, words: '东门旁' } })).toBe('有垃圾\n东门旁')
})

test('a change that brings no words and no photo asks nothing; a new photo is due at once', () => {
  const done = answered(fresh('litter', []), { text: pass })
  expect(checkOf(withCheckDue(done, { ...done, updatedAt: toInstant(morning + 5) })).dueAt).toBeNull()
  const more = withCheckDue(done, { ...done, resultFileIds: [photo], updatedAt: toInstant(morning + 5) })
  expect(checkOf(more).dueAt).toBe(toInstant(morning + 5))
  expect(subjectsToAsk(more, morning + 5)).toEqual([photo])
})

test('private matters are never asked about, nor is what was taken back', () => {
  expect(fresh('hardship').contentCheck).toBeUndefined()
  expect(subjectsToAsk(fresh('dispute'), morning)).toEqual([])
  expect(subjectsToAsk({ ...fresh(), state: 'withdrawn' }, morning)).toEqual([])
})

test('what was asked about is left alone until its answer counts as lost, each time longer', () => {
  const once = answered(fresh(), { text: pass, [photo]: asked })
  expect(checkOf(once).dueAt).toBe(toInstant(morning + 35 * minuteMs))
  expect(subjectsToAsk(once, morning + 34 * minuteMs)).toEqual([])
  expect(subjectsToAsk(once, morning + 35 * minuteMs)).toEqual([photo])
  const later = morning + 35 * minuteMs
  const twice = answered(once, { [photo]: asked }, later)
  expect(checkOf(twice).dueAt).toBe(toInstant(later + 70 * minuteMs))
})

test('a check that cannot be reached is asked again after longer and longer, up to six hours', () => {
  let issue = fresh()
  const waits: number[] = []
  for (let time = 0; time < 12; time++) {
    issue = answered(issue, { text: { kind: 'later', minutes: 1 } })
    waits.push((Date.parse(checkOf(issue).dueAt!) - morning) / minuteMs)
  }
  expect(waits.slice(0, 4)).toEqual([2, 4, 8, 16])
  expect(waits.at(-1)).toBe(360)
  expect(checkOf(answered(issue, { text: pass, [photo]: asked })).failures).toBe(0)
})

test('a lost photo that cannot be asked about again waits like everything else', () => {
  const lost = answered(fresh(), { text: pass, [photo]: asked })
  const later = morning + 40 * minuteMs
  expect(checkOf(answered(lost, { [photo]: { kind: 'later', minutes: 60 } }, later)).dueAt).toBe(
    toInstant(later + 60 * minuteMs),
  )
})

test('a verdict decides once: late and double ones change nothing, and no object is made for nothing', () => {
  const issue = answered(fresh(), { text: pass, [photo]: asked })
  const passed = verdict(issue, 'pass')
  expect([passed.isPublic, checkOf(passed).dueAt, checkOf(passed).asked]).toEqual([true, null, []])
  for (const late of ['pass', 'review', 'failed'] as const) expect(verdict(passed, late)).toBe(passed)
  const unsure = verdict(issue, 'review')
  for (const late of ['pass', 'review'] as const) expect(verdict(unsure, late)).toBe(unsure)
})

test('a risk found later hides what had passed before, and stays', () => {
  const passed = verdict(answered(fresh(), { text: pass }), 'pass')
  const risky = verdict(passed, 'risky')
  expect([risky.isPublic, risky.passedFileIds]).toEqual([false, []])
  for (const late of ['pass', 'review', 'risky'] as const) expect(verdict(risky, late)).toBe(risky)
})

test('answers to a question asked before the last round, and about photos it does not have, change nothing', () => {
  const issue = fresh()
  expect(verdict(issue, 'pass', 2)).toBe(issue)
  expect(withAnswers(issue, 7, new Map([['text', pass]]), morning)).toBe(issue)
  expect(withVerdict(issue, { fileId: 'cloud://x/other.jpg', round: 1, suggest: 'pass', label: '' }, morning)).toBe(
    issue,
  )
  expect(answered(issue, { 'cloud://x/other.jpg': pass }).passedFileIds).toEqual([])
})

test('words the check was unsure of wait, words it found risky are rejected', () => {
  const label = '20001'
  expect(answered(fresh(), { text: { kind: 'verdict', suggest: 'review', label } }).textCheck).toBe('waiting')
  expect(answered(fresh(), { text: { kind: 'verdict', suggest: 'risky', label } }).textCheck).toBe('rejected')
  const unaskable = answered(fresh(), { text: { kind: 'unaskable', label: 'inactive' } })
  expect(checkOf(unaskable).held).toEqual([{ subject: 'text', verdict: 'review', label: 'inactive' }])
})
