import type { Issue } from '@/shared/domain/issues/issue'
import { canSeeMeeting, type Called } from '@/shared/domain/issues/meeting'
import { seatsOf, type Meeting } from '@/shared/domain/issues/meeting-record'
import type { Actor } from '@/shared/kernel/actor'
import type { Reads, Transaction } from '../../store/store'
import { saveShareout } from './share-out'

/** A meeting with its issue, for whoever may see it; null for everybody else. */
export const loadMeeting = async (
  id: string,
  { meetings, issues }: { meetings: Reads<Meeting>; issues: Reads<Issue> },
  actor: Actor,
): Promise<{ meeting: Meeting; issue: Issue } | null> => {
  const meeting = await meetings.get(id)
  const issue = meeting && (await issues.get(meeting.issueId))
  return meeting && issue && canSeeMeeting(meeting, issue, actor) ? { meeting, issue } : null
}

/** Writes a meeting, the seats that changed, its issue and what people are told. */
export const saveMeeting = async (
  tx: Transaction,
  before: { meeting: Meeting | null; issue: Issue },
  after: Called,
  actorId: string,
  key: string,
): Promise<void> => {
  if (before.meeting) await tx.meetings.put(after.meeting)
  else await tx.meetings.create(after.meeting)
  const [old, seats] = [before.meeting ? seatsOf(before.meeting) : [], seatsOf(after.meeting)]
  const isAsItWas = (seat: (typeof seats)[number]) =>
    old.some(({ _id, startsAt, isOn }) => _id === seat._id && startsAt === seat.startsAt && isOn === seat.isOn)
  for (const seat of seats) if (!isAsItWas(seat)) await tx.meetingSeats.put(seat)
  for (const { _id } of old) if (seats.every((seat) => seat._id !== _id)) await tx.meetingSeats.remove(_id)
  await saveShareout(tx, before.issue, after, actorId, key)
}
