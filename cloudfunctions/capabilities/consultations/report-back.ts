import type { consultations } from '@/shared/contracts/consultations'
import { acted, mayRun } from '@/shared/domain/consultations/moves'
import { reportedSaid } from '@/shared/domain/consultations/notices'
import type { Consultation } from '@/shared/domain/consultations/records'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import { claimPhotos } from '../../runtime/photos'
import type { Handler } from '../../runtime/handler'
import { announce } from './announce'
import { noticeIdOf } from './ids'
import { moveTopic } from './move-topic'
import { everyPartaker } from './partaking'
import { releasePhotos } from './release-photos'

/** Tells everybody who took part what came of it, and ends the topic. Photos are claimed once it is known to be allowed. */
export const reportBack: Handler<typeof consultations.reportBack> = async ({ id, text, fileIds }, context) => {
  const { actor, now, newId, store, transact } = context
  const seen = await store.consultations.get(id)
  if (!seen || !mayRun(seen, actor)) return refuse('NOT_FOUND')
  const reported = (topic: Consultation, shown: string[]) => {
    const report = { text, fileIds: shown, at: toInstant(now) }
    return acted(topic, 'reportBack', { byId: actor.personId, given: { report, nextAt: null } }, now)
  }
  const allowed = reported(seen, [])
  if (isRefusal(allowed)) return allowed
  const people = await everyPartaker(store, seen)
  const photos = await claimPhotos(fileIds, newId('report'), context)
  if (isRefusal(photos)) return photos
  const answer = await transact(async (tx) => {
    const shown = photos.map(({ fileId }) => fileId)
    const next = await moveTopic(tx, id, actor, (topic) => reported(topic, shown))
    if (isRefusal(next)) return next
    await announce(tx, next, noticeIdOf('reported', id), people, reportedSaid(next), now)
    return { id, step: next.step }
  })
  if (isRefusal(answer)) await releasePhotos(photos, id, context)
  return answer
}
