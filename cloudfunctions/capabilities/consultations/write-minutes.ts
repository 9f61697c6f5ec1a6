import type { consultations } from '@/shared/contracts/consultations'
import { minutesPhotosMax } from '@/shared/kernel/consultation-limits'
import { hasBegun, meetingOf, minutesMax, withMeeting } from '@/shared/domain/consultations/meetings'
import { acted, mayRun } from '@/shared/domain/consultations/moves'
import type { Consultation } from '@/shared/domain/consultations/records'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import { claimPhotos } from '../../runtime/photos'
import type { Handler } from '../../runtime/handler'
import { moveTopic } from './move-topic'
import { releasePhotos } from './release-photos'

/**
 * Writes the minutes of a sitting that has begun, or writes them anew; what they said before stays on record. Photos are claimed once it is
 * known to be allowed.
 */
export const writeMinutes: Handler<typeof consultations.writeMinutes> = async (
  { id, meetingId, ...asked },
  context,
) => {
  const { actor, now, store, newId, transact } = context
  const minuted = (topic: Consultation, added: readonly string[]) => {
    const meeting = meetingOf(topic, meetingId)
    if (!meeting) return refuse('NOT_FOUND')
    if (!hasBegun(meeting, now)) return refuse('MEETING_NOT_BEGUN')
    if (meeting.minutes.length >= minutesMax) return refuse('MINUTES_TOO_MANY')
    const kept = asked.dropsPhotos ? [] : (meeting.minutes.at(-1)?.fileIds ?? [])
    const fileIds = [...kept, ...added]
    if (fileIds.length > minutesPhotosMax) return refuse('MINUTES_PHOTOS_TOO_MANY')
    const written = { text: asked.text, fileIds, at: toInstant(now), byId: actor.personId }
    const meetings = withMeeting(topic, meetingId, { minutes: [...meeting.minutes, written] })
    return acted(topic, 'writeMinutes', { byId: actor.personId, given: { meetings } }, now)
  }
  const seen = await store.consultations.get(id)
  if (!seen || !mayRun(seen, actor)) return refuse('NOT_FOUND')
  const allowed = minuted(seen, asked.fileIds)
  if (isRefusal(allowed)) return allowed
  const photos = await claimPhotos(asked.fileIds, newId('minutes'), context)
  if (isRefusal(photos)) return photos
  const added = photos.map(({ fileId }) => fileId)
  const answer = await transact(async (tx) => {
    const next = await moveTopic(tx, id, actor, (topic) => minuted(topic, added))
    return isRefusal(next) ? next : { id }
  })
  if (isRefusal(answer)) await releasePhotos(photos, id, context)
  return answer
}
