import type { issues } from '@/shared/contracts/issues'
import { wordsFor } from '@/shared/domain/issues/words-for'
import { canSeeIssue } from '@/shared/domain/issues/sight'
import { briefOf } from '@/shared/domain/issues/view'
import { refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler, QueryContext } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'
import type { Where } from '../../store/store'
import { inboxOf } from './inbox-of'

type Page = { isOpen: boolean; cursor: string | undefined }

const ledBy = async (where: Where, { isOpen, cursor }: Page, { store }: QueryContext) => {
  const found = await store.issues.list({
    ...afterKey({ ...where, isOpen }, cursor, 'clock.dueAt', isOpen ? 'asc' : 'desc'),
    limit: pageSize + 1,
  })
  return { issues: found.slice(0, pageSize), next: nextCursor(found, (issue) => issue.clock.dueAt) }
}

/** Those helped with, the last asked first: the parts of a page, then their issues. Two requests. */
const helpedBy = async (where: Where, { isOpen, cursor }: Page, { store }: QueryContext) => {
  const found = await store.parts.list({
    ...afterKey({ ...where, isOpen }, cursor, 'askedAt', 'desc'),
    limit: pageSize + 1,
  })
  const ids = [...new Set(found.slice(0, pageSize).map(({ issueId }) => issueId))]
  const loaded = ids.length > 0 ? await store.issues.list({ where: { _id: { in: ids } } }) : []
  const issues = ids.flatMap((id) => loaded.find(({ _id }) => _id === id) ?? [])
  return { issues, next: nextCursor(found, (part) => part.askedAt) }
}

/** The inbox of a department, or one's own: what it leads, the most pressing first, and what it helps with. */
export const listDepartmentIssues: Handler<typeof issues.listDepartmentIssues> = async (
  { part, of, isOpen, cursor },
  context,
) => {
  const { actor, now } = context
  const isLead = part === 'lead'
  const fields = isLead
    ? { person: 'leadId', department: 'leadDepartmentId' }
    : { person: 'personId', department: 'departmentId' }
  const where = inboxOf(of, actor, fields)
  if (!where) return refuse('FORBIDDEN')
  const { issues: found, next } = await (isLead ? ledBy : helpedBy)(where, { isOpen, cursor }, context)
  const taskIn = (helpers: (typeof found)[number]['helpers']) =>
    helpers?.find(({ personId, departmentId }) => personId === actor.personId || departmentId === departmentOf)?.task
  const departmentOf = actor.postings.find(({ role }) => role === 'officer')?.departmentId
  return {
    issues: found
      .filter((issue) => canSeeIssue(issue, actor))
      .map((issue) =>
        wordsFor(
          { ...briefOf(issue, actor, now), task: isLead ? null : (taskIn(issue.helpers) ?? null) },
          issue,
          actor,
        ),
      ),
    next,
    now: toInstant(now),
  }
}
