import { classOf, type IssueClass } from './classes'
import type { Issue } from './issue'
import { clockHours, workingDays, type Limit } from './limit'
import { defaultIssueSettings, type IssueSettings } from './settings'
import { isTakenUp, settlementDays } from './settlement'

/** How long issues of a class may take, as a community has set it. */
export const limitIn = (
  { limit, isOrdinary }: Pick<IssueClass, 'limit' | 'isOrdinary'>,
  { ordinaryDays }: Pick<IssueSettings, 'ordinaryDays'>,
): Limit => (isOrdinary ? workingDays(ordinaryDays) : limit)

/** The limit of a clock that starts now: that of the class, or of the settlement of a dispute that was taken up. */
export const nextLimitOf = (
  issue: Pick<Issue, 'classCode' | 'steps'>,
  settings: Pick<IssueSettings, 'ordinaryDays'>,
): Limit => {
  if (isTakenUp(issue)) return clockHours(settlementDays * 24)
  const issueClass = classOf(issue.classCode)
  // A class that is no longer offered keeps the ordinary days.
  return issueClass ? limitIn(issueClass, settings) : workingDays(settings.ordinaryDays)
}

/** The limit of the clock that runs, as it was when it started. */
export const limitOf = (issue: Pick<Issue, 'classCode' | 'steps' | 'clock'>): Limit =>
  issue.clock.limit ?? nextLimitOf(issue, defaultIssueSettings)
