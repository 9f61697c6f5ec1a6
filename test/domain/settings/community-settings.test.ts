import fc from 'fast-check'
import { decideMove } from '@/shared/domain/issues/decide-move'
import { defaultIssueRules, permitMove, timerMoveOf, type IssueRules } from '@/shared/domain/issues/allowed-moves'
import type { Issue } from '@/shared/domain/issues/issue'
import { limitOf } from '@/shared/domain/issues/issue-limit'
import { newIssue } from '@/shared/domain/issues/new-issue'
import { defaultIssueSettings } from '@/shared/domain/issues/settings'
import { isWaitingForVerifier } from '@/shared/domain/issues/waiting-for-verifier'
import { tallyOf } from '@/shared/domain/insight/tally'
import { calendarOf } from '@/shared/domain/settings/calendar-year'
import {
  changeSettings,
  settingGroupsOf,
  settingsFrom,
  settingTable,
  settingWords,
} from '@/shared/domain/settings/community-settings'
import type { Setting } from '@/shared/domain/settings/setting'
import { isRefusal } from '@/shared/kernel/decision'
import { dayMs, minuteMs, toInstant } from '@/shared/kernel/time'
import { issueIn, morning, owner, report, reporter } from '../issues/people'

const table = Object.entries<Setting>(settingTable)
const who = { _id: 's-1', communityId: 'c-1', by: 'admin', byName: '管理员', now: morning }
const anyValues = fc
  .tuple(...table.map(([, { min, max }]) => fc.option(fc.integer({ min, max }), { nil: undefined })))
  .map((values) => table.flatMap(([code], at) => (values[at] === undefined ? [] : [{ code, value: values[at] }])))

describe('the table', () => {
  test.each(table)('%s has its usual number within its bounds, a name and a sentence', (_code, setting) => {
    const { usual, min, max, meaning, name } = setting
    expect(min <= usual && usual <= max && min < max).toBe(true)
    expect(meaning).toMatch(/。$/)
    expect(name.length).toBeLessThanOrEqual(12)
  })

  test('the working day opens before it closes whatever is set', () => {
    expect(settingTable.opensAtMinute.max).toBeLessThan(settingTable.closesAtMinute.min)
  })

  test('its page leaves none out and shows none twice', () => {
    const shown = settingGroupsOf(settingsFrom(null)).flatMap(({ settings }) => settings.map(({ code }) => code))
    expect([...shown].sort()).toEqual(Object.keys(settingTable).sort())
  })

  test('numbers read as people say them', () => {
    expect(settingWords('timeOfDay', 510)).toBe('08:30')
    expect(settingWords('percent', 10)).toBe('10%')
    expect(settingWords('workingDays', 7)).toBe('7 个工作日')
    expect(settingWords('halfPoints', 3)).toBe('1.5 分')
  })
})

describe('a change', () => {
  test('is in force as set, and nothing else moves', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const changed = changeSettings(null, values, who)
        if (changed === null)
          return values.every(({ code, value }) => value === table.find(([one]) => one === code)![1].usual)
        if (isRefusal(changed)) return false
        const wanted = {
          ...settingsFrom(null),
          ...Object.fromEntries(values.map(({ code, value }) => [code, value])),
        }
        expect(settingsFrom(changed.record)).toEqual(wanted)
        const lines = changed.change.lines
        return lines.every(({ from, to }) => from !== to) && changeSettings(changed.record, values, who) === null
      }),
    )
  })

  test('set back to the usual is kept no longer, so that the usual goes with the product', () => {
    const once = changeSettings(null, [{ code: 'reopenDays', value: 20 }], who)
    if (!once || isRefusal(once)) throw new Error('not changed')
    const back = changeSettings(once.record, [{ code: 'reopenDays', value: 15 }], who)
    expect(back).toMatchObject({
      record: { values: {} },
      change: { lines: [{ code: 'reopenDays', from: 20, to: 15 }] },
    })
  })

  test.each([
    ['reopenDays', 0],
    ['reopenDays', 91],
    ['samplePercent', 101],
    ['toString', 5],
  ])('%s cannot be %i, and then nothing changes', (code, value) => {
    const refused = changeSettings(
      null,
      [
        { code: 'verifyDays', value: 9 },
        { code, value },
      ],
      who,
    )
    expect(refused).toMatchObject({ refused: 'SETTINGS_OUT_OF_BOUNDS', fields: { [code]: expect.any(String) } })
  })

  test('a stored number that is no longer allowed counts for nothing', () => {
    expect(settingsFrom({ values: { reopenDays: 900, gone: 3 } })).toEqual(settingsFrom(null))
  })
})

