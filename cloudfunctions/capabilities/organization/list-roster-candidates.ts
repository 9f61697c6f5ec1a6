import type { organization } from '@/shared/contracts/organization'
import type { PostingRecord } from '@/shared/domain/organization/records'
import { rosterPostOf, rosterRoles } from '@/shared/domain/organization/roster'
import { roleNames } from '@/shared/kernel/roles'
import type { Handler } from '../../runtime/handler'
import { nameOfScope } from '../../store/directory'
import { listPosts } from '../../store/reads'

/** Who may be put on the roster of a day: present, in a post that is asked to stay up, by post and then by id. */
export const listRosterCandidates: Handler<typeof organization.listRosterCandidates> = async (
  { day },
  { actor, store, directory },
) => {
  const { communityId } = actor
  const [place, holders] = await Promise.all([directory(), listPosts(store, communityId, rosterRoles)])
  const people = new Map(holders.map(({ person }) => [person._id, person]))
  const found = [...people.values()].flatMap((person) => {
    const postings = holders.map(({ posting }) => posting).filter(({ personId }) => personId === person._id)
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
