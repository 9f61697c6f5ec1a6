import { acted } from '@/shared/domain/consultations/moves'
import { overdueSaid, topicNotice } from '@/shared/domain/consultations/notices'
import type { Consultation } from '@/shared/domain/consultations/records'
import { countsOf, roundOf, votesWords } from '@/shared/domain/consultations/votes'
import { isRefusal } from '@/shared/kernel/decision'
import { addDays, startOfDay, toInstant } from '@/shared/kernel/time'
import { countBallots } from '../store/ballots'
import { noticeIdOf } from '../capabilities/consultations/ids'
import { batchSize, type Job, type JobContext } from './job'

const dueAtOf = (dueOn: string): string => toInstant(startOfDay(addDays(dueOn, 1)))

/** Counts a vote that has closed. */
const closeVote = async (seen: Consultation, { store, now }: JobContext): Promise<void> => {
  const counted = await countBallots(store, seen._id, roundOf(seen))
  await store.transact(async (tx) => {
    const topic = await tx.consultations.get(seen._id)
    if (!topic?.vote || topic.vote.result) return
    const counts = countsOf(topic.vote, counted)
    const vote = { ...topic.vote, result: { at: toInstant(now), counts } }
    const words = `${vote.question}：${votesWords(vote)}`
    const next = acted(topic, 'closeVote', { byId: null, words, given: { vote, nextAt: null } }, now)
    await tx.consultations.put(isRefusal(next) ? { ...topic, nextAt: null } : next)
  })
}

/** Once the notice has run, the resolution is carried out; its day is looked at when it is past. */
const startWork = async ({ _id }: Consultation, { store, now }: JobContext): Promise<void> =>
  store.transact(async (tx) => {
    const topic = await tx.consultations.get(_id)
    if (!topic?.resolution) return
    const next = acted(topic, 'startWork', { byId: null, given: { nextAt: dueAtOf(topic.resolution.dueOn) } }, now)
    if (!isRefusal(next)) await tx.consultations.put(next)
  })

/** Tells the owner of a resolution, once, that its day is past. */
const tellOverdue = async ({ _id }: Consultation, { store, now }: JobContext): Promise<void> =>
  store.transact(async (tx) => {
    const topic = await tx.consultations.get(_id)
    if (topic?.step !== 'carryingOut' || !topic.resolution || topic.nextAt === null) return
    const key = noticeIdOf('overdue', _id, topic.resolution.at)
    await tx.notices.create(topicNotice(topic, key, topic.resolution.ownerId, overdueSaid(topic), now))
    await tx.consultations.put({ ...topic, nextAt: null })
  })

const byStep: Partial<Record<Consultation['step'], typeof closeVote>> = {
  meeting: closeVote,
  noticing: startWork,
  carryingOut: tellOverdue,
}

/** What happens to topics by themselves. Each says when, so that a run that comes late, or twice, does each once. */
export const stepTopics: Job = async (context) => {
  const { store, now } = context
  const due = await store.consultations.list({
    where: { nextAt: { before: toInstant(now + 1) } },
    orderBy: [['nextAt', 'asc']],
    limit: batchSize,
  })
  for (const topic of due) await byStep[topic.step]?.(topic, context)
  return { done: due.length }
}
