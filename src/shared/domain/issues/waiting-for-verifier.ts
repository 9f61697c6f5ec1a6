import { dayMs, toInstant } from '../../kernel/time'
import type { Issue } from './issue'
import type { IssueSettings } from './settings'

/** Until when the reporter's answer to a result is waited for: as it was told then. */
const silentUntilOf = ({ silentUntil }: Issue, submittedAt: string, { verifyDays }: IssueSettings): number =>
  silentUntil === undefined ? Date.parse(submittedAt) + verifyDays * dayMs : Date.parse(silentUntil)

/**
 * Until when the reporter is still to be asked before a verifier may say that it is solved; null when it is a verifier's turn. Nobody is
 * there to ask behind what another system handed in, and what may hurt somebody is looked at again (复查) without waiting.
 */
export const reporterUntil = (issue: Issue, now: number, settings: IssueSettings): string | null => {
  const { state, source, recheckBy, submittedAt, updatedAt } = issue
  if (state !== 'verifying' || source === 'import' || recheckBy) return null
  const isVerifiers = isWaitingForVerifier(issue, now, settings)
  return isVerifiers ? null : toInstant(silentUntilOf(issue, submittedAt ?? updatedAt, settings))
}

/**
 * Whether a result waits for a verifier (核查) rather than for its reporter: after days of the reporter's silence, and at
 * once when it was drawn for a check or when the reporter is who fixed it and so cannot answer.
 */
export const isWaitingForVerifier = (issue: Issue, now: number, settings: IssueSettings): boolean =>
  issue.state === 'verifying' &&
  (issue.isSampled ||
    issue.fixerId === issue.reporterId ||
    (issue.submittedAt !== null && now >= silentUntilOf(issue, issue.submittedAt, settings)))
