import { defaultIssueRules } from '@/shared/domain/issues/allowed-moves'
import { issueRecord } from '@/shared/domain/issues/issue'
import { issueCode } from '@/shared/domain/issues/issue-code'
import { newIssue } from '@/shared/domain/issues/new-issue'
import { morning, report } from './people'

test('a report becomes an issue with a named owner, a contact and a clock', () => {
  const issue = newIssue(report({ fileIds: ['cloud://x/before.jpg'] }), morning, defaultIssueRules)
  expect(issueRecord.parse(issue)).toEqual(issue)
  expect(issue).toMatchObject({
    state: 'dispatched',
    isOpen: true,
    owner: { personId: 'owner' },
    contact: { personId: 'owner' },
    leadId: 'owner',
    routeReason: '位置在第六网格内',
    fileIds: ['cloud://x/before.jpg'],
    clock: { dueAt: '2026-11-27T02:00:00.000Z', amberAt: '2026-11-26T06:30:00.000Z', pausedAt: null },
  })
})

test('its timeline begins with the report and the router’s dispatch, each with its reason', () => {
  const { timeline } = newIssue(report(), morning, defaultIssueRules)
  expect(timeline).toMatchObject([
    { kind: 'reported', to: 'reported', actor: { personId: 'reporter', role: null }, text: null },
    { kind: 'move', move: 'dispatch', from: 'reported', to: 'dispatched', actor: null, text: '位置在第六网格内' },
  ])
})

test('a worker’s finding remembers the post it was made in', () => {
  const reporter = { personId: 'w', name: '王某', role: 'gridWorker' as const }
  const { timeline } = newIssue(report({ source: 'patrol', reporter }), morning, defaultIssueRules)
  expect(timeline[0]?.actor?.role).toBe('gridWorker')
})

test('the code is the day and four signs nobody mishears', () => {
  expect(issueCode('i-1', morning)).toMatch(/^1125-[ACDEFGHJKMNPQRTUVWXY34679]{4}$/)
  expect(issueCode('i-1', morning)).toBe(issueCode('i-1', morning))
  // Half past midnight in the community is still the day before in UTC.
  expect(issueCode('i-1', Date.parse('2026-11-25T16:30:00.000Z'))).toMatch(/^1126-/)
  const codes = new Set(Array.from({ length: 1000 }, (_, at) => issueCode(`issue-${at}`, morning)))
  expect(codes.size).toBeGreaterThan(990)
})
