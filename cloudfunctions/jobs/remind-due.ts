import { recipientOf, withEscalation } from '@/shared/domain/issues/escalation'
import { dueReminders, withTold } from '@/shared/domain/issues/reminders'
import { reminderNotice } from '@/shared/domain/notices/reminder-notice'
import { toInstant } from '@/shared/kernel/time'
import { rulesReader } from '../store/rules'
import { batchSize, type Job } from './job'
import { staffReader } from './staff-reader'

/** The most issues one run reminds of, so that it ends before its time limit; the rest come with the next, minutes later. */
export const remindedMax = 400

/**
 * Tells whoever is next when a limit nears, passes, or has passed by one and by three working days, and when a decision is late; and asks reporters,
 * four weeks after closing, whether it has held.
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
        const party = level === 'followUp' ? null : recipientOf(issue, level, staff)
        const recipientId = level === 'followUp' ? issue.reporterId : party?.personId
        const notice = recipientId && reminderNotice(issue, level, recipientId, now)
        if (!notice || (await tx.notices.get(notice._id))) continue
        await tx.notices.create(notice)
        if (party) told = withEscalation(told, level, party, toInstant(now))
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
