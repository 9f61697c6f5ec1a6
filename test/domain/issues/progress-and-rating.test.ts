import { defaultIssueSettings } from '@/shared/domain/issues/settings'
import { urgencyOf } from '@/shared/domain/issues/clock'
import { addProgress, canAddProgress } from '@/shared/domain/issues/progress'
import { canRate, rateIssue } from '@/shared/domain/issues/rate-issue'
import { isWaitingForVerifier } from '@/shared/domain/issues/waiting-for-verifier'
import { issueRecord } from '@/shared/domain/issues/issue'
import { dayMs } from '@/shared/kernel/time'
import { issueStates } from '@/shared/kernel/vocabulary'
import { communityWorker, frozen, issueIn, morning, owner, person, reporter } from './people'

describe('progress', () => {
  const note = { text: '已联系厂家', fileIds: ['cloud://x/p.jpg'] }
  const facts = { leadId: 'lead', helperIds: ['helper'] }
  const worker = ['gridWorker', 'grid', 'g-9'] as const

  test('is added by owner, lead and helpers while somebody is at work, and only then', () => {
    for (const state of issueStates) {
      const issue = frozen(issueIn(state, facts))
      for (const actor of [owner, person('lead', worker), person('helper', worker)]) {
        expect(canAddProgress(issue, actor)).toBe(state === 'handling')
        const added = addProgress(issue, note, actor, morning)
        if (state !== 'handling') expect(added).toEqual({ refused: 'ISSUE_NOT_IN_PROGRESS' })
        else {
          const changed = issueRecord.parse(added)
          expect(changed).toEqual({ ...issue, updatedAt: changed.updatedAt, timeline: changed.timeline })
          expect(changed.timeline.slice(0, -1)).toEqual(issue.timeline)
          expect(changed.timeline.at(-1)).toMatchObject({ kind: 'progress', text: '已联系厂家', fileIds: note.fileIds })
        }
      }
    }
  })

  test('is nobody else’s to add', () => {
    for (const actor of [reporter, communityWorker, { ...owner, postings: [] }, { ...owner, communityId: 'c-2' }]) {
      expect(canAddProgress(issueIn('handling'), actor)).toBe(false)
      expect(addProgress(issueIn('handling'), note, actor, morning)).toEqual({ refused: 'FORBIDDEN' })
    }
  })
})

describe('a rating', () => {
  const given = { stars: 5, tags: ['行动快'], text: '很满意' }

  test('is the reporter’s, once, when the issue is closed', () => {
    const closed = frozen(issueIn('closed'))
    expect(canRate(closed, reporter)).toBe(true)
    const rated = issueRecord.parse(rateIssue(closed, given, reporter, morning))
    expect(rated).toMatchObject({ rating: { ...given, at: new Date(morning).toISOString() }, state: 'closed' })
    expect(rated.timeline.at(-1)).toMatchObject({ kind: 'rating', text: '5 星：很满意' })
    expect(canRate(rated, reporter)).toBe(false)
    expect(rateIssue(rated, given, reporter, morning)).toEqual({ refused: 'ISSUE_ALREADY_RATED' })
  })

  test('says each thing once, however often it was sent', () => {
    const twice = { ...given, tags: ['行动快', '微笑多', '行动快'] }
    expect(rateIssue(issueIn('closed'), twice, reporter, morning)).toMatchObject({
      rating: { tags: ['行动快', '微笑多'] },
    })
  })

  test('waits for the end', () => {
    for (const state of issueStates.filter((other) => other !== 'closed')) {
      expect(canRate(issueIn(state), reporter)).toBe(false)
      expect(rateIssue(issueIn(state), given, reporter, morning)).toEqual({ refused: 'ISSUE_NOT_CLOSED' })
    }
  })

  test('is nobody else’s', () => {
    for (const actor of [owner, communityWorker, { ...reporter, communityId: 'c-2' }]) {
      expect(canRate(issueIn('closed'), actor)).toBe(false)
      expect(rateIssue(issueIn('closed'), given, actor, morning)).toEqual({ refused: 'FORBIDDEN' })
    }
  })
})

describe('a verifier is waited for', () => {
  test('after seven days of the reporter’s silence', () => {
    const issue = issueIn('verifying')
    expect(isWaitingForVerifier(issue, morning + 7 * dayMs - 1, defaultIssueSettings)).toBe(false)
    expect(isWaitingForVerifier(issue, morning + 7 * dayMs, defaultIssueSettings)).toBe(true)
  })

  test('at once for what was drawn for a check, and for what the reporter fixed', () => {
    expect(isWaitingForVerifier(issueIn('verifying', { isSampled: true }), morning, defaultIssueSettings)).toBe(true)
    expect(isWaitingForVerifier(issueIn('verifying', { fixerId: 'reporter' }), morning, defaultIssueSettings)).toBe(
      true,
    )
  })

  test('in no other state', () => {
    for (const state of issueStates.filter((other) => other !== 'verifying')) {
      expect(
        isWaitingForVerifier(issueIn(state, { isSampled: true }), morning + 30 * dayMs, defaultIssueSettings),
      ).toBe(false)
    }
  })
})

test('an issue turns amber at three quarters and red at its limit, and is neither while its clock stands still', () => {
  const issue = issueIn('handling')
  const [amber, red] = [Date.parse(issue.clock.amberAt), Date.parse(issue.clock.dueAt)]
  expect([morning, amber - 1, amber, red - 1, red].map((now) => urgencyOf(issue, now))).toEqual([
    'normal',
    'normal',
    'amber',
    'amber',
    'red',
  ])
  for (const state of ['suspended', 'returned', 'closed', 'declined', 'merged', 'withdrawn'] as const) {
    expect(urgencyOf(issueIn(state), red)).toBe('none')
  }
})
