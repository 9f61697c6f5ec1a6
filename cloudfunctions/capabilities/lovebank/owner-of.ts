import type { Holder } from '@/shared/domain/lovebank/account'
import type { Actor } from '@/shared/kernel/actor'
import type { QueryContext } from '../../runtime/handler'

type Owner = Pick<Holder, 'kind' | 'ownerId'>

/** Whose account it is as staff know it, and who is told of what happens to it; null for nobody of this community. */
export const ownerOf = async (
  { kind, ownerId }: Owner,
  { actor, store }: Pick<QueryContext, 'actor' | 'store'>,
): Promise<{ name: string; personIds: readonly string[]; familyId: string | null } | null> => {
  const { communityId } = actor
  if (kind === 'person') {
    const person = await store.persons.get(ownerId)
    return person?.communityId === communityId
      ? { name: person.name, personIds: [ownerId], familyId: person.householdId ?? null }
      : null
  }
  const household = await store.households.get(ownerId)
  if (household?.communityId !== communityId) return null
  const members = await store.persons.list({ where: { communityId, householdId: ownerId }, limit: 20 })
  return { name: `${household.name}（家庭账户）`, personIds: members.map(({ _id }) => _id), familyId: null }
}

/** Whether staff would decide about their own points. */
export const isOwn = ({ kind, ownerId }: Owner, { personId, householdId }: Actor): boolean =>
  ownerId === (kind === 'person' ? personId : householdId)
