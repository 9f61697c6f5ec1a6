import { calendarYearIdOf, missingYear } from '@/shared/domain/settings/calendar-year'
import { dayOf, toInstant } from '@/shared/kernel/time'
import { listCalendarYears } from '../store/rules'
import { forEachCommunity, type Job } from './job'

/**
 * Tells the duty post of every community, once a year each, that a year's table of holidays is missing: next year's from November
 * on. Until it is there that year has weekends only.
 */
export const warnMissingCalendar: Job = async ({ store, now }) => ({
  done: await forEachCommunity({ store }, async ({ _id: communityId, dutyPersonIds }) => {
    const year = missingYear(await listCalendarYears(store, communityId), dayOf(now))
    if (year === null) return 0
    let done = 0
    for (const recipientId of dutyPersonIds) {
      const _id = `calendar:${communityId}:${year}:${recipientId}`
      done += await store.transact(async (tx) => {
        if (await tx.notices.get(_id)) return 0
        await tx.notices.create({
          _id,
          communityId,
          recipientId,
          title: `${year} 年节假日表还没有导入`,
          text: `没有表，${year} 年只按周末休息计算时限。国务院公布放假安排后，请下载模板填好导入。`,
          subject: { kind: 'calendar', id: calendarYearIdOf(communityId, year) },
          createdAt: toInstant(now),
          isRead: false,
        })
        return 1
      })
    }
    return done
  }),
})
