import type { issues } from '@/shared/contracts/issues'
import { updateMeeting as updated } from '@/shared/domain/issues/meeting'
import { asMeant } from '@/shared/domain/issues/words-for'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import type { Handler } from '../../runtime/handler'
import { candidatesOf } from './candidate-of'
import { loadMeeting, saveMeeting } from './save-meeting'

/** Changes a meeting that has not begun; a new time or place is told to everybody. */
export const updateMeeting: Handler<typeof issues.updateMeeting> = async ({ id, ...asked }, context) => {
  const { actor, now, newId, transact, directory } = context
  const key = newId('notice')
  const { rules } = await directory()
  return transact(async (tx) => {
    const found = await loadMeeting(id, tx, actor)
    if (!found) return refuse('NOT_FOUND')
    const people = await candidatesOf(asked.personIds, found.issue, context)
    const { issue, meeting } = found
    const meant = {
      place: asMeant(asked.place, meeting.place, issue, actor),
      agenda: asMeant(asked.agenda, meeting.agenda, issue, actor),
    }
    const changed = updated(issue, meeting, { ...asked, ...meant, people }, actor, now, rules)
    if (isRefusal(changed)) return changed
    await saveMeeting(tx, found, changed, actor.personId, key)
    return { id }
  })
}
