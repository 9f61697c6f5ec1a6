import type { organization } from '@/shared/contracts/organization'
import { isFitStandIn } from '@/shared/domain/organization/leave'
import { isInForce, roleNames } from '@/shared/kernel/roles'
import { dayOf } from '@/shared/kernel/time'
import type { Handler } from '../../runtime/handler'
import { nameOfScope } from '../../store/directory'

/** Who could act for the caller today: the same post, in the same community, not away. */
export const listStandIns: Handler<typeof organization.listStandIns> = async (
  _input,
  { actor, now, store, directory },
) => {
  const [place, person, own] = await Promise.all([
    directory(),
    store.persons.get(actor.personId),
    store.postings.list({ where: { personId: actor.personId } }),
  ])
  if (!person) return { candidates: [] }
  const today = dayOf(now)
  const inForce = own.filter((posting) => isInForce(posting, today))
  const peers = await store.postings.list({
    where: { communityId: actor.communityId, role: { in: [...new Set(inForce.map((posting) => posting.role))] } },
    limit: 1000,
  })
  const ids = [...new Set(peers.map((posting) => posting.personId))].filter((id) => id !== actor.personId)
  const people = await store.persons.list({ where: { _id: { in: ids } }, limit: 1000 })
  return {
    candidates: people
      .map((one) => ({ person: one, postings: peers.filter((posting) => posting.personId === one._id) }))
      .filter((one) => isFitStandIn(one, { person, postings: inForce }, today, today))
      .map(({ person: one, postings }) => ({
        personId: one._id,
        name: one.name,
        roleName: roleNames[postings[0]!.role],
        scopeName: nameOfScope(place, postings[0]!.scope),
      }))
      .sort((a, b) => (a.personId < b.personId ? -1 : 1)),
  }
}