/** A community that wants everything sooner. */
const strict = settingsFrom({
  values: { returnedDays: 1, verifyDays: 1, reopenDays: 1, acceptHours: 1, ordinaryDays: 1, extensionDecideHours: 1 },
})
const rules: IssueRules = { calendar: calendarOf([], strict), settings: strict }
const moved = (issue: Issue, move: Parameters<typeof decideMove>[1], by: IssueRules, mover = owner): Issue => {
  const input = { reason: '请补充', result: 'resolved' as const, sentence: '好了', fileIds: ['cloud://x/after.jpg'] }
  const after = decideMove(issue, move, input, mover, morning, by)
  if (isRefusal(after)) throw new Error(after.refused)
  return after
}

describe('a change reaches what starts after it, never what runs', () => {
  const other = (by: IssueRules) => newIssue(report({}, 'publicFacility'), morning, by)

  test('a clock keeps the limit it was started with', () => {
    expect(limitOf(other(defaultIssueRules))).toEqual({ kind: 'workingDays', amount: 5 })
    expect(limitOf(other(rules))).toEqual({ kind: 'workingDays', amount: 1 })
    const reopened = moved({ ...issueIn('closed'), classCode: 'publicFacility' }, 'reopen', rules, reporter)
    expect(limitOf(reopened)).toEqual({ kind: 'workingDays', amount: 1 })
  })

  test('an answer that was due by an hour stays due by it', () => {
    const at = morning + 90 * minuteMs
    const due = (issue: Issue) => tallyOf(issue, at, rules.calendar).cells.length > 0
    expect(due(other(defaultIssueRules))).toBe(false)
    expect(due(other(rules))).toBe(true)
  })

  test('silence on a result is waited for as long as it was when the result came', () => {
    const before = moved(issueIn('handling'), 'submit', defaultIssueRules)
    const after = moved(issueIn('handling'), 'submit', rules)
    expect(isWaitingForVerifier(before, morning + 7 * dayMs - 1, strict)).toBe(false)
    expect(isWaitingForVerifier(before, morning + 7 * dayMs, strict)).toBe(true)
    expect(isWaitingForVerifier(after, morning + dayMs, defaultIssueSettings)).toBe(true)
  })

  test('what was closed may be reopened as long as its reporter was told', () => {
    const before = moved(issueIn('verifying'), 'confirm', defaultIssueRules, reporter)
    const after = moved(issueIn('verifying'), 'confirm', rules, reporter)
    expect(before.reopenUntil).toBe(toInstant(morning + 15 * dayMs))
    expect(permitMove(before, 'reopen', reporter, morning + 15 * dayMs, rules)).toBe('reporter')
    expect(permitMove(after, 'reopen', reporter, morning + 2 * dayMs, defaultIssueRules)).toEqual({
      refused: 'ISSUE_REOPEN_TOO_LATE',
    })
  })

  test('what was returned is withdrawn when it would have been', () => {
    const returned = { ...issueIn('returned'), returnedAt: toInstant(morning) }
    const before = { ...returned, silentUntil: toInstant(morning + 9 * dayMs) }
    expect(timerMoveOf(before, morning + 9 * dayMs - 1, rules)).toBeNull()
    expect(timerMoveOf(before, morning + 9 * dayMs, rules)).toBe('withdraw')
    expect(timerMoveOf(returned, morning + dayMs, rules)).toBe('withdraw')
  })
})
