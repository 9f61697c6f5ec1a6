import type { issues } from '@/shared/contracts/issues'
import { writeMinutes as written } from '@/shared/domain/issues/meeting-attendance'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { loadMeeting, saveMeeting } from './save-meeting'

/** A new version of the minutes; those around the table are told. */
export const writeMinutes: Handler<typeof issues.writeMinutes> = async ({ id, text }, context) => {
  const { actor, now, newId, transact } = context
  const key = newId('notice')
  return transact(async (tx) => {
    const found = await loadMeeting(id, tx, actor)
    if (!found) return refuse('NOT_FOUND')
    const changed = written(found.issue, found.meeting, text, actor, now)
    if (isRefusal(changed)) return changed
    await saveMeeting(tx, found, changed, actor.personId, key)
    return { id, version: changed.meeting.minutes.length }
  })
}
