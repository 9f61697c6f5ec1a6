import { dayMs } from '../../kernel/time'
import type { Issue } from './issue'
import { defaultIssueSettings, type IssueSettings } from './settings'

/**
 * Whether a result waits for a verifier (核查) rather than for its reporter: after a week of the reporter's silence, and at
 * once when it was drawn for a check or when the reporter is who fixed it and so cannot answer.
 */
export const isWaitingForVerifier = (
  issue: Issue,
  now: number,
  settings: IssueSettings = defaultIssueSettings,
): boolean =>
  issue.state === 'verifying' &&
  (issue.isSampled ||
    issue.fixerId === issue.reporterId ||
    (issue.submittedAt !== null && now >= Date.parse(issue.submittedAt) + settings.verifyDays * dayMs))
