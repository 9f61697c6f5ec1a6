import type { issues } from '@/shared/contracts/issues'
import { canSeeIssue } from '@/shared/domain/issues/sight'
import { defaultIssueRules } from '@/shared/domain/issues/allowed-moves'
import { detailOf, filesOf } from '@/shared/domain/issues/view'
import { refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { gatheredFor } from './gathered'
import { leavesItToActor } from './owner-left'

/** One issue as the caller may see it; what they may not see is answered as if it were not there. */
export const getIssue: Handler<typeof issues.getIssue> = async ({ id }, context) => {
  const { actor, now, store, files } = context
  const issue = await store.issues.get(id)
  if (!issue || !canSeeIssue(issue, actor)) return refuse('NOT_FOUND')
  const [urls, hasOwnerLeft, gathered, parent] = await Promise.all([
    files.urlsOf(filesOf(issue)),
    leavesItToActor(issue, context),
    gatheredFor(issue, store),
    issue.mergedInto ? store.issues.get(issue.mergedInto.issueId) : null,
  ])
  return detailOf(issue, actor, { urls, rules: { ...defaultIssueRules, hasOwnerLeft }, parent, gathered }, now)
}
