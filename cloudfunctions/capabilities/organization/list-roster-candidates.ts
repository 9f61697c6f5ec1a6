import type { organization } from '@/shared/contracts/organization'
import type { Person, PostingRecord } from '@/shared/domain/organization/records'
import { rosterPostOf, rosterRoles } from '@/shared/domain/organization/roster'
import { roleNames } from '@/shared/kernel/roles'
import type { Handler } from '../../runtime/handler'
import { nameOfScope } from '../../store/directory'

/** Who may be put on the roster of a day: present, in a post that is asked to stay up, by post and then by id. */
export const listRosterCandidates: Handler<typeof organization.listRosterCandidates> = async (
  { day },
  { actor, store, directory },
) => {
  const { communityId } = actor
  const [place, rows] = await Promise.all([
    directory(),
    store.aggregate('postings', { communityId, role: { in: rosterRoles } }, [
      { lookup: { from: 'persons', localField: 'personId', foreignField: '_id', as: 'holder' } },
      { limit: 1000 },
    ]) as Promise<(PostingRecord & { holder: Person[] })[]>,
  ])
  const people = new Map(rows.flatMap(({ holder }) => holder.map((person) => [person._id, person] as const)))
  const found = [...people.values()].flatMap((person) => {
    const postings = rows.filter(({ personId }) => personId === person._id)
    const post = rosterPostOf({ person, postings }, communityId, day)
    return post ? [{ person, post }] : []
  })
  const rank = ({ role }: PostingRecord): number => rosterRoles.findIndex((one) => one === role)
  return {
    candidates: found
      .sort((a, b) => rank(a.post) - rank(b.post) || (a.person._id < b.person._id ? -1 : 1))
      .map(({ person, post }) => ({
        personId: person._id,
        name: person.name,
        roleName: roleNames[post.role],
        scopeName: nameOfScope(place, post.scope),
      })),
  }
}
