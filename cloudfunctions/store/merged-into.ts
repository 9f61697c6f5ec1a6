import type { Issue } from '@/shared/domain/issues/issue'

/** Longer chains of merged issues than this do not occur. */
const mergeDepthMax = 20

/**
 * Goes up what issues have been merged into, from the first on, the nearest first, and answers all it came by. `visit` reads each, and may
 * write it too; the way ends with the one that stands by itself, or where it answers null.
 */
export const mergedUpFrom = async (
  firstId: string | undefined,
  visit: (issueId: string) => Promise<Issue | null>,
): Promise<Issue[]> => {
  const passed: Issue[] = []
  for (let next = firstId; next && passed.length < mergeDepthMax;) {
    const issue = await visit(next)
    if (!issue) break
    passed.push(issue)
    next = issue.mergedInto?.issueId
  }
  return passed
}

/** The ids of everything a parent has itself been merged into: a merge with one of them would close a ring. */
export const idsAbove = async (
  parent: Issue,
  { issues }: { issues: { get(id: string): Promise<Issue | null> } },
): Promise<string[]> => {
  const above = await mergedUpFrom(parent.mergedInto?.issueId, (id) => issues.get(id))
  return above.map(({ _id }) => _id)
}
