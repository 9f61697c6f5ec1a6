import { added, changesBetween, tallyOf } from '@/shared/domain/insight/tally'
import type { Calendar } from '@/shared/domain/issues/calendar'
import type { Issue } from '@/shared/domain/issues/issue'
import { minuteMs, toInstant } from '@/shared/kernel/time'
import { rulesReader } from '../store/rules'
import { afterRow, type Last } from '../store/paging'
import { batchSize, forEachCommunity, type Job, type JobContext } from './job'

/** The most issues one run counts, so that it ends within its minute; the rest come with the next. */
export const countedMax = 400

/** A change is as old as its call and seen when it is written, a little later; so each run begins a little before the last one's end. */
const overlapMs = 10 * minuteMs

/** Counts one issue as it is now: its tally and the sums it changes are written together, so that counting again adds nothing. */
const countIssue = (issueId: string, calendar: Calendar, { store, now }: JobContext): Promise<void> =>
  store.transact(async (tx) => {
    const issue = await tx.issues.get(issueId)
    if (!issue) return
    const before = await tx.tallies.get(issueId)
    const after = tallyOf(issue, now, calendar)
    for (const change of changesBetween(before, after)) {
      const rate = added(await tx.rates.get(change._id), change)
      await tx.rates.put(rate)
    }
    await tx.tallies.put(after)
  })

/** The issues of one half of a community, public or not, that changed since they were last counted; by an index that is there anyway. */
const countChanged = async (
  communityId: string,
  isPublic: boolean,
  calendar: Calendar,
  context: JobContext,
): Promise<number> => {
  const { store } = context
  const cursorId = `rates:${communityId}:${isPublic ? 'public' : 'private'}`
  const cursor = await store.cursors.get(cursorId)
  const since = cursor ? toInstant(Date.parse(cursor.at) - overlapMs) : ''
  let done = 0
  let beyond: Last | null = null
  while (done < countedMax) {
    const found: Issue[] = await store.issues.list({
      ...afterRow(
        { communityId, isPublic, isOpen: { in: [true, false] }, updatedAt: { after: since } },
        beyond,
        'updatedAt',
        'asc',
      ),
      limit: batchSize,
    })
    const last = found.at(-1)
    if (!last) return done
    const tallies = await store.tallies.list({ where: { _id: { in: found.map(({ _id }) => _id) } }, limit: batchSize })
    const countedAt = new Map(tallies.map((tally) => [tally._id, tally.countedAt]))
    for (const { _id, updatedAt } of found) {
      if (countedAt.get(_id) === updatedAt) continue
      await countIssue(_id, calendar, context)
      done++
    }
    await store.transact((tx) => tx.cursors.put({ _id: cursorId, at: last.updatedAt }))
    if (found.length < batchSize) return done
    beyond = { key: last.updatedAt, id: last._id }
  }
  return done
}

/** Those that time alone has changed: an answer fell due, or the second question. */
const countDue = async (context: JobContext): Promise<number> => {
  const { store, now } = context
  const rulesOf = rulesReader(store)
  const due = await store.tallies.list({
    where: { nextAt: { before: toInstant(now + 1) } },
    orderBy: [['nextAt', 'asc']],
    limit: countedMax,
  })
  for (const { _id, communityId } of due) await countIssue(_id, (await rulesOf(communityId)).calendar, context)
  return due.length
}

/**
 * Keeps the sums behind the rates up to date from what has changed. Only this job writes them, so that no move waits for another over a
 * sum they share; running twice, late, or cut off half way leads to the same sums.
 */
export const foldRates: Job = async (context) => {
  const rulesOf = rulesReader(context.store)
  const due = await countDue(context)
  const changed = await forEachCommunity(context, async ({ _id }) => {
    const { calendar } = await rulesOf(_id)
    let done = 0
    for (const isPublic of [true, false]) done += await countChanged(_id, isPublic, calendar, context)
    return done
  })
  return { done: due + changed }
}
