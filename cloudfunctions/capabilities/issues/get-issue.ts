import type { issues } from '@/shared/contracts/issues'
import { canSeeIssue } from '@/shared/domain/issues/sight'
import { detailOf, filesOf } from '@/shared/domain/issues/view'
import { refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'

/** One issue as the caller may see it; what they may not see is answered as if it were not there. */
export const getIssue: Handler<typeof issues.getIssue> = async ({ id }, { actor, now, store, files }) => {
  const issue = await store.issues.get(id)
  if (!issue || !canSeeIssue(issue, actor)) return refuse('NOT_FOUND')
  return detailOf(issue, actor, await files.urlsOf(filesOf(issue)), now)
}
