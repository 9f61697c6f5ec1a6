import type { issues } from '@/shared/contracts/issues'
import { classOf } from '@/shared/domain/issues/classes'
import { isOnBorder } from '@/shared/domain/organization/place'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { findRoute, isSomebodyHere, shownRoute } from './find-route'

/** Says before sending who will get it; near a border, both sides. */
export const previewRoute: Handler<typeof issues.previewRoute> = async (
  { classCode, place, gridId, aboutPersonId },
  context,
) => {
  const issueClass = classOf(classCode)
  if (!issueClass) return refuse('ISSUE_CLASS_UNKNOWN')
  if (aboutPersonId && !(await isSomebodyHere(aboutPersonId, context))) return refuse('ISSUE_SUBJECT_UNKNOWN')
  const found = await findRoute({ issueClass, place, gridId, aboutPersonId }, context)
  if (isRefusal(found)) return found
  return { routes: found.routes.map(shownRoute), isOnBorder: isOnBorder(found.decision) }
}
