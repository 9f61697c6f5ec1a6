import type { organization } from '@/shared/contracts/organization'
import type { Notice } from '@/shared/domain/notices/notice'
import { decideLeave } from '@/shared/domain/organization/leave'
import type { Person } from '@/shared/domain/organization/records'
import { holds } from '@/shared/kernel/actor'
import { isRefusal, refuse } from '@/shared/kernel/decision'
import { addDays, dayOf, toInstant } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'

/**
 * Records a leave or ends it, and tells whoever acts meanwhile. Routing reads it from the next report on. A leave guards its
 * stand-in, so that two cannot go at the same moment and each name the other; whoever holds the duty post guards the
 * community's document too, so that the last two of them cannot both go.
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
  const noticeTo = (recipientId: string, absent: Person, title: string, text: string): Notice => ({
    _id: newId('n'),
    communityId: absent.communityId,
    recipientId,
    title,
    text,
    subject: { kind: 'leave', id: absent._id },
    createdAt: toInstant(now),
    isRead: false,
  })
  return transact(async (tx) => {
    const person = await tx.persons.get(personId)
    if (!person || person.communityId !== actor.communityId) return refuse('NOT_FOUND')
    if (!leave) {
      const { leave: ended, ...rest } = person
      const yesterday = addDays(today, -1)
      const spent = ended && ended.from < today ? { ...ended, to: ended.to < today ? ended.to : yesterday } : undefined
      await tx.persons.put(spent ? { ...rest, leave: spent } : rest)
      if (ended && ended.to >= today)
        await tx.notices.create(
          noticeTo(
            ended.standInId,
            person,
            '代班结束',
            `${person.name} 已销假，您不用再代班。之前交给您的事项请继续办完。`,
          ),
        )
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
      // Asked for here and not before: of two who go at once, whoever runs again finds the other's leave.
      standsInFor: await store.persons.list({
        where: { communityId: person.communityId, 'leave.standInId': personId },
      }),
    })
    if (isRefusal(decided)) return decided
    await tx.persons.guard(decided.standInId)
    if (isOnDuty) await tx.communities.guard(community._id)
    await tx.persons.put({ ...person, leave: decided })
    const days = `${decided.from} 至 ${decided.to}`
    await tx.notices.create(
      noticeTo(decided.standInId, person, '请您代班', `${person.name} ${days} 请假，期间的事项由您代班处理。`),
    )
    return { leave: { ...decided, standInName: standInPerson!.name }, changedAt: toInstant(now) }
  })
}
