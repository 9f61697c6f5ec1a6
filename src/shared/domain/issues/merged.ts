import { classOf } from './classes'
import type { Issue } from './issue'

/** How many reporters of merged issues an issue remembers; more neighbours than this do not report one thing. */
export const childReportersMax = 50

type Reported = Pick<Issue, 'reporterId' | 'childReporterIds'>

/** Everybody an issue brings along when it is merged: its own reporter, and those merged into it before. */
const broughtBy = ({ reporterId, childReporterIds }: Reported): readonly string[] => [reporterId, ...childReporterIds]

/** The parent of a merge, with the reporters it has gained. Somebody who reported twice is counted twice, to leave once. */
export const withChild = (parent: Issue, child: Reported): Issue => ({
  ...parent,
  childReporterIds: [...parent.childReporterIds, ...broughtBy(child)].slice(0, childReportersMax),
})

/** The parent of a merge that is undone, without the reporters it had gained by it. */
export const withoutChild = (parent: Issue, child: Reported): Issue => ({
  ...parent,
  childReporterIds: broughtBy(child).reduce<string[]>((left, reporterId) => {
    const at = left.indexOf(reporterId)
    return left.filter((_, index) => index !== at)
  }, parent.childReporterIds),
})

/**
 * Those who reported the same thing and follow it here since theirs was merged. A private matter stays with the one who
 * brought it: sharing an issue is no reason to read about a neighbour's dispute or hardship.
 */
export const neighboursOf = (issue: Issue): readonly string[] =>
  classOf(issue.classCode)?.isPrivate === false ? [...new Set(issue.childReporterIds)] : []
