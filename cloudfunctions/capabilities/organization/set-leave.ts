import type { organization } from '@/shared/contracts/organization'
import { decideLeave } from '@/shared/domain/organization/leave'
import { holds } from '@/shared/kernel/actor'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { addDays, dayOf, toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'

/**
 * Records a leave or ends it. Routing reads it from the next report on. Whoever holds the duty post guards the
 * community's document too, so that the last two of them cannot both go at the same moment.
 */
export const setLeave: Handler<typeof organization.setLeave> = async (
  input,
  { actor, now, store, newId, transact },
) => {
  const personId = input.personId ?? actor.personId
  if (personId !== actor.personId && !holds(actor, ['administrator'])) return refuse('FORBIDDEN')
  const { leave } = input
  const postingsOf = (id: string) => store.postings.list({ where: { personId: id } })
  const [postings, standInPostings] = await Promise.all([
    postingsOf(personId),
    leave ? postingsOf(leave.standInId) : [],
  ])
  const today = dayOf(now)
  return transact(async (tx) => {
    const person = await tx.persons.get(personId)
    if (!person || person.communityId !== actor.communityId) return refuse('NOT_FOUND')
    if (!leave) {
      const { leave: ended, ...rest } = person
      const yesterday = addDays(today, -1)
      const spent = ended && ended.from < today ? { ...ended, to: ended.to < today ? ended.to : yesterday } : undefined
      await tx.persons.put(spent ? { ...rest, leave: spent } : rest)
      return { leave: null, changedAt: toInstant(now) }
    }
    const standInPerson = await tx.persons.get(leave.standInId)
    const community = await tx.communities.get(person.communityId)
    if (!community) return refuse('NOT_FOUND')
    const isOnDuty = community.dutyPersonIds.includes(personId)
    const dutyHolders = isOnDuty ? await Promise.all(community.dutyPersonIds.map((id) => tx.persons.get(id))) : []
    const decided = decideLeave({
      person,
      postings,
      leave,
      today,
      standIn: standInPerson ? { person: standInPerson, postings: standInPostings } : undefined,
      dutyHolders: dutyHolders.flatMap((holder) => holder ?? []),
    })
    if (isRefusal(decided)) return decided
    if (isOnDuty) await tx.communities.guard(community._id)
    await tx.persons.put({ ...person, leave: decided })
    await tx.notices.create({
      _id: newId('n'),
      communityId: person.communityId,
      recipientId: decided.standInId,
      title: '请您代班',
      text: `${person.name} ${decided.from} 至 ${decided.to} 请假，期间的事项由您代班处理。`,
      subject: { kind: 'leave', id: personId },
      createdAt: toInstant(now),
      isRead: false,
    })
    return { leave: { ...decided, standInName: standInPerson!.name }, changedAt: toInstant(now) }
  })
}
