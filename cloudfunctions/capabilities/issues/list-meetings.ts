import type { issues } from '@/shared/contracts/issues'
import { meetingRowOf } from '@/shared/domain/issues/joint-view'
import { closesAfterMs } from '@/shared/domain/issues/meeting-record'
import { wordsFor } from '@/shared/domain/issues/words-for'
import { refuse } from '@/shared/kernel/decision'
import { toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { afterKey, nextCursor, pageSize } from '../../store/paging'
import { inboxOf } from './inbox-of'

/**
 * The meetings somebody, or their department, is asked to: those to come or under way, and those that were. Three requests: the
 * seats, the meetings, and their issues, which say whose names the reader may know.
 */
export const listMeetings: Handler<typeof issues.listMeetings> = async (
  { of, when, cursor },
  { actor, now, store },
) => {
  const where = inboxOf(of, actor, { person: 'personId', department: 'departmentId' })
  if (!where) return refuse('FORBIDDEN')
  const line = toInstant(now - closesAfterMs)
  const isAhead = when === 'ahead'
  const found = await store.meetingSeats.list({
    ...afterKey(
      { ...where, ...(isAhead ? { isOn: true } : {}), startsAt: isAhead ? { after: line } : { before: line } },
      cursor,
      'startsAt',
      isAhead ? 'asc' : 'desc',
    ),
    limit: pageSize + 1,
  })
  const ids = [...new Set(found.slice(0, pageSize).map(({ meetingId }) => meetingId))]
  const loaded = ids.length > 0 ? await store.meetings.list({ where: { _id: { in: ids } } }) : []
  const issueIds = [...new Set(loaded.map(({ issueId }) => issueId))]
  const talkedOf = issueIds.length > 0 ? await store.issues.list({ where: { _id: { in: issueIds } } }) : []
  return {
    meetings: ids.flatMap((id) => {
      const meeting = loaded.find(({ _id }) => _id === id)
      const issue = talkedOf.find(({ _id }) => _id === meeting?.issueId)
      return meeting && issue ? [wordsFor(meetingRowOf(meeting, now), issue, actor)] : []
    }),
    next: nextCursor(found, (seat) => seat.startsAt),
    now: toInstant(now),
  }
}
