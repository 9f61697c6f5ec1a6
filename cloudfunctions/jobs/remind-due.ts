import { escalationRoles, recipientOf, withEscalation, type Staff } from '@/shared/domain/issues/escalation'
import { dueReminders, withTold } from '@/shared/domain/issues/reminders'
import { reminderNotice } from '@/shared/domain/notices/reminder-notice'
import { dayOf, toInstant } from '@/shared/kernel/time'
import { listPosts } from '../store/reads'
import { rulesReader } from '../store/rules'
import { batchSize, type Job, type JobContext } from './job'

/** The most issues one run reminds of, so that it ends before its time limit; the rest come with the next, minutes later. */
export const remindedMax = 400

/** Who is there in each community, read once a run. */
const staffReader = ({ store, now }: JobContext): ((communityId: string) => Promise<Staff>) => {
  const read = new Map<string, Promise<Staff>>()
  const load = async (communityId: string): Promise<Staff> => {
    const [community, holders] = await Promise.all([
      store.communities.get(communityId),
      listPosts(store, communityId, escalationRoles),
    ])
    return { community: community ?? { _id: communityId, dutyPersonIds: [] }, holders, day: dayOf(now) }
  }
  return (communityId) => {
    const found = read.get(communityId) ?? load(communityId)
    read.set(communityId, found)
    return found
  }
}

/**
 * Tells whoever is next when a limit nears, passes, or has passed by one and by three working days, and when a decision is late.
 * What is due is found by one indexed instant, so a run costs what is due and not what there is. Each issue is looked at again
 * inside its own transaction, which keeps what was told with the notice: a job that runs twice, or a clock that steps back,
 * tells nobody twice. A job that runs late tells each level it missed once, in words that are true by then.
 */
export const remindDue: Job = async (context) => {
  const { store, now } = context
  const [rulesOf, staffOf] = [rulesReader(store), staffReader(context)]
  const remind = async (id: string, communityId: string): Promise<number> => {
    const [{ calendar }, staff] = await Promise.all([rulesOf(communityId), staffOf(communityId)])
    return store.transact(async (tx) => {
      const issue = await tx.issues.get(id)
      if (!issue) return 0
      const due = dueReminders(issue, now, calendar)
      let told = withTold(
        issue,
        due.map(({ level }) => level),
        calendar,
      )
      let sent = 0
      for (const { level } of due) {
        const recipient = recipientOf(issue, level, staff)
        const notice = recipient && reminderNotice(issue, level, recipient.personId, now)
        if (!notice || (await tx.notices.get(notice._id))) continue
        await tx.notices.create(notice)
        told = withEscalation(told, level, recipient, toInstant(now))
        sent++
      }
      await tx.issues.put(told)
      return sent
    })
  }
  let done = 0
  for (let seen = 0; seen < remindedMax; seen += batchSize) {
    const found = await store.issues.list({
      where: { 'reminders.nextAt': { before: toInstant(now + 1) } },
      orderBy: [['reminders.nextAt', 'asc']],
      limit: batchSize,
    })
    for (const { _id, communityId } of found) done += await remind(_id, communityId)
    if (found.length < batchSize) break
  }
  return { done }
}
