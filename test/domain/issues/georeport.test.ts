import { defaultIssueSettings } from '@/shared/domain/issues/settings'
import { openClasses, requestOf, serviceOf } from '@/shared/domain/issues/georeport'
import { countReport, type ApiKey } from '@/shared/domain/issues/api-key'
import { issueIn, morning } from './people'

const places = { buildingById: new Map(), estateById: new Map() }

test('closed is always told with its result, and an agency is a department or a post, never a person', () => {
  for (const result of ['resolved', 'partly', 'cannot', 'notOurs'] as const) {
    const { status, status_notes } = requestOf(issueIn('closed', { result }), places, null)
    expect([status, status_notes]).toEqual(['closed', expect.stringContaining('处理结果：')])
  }
  const officer = issueIn('handling', {}, 'illegalBuild')
  const { agency_responsible } = requestOf({ ...officer, owner: { ...officer.owner, role: 'officer' } }, places, null)
  expect(agency_responsible).toBe('综合行政执法部门')
})

test('every service says how long it may take and which group it is in', () => {
  for (const issueClass of openClasses) {
    const { description, group } = serviceOf(issueClass, defaultIssueSettings)
    expect(description).toMatch(/办理时限\d+ /)
    expect(['环境', '设施', '安全']).toContain(group)
  }
})

test('a key counts by windows of ten minutes and refuses with ISSUE_REPORTED_TOO_OFTEN', () => {
  let key = { _id: 'key-1', perTenMinutes: 2, window: null } as unknown as ApiKey
  for (let at = 0; at < 2; at++) key = countReport(key, morning + at) as ApiKey
  expect(countReport(key, morning + 599_999)).toEqual({ refused: 'ISSUE_REPORTED_TOO_OFTEN' })
  expect(countReport(key, morning + 600_000)).toMatchObject({ window: { count: 1 } })
})
