import type { projects } from '@/shared/contracts/projects'
import { isInForce, roleNames } from '@/shared/kernel/roles'
import { dayOf } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'

/** As many of one name as are shown. */
const sameNameMax = 10

/** Who may answer for a project or keep its money: by their whole name, so that nobody leafs through neighbours. */
export const listCandidates: Handler<typeof projects.listCandidates> = async ({ name }, { actor, now, store }) => {
  const found = await store.persons.list({ where: { communityId: actor.communityId, name }, limit: sameNameMax })
  const personIds = found.map(({ _id }) => _id)
  const postings = personIds.length > 0 ? await store.postings.list({ where: { personId: { in: personIds } } }) : []
  const postsOf = (personId: string) =>
    postings
      .filter((posting) => posting.personId === personId && isInForce(posting, dayOf(now)))
      .map(({ role }) => roleNames[role])
  return {
    people: found.map((person) => ({
      personId: person._id,
      name: person.name,
      note: [...new Set(postsOf(person._id))].join('、') || '居民',
    })),
  }
}
