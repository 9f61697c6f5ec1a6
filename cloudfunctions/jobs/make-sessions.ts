import { budgetNotice } from '@/shared/domain/activities/activity-notices'
import { daysAhead } from '@/shared/domain/activities/activity-rules'
import type { Activity } from '@/shared/domain/activities/records'
import type { SettingValues } from '@/shared/domain/settings/community-settings'
import { isRefusal } from '@/shared/kernel/decision'
import { addDays, dayOf, toInstant } from '@/shared/kernel/time'
import { noticeIdOf } from '../capabilities/activities/ids'
import { publishSessions } from '../capabilities/activities/publish-sessions'
import { freshSecret } from '../runtime/hash'
import { rulesReader } from '../store/rules'
import { batchSize, type Job, type JobContext } from './job'

/** Makes what one activity lacks, and ends one whose last day has gone by; where the year has nothing left, its leader is told once a day and nothing is made. */
const make = async ({ _id }: Activity, settings: SettingValues, { store, now }: JobContext): Promise<number> =>
  store.transact(async (tx) => {
    const activity = await tx.activities.get(_id)
    if (activity?.state !== 'open') return 0
    if (activity.rule.to < dayOf(now)) {
      await tx.activities.put({ ...activity, state: 'ended', updatedAt: toInstant(now) })
      return 0
    }
    const published = await publishSessions(tx, activity, { newSecret: freshSecret, settings, now })
    if (!isRefusal(published)) {
      await tx.activities.put(published.activity)
      return published.made
    }
    const notice = budgetNotice(activity, noticeIdOf('budget', _id, dayOf(now)), now)
    if (!(await tx.notices.get(notice._id))) await tx.notices.create(notice)
    return 0
  })

/**
 * Keeps the sessions of every activity two weeks ahead. What is there already has the same id and stays as it is, so running it twice, or
 * after days of silence, makes each session once.
 */
export const makeSessions: Job = async (context) => {
  const { store, now } = context
  const through = addDays(dayOf(now), daysAhead)
  const rulesOf = rulesReader(store)
  let done = 0
  let last = ''
  for (;;) {
    const found = await store.activities.list({
      where: { state: 'open', _id: { after: last } },
      within: [{ madeThrough: { before: through } }],
      orderBy: [['_id', 'asc']],
      limit: batchSize,
    })
    for (const activity of found) done += await make(activity, (await rulesOf(activity.communityId)).settings, context)
    last = found.at(-1)?._id ?? last
    if (found.length < batchSize) return { done }
  }
}
