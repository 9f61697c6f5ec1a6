import type { issues } from '@/shared/contracts/issues'
import { cancelMeeting as cancelled } from '@/shared/domain/issues/meeting'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { loadMeeting, saveMeeting } from './save-meeting'

/** Calls a meeting off and tells everybody. */
export const cancelMeeting: Handler<typeof issues.cancelMeeting> = async ({ id, reason }, context) => {
  const { actor, now, newId, transact } = context
  const key = newId('notice')
  return transact(async (tx) => {
    const found = await loadMeeting(id, tx, actor)
    if (!found) return refuse('NOT_FOUND')
    const changed = cancelled(found.issue, found.meeting, reason, actor, now)
    if (isRefusal(changed)) return changed
    await saveMeeting(tx, found, changed, actor.personId, key)
    return { id }
  })
}
