import type { consultations } from '@/shared/contracts/consultations'
import { acted, mayRun } from '@/shared/domain/consultations/moves'
import { reportedSaid, topicAnnouncement } from '@/shared/domain/consultations/notices'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import { claimPhotos } from '../../runtime/photos'
import type { Handler } from '../../runtime/handler'
import { noticeIdOf } from './ids'
import { moveTopic } from './move-topic'
import { everyPartaker } from './partaking'

/** Tells everybody who took part what came of it, and ends the topic. */
export const reportBack: Handler<typeof consultations.reportBack> = async ({ id, text, fileIds }, context) => {
  const { actor, now, newId, store, transact } = context
  const seen = await store.consultations.get(id)
  if (!seen || !mayRun(seen, actor)) return refuse('NOT_FOUND')
  const photos = await claimPhotos(fileIds, newId('report'), context)
  if (isRefusal(photos)) return photos
  const people = await everyPartaker(store, seen)
  return transact(async (tx) => {
    const report = { text, fileIds: photos.map(({ fileId }) => fileId), at: toInstant(now) }
    const next = await moveTopic(tx, id, actor, (topic) =>
      acted(topic, 'reportBack', { byId: actor.personId, given: { report, nextAt: null } }, now),
    )
    if (isRefusal(next)) return next
    const key = `${noticeIdOf('reported', id)}-`
    await tx.announcements.create(topicAnnouncement(next, key, people, reportedSaid(next), now))
    return { id, step: next.step }
  })
}
