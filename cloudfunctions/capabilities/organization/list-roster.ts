import type { organization } from '@/shared/contracts/organization'
import { isWorkingDay } from '@/shared/domain/issues/calendar'
import { dutyHoursOf, holidayOf, runningRosterDay } from '@/shared/domain/issues/duty-day'
import { isAway } from '@/shared/domain/organization/leave'
import type { Person, PostingRecord } from '@/shared/domain/organization/records'
import { rosterDayIdOf, rosterDaysMax, rosterPostOf, type RosterDay } from '@/shared/domain/organization/roster'
import { refuse } from '@/shared/kernel/decision'
import { roleNames } from '@/shared/kernel/roles'
import { addDays, dayOf, toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'

type Row = RosterDay & { people: Person[]; postings: PostingRecord[] }

const everyDay = (from: string, to: string): string[] => {
  const days: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

/** Every day asked for, planned or open, with the hours it is on watch and whom to ring. One request, beside the map. */
export const listRoster: Handler<typeof organization.listRoster> = async (
  { from, to },
  { actor, now, store, directory },
) => {
  if (to < from) return refuse('ROSTER_RANGE_BACKWARDS')
  if (addDays(from, rosterDaysMax - 1) < to) return refuse('ROSTER_RANGE_TOO_LONG')
  const { communityId } = actor
  const days = everyDay(from, to)
  const rows = (await store.aggregate(
    'rosterDays',
    { _id: { in: days.map((day) => rosterDayIdOf(communityId, day)) } },
    [
      { lookup: { from: 'persons', localField: 'personIds', foreignField: '_id', as: 'people' } },
      { lookup: { from: 'postings', localField: 'personIds', foreignField: 'personId', as: 'postings' } },
      { limit: rosterDaysMax },
    ],
  )) as Row[]
  const peopleOf = (row: Row | undefined, day: string) =>
    (row?.personIds ?? []).flatMap((personId) => {
      const person = row?.people.find(({ _id }) => _id === personId)
      if (!person) return []
      const postings = row!.postings.filter((posting) => posting.personId === personId)
      const { leave: _leave, ...present } = person
      const post = rosterPostOf({ person: present, postings }, communityId, day)
      return [
        {
          personId,
          name: person.name,
          roleName: post ? roleNames[post.role] : '',
          dutyPhone: person.dutyPhone ?? null,
          isAway: post === null || isAway(person, day),
        },
      ]
    })
  const { calendar } = (await directory()).rules
  return {
    today: dayOf(now),
    running: runningRosterDay(calendar, now),
    days: days.map((day) => {
      const hours = dutyHoursOf(calendar, day)
      const row = rows.find((one) => one.day === day)
      return {
        day,
        isWorkingDay: isWorkingDay(calendar, day),
        holidayName: holidayOf(calendar, day),
        from: toInstant(hours.from),
        to: toInstant(hours.to),
        setAt: row?.setAt ?? null,
        people: peopleOf(row, day),
      }
    }),
  }
}
