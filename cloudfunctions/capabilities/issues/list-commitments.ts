import type { issues } from '@/shared/contracts/issues'
import { commitmentRowOf } from '@/shared/domain/issues/joint-view'
import { wordsFor } from '@/shared/domain/issues/words-for'
import { canSeeIssue } from '@/shared/domain/issues/sight'
import { refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'
import { inboxOf } from './inbox-of'

/** What somebody, or their department, has promised: open ones by their day, ended ones the last first. Three requests. */
export const listCommitments: Handler<typeof issues.listCommitments> = async (
  { of, isOpen, cursor },
  { actor, now, store, files },
) => {
  const where = inboxOf(of, actor, { person: 'owner.personId', department: 'departmentId' })
  if (!where) return refuse('FORBIDDEN')
  const found = await store.commitments.list({
    ...afterKey({ ...where, isOpen }, cursor, 'dueOn', isOpen ? 'asc' : 'desc'),
    limit: pageSize + 1,
  })
  const page = found.slice(0, pageSize)
  const fileIds = page.flatMap((one) => one.fileIds)
  const [loaded, urls] = await Promise.all([
    page.length > 0
      ? store.issues.list({ where: { _id: { in: [...new Set(page.map(({ issueId }) => issueId))] } } })
      : [],
    fileIds.length > 0 ? files.urlsOf(fileIds) : new Map<string, string>(),
  ])
  const issueOf = new Map(loaded.map((issue) => [issue._id, issue]))
  return {
    commitments: page.flatMap((one) => {
      const issue = issueOf.get(one.issueId)
      return issue && canSeeIssue(issue, actor)
        ? [wordsFor(commitmentRowOf(one, issue, actor, urls, now), issue, actor)]
        : []
    }),
    next: nextCursor(found, (one) => one.dueOn),
    now: toInstant(now),
  }
}
