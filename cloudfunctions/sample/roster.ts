import { rosterDayIdOf, type RosterDay } from '@/shared/domain/organization/roster'
import { addDays, startOfDay, toInstant } from '@/shared/kernel/time'

/** Who stays up in turn; nobody who is on leave. */
const turns: readonly (readonly string[])[] = [
  ['community-worker-1', 'worker-grid-1'],
  ['worker-grid-2', 'property-manager-1'],
  ['community-worker-2', 'worker-grid-4'],
  ['worker-grid-5', 'group-leader-1'],
  ['worker-grid-7', 'property-manager-2', 'area-police-1'],
  ['worker-grid-8'],
]
const daysPlanned = 15
/** Last night's watch still runs until the morning, and whoever starts early in the day finds somebody on it. */
const firstDay = -1
/** Left open, so that it can be seen what an open day looks like and who is told then. */
const openAt = 9

/** Last night and two weeks of the roster from today, one day of them still open. */
export const rosterFrom = (communityId: string, today: string): RosterDay[] =>
  Array.from({ length: daysPlanned }, (_, at) => ({ at, day: addDays(today, firstDay + at) }))
    .filter(({ at }) => at !== openAt)
    .map(({ at, day }) => ({
      _id: rosterDayIdOf(communityId, day),
      communityId,
      day,
      personIds: [...turns[(at + turns.length + firstDay) % turns.length]!],
      setBy: 'community-worker-1',
      setAt: toInstant(startOfDay(addDays(today, firstDay - 1)) + 10 * 3_600_000),
    }))
