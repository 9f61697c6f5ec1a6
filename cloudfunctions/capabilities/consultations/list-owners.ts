import type { consultations } from '@/shared/contracts/consultations'
import { isInForce, roleNames, staffRoles } from '@/shared/kernel/roles'
import { dayOf } from '@/shared/kernel/time'
import type { Handler, QueryContext } from '../../runtime/handler'
import { listPosts } from '../../store/reads'

/** Everybody who holds a post with a working day just now, each once. */
export const findOwners = async ({ actor, now, store }: Pick<QueryContext, 'actor' | 'now' | 'store'>) => {
  const posts = await listPosts(store, actor.communityId, staffRoles)
  const owners = new Map(
    posts
      .filter(({ posting }) => isInForce(posting, dayOf(now)))
      .map(({ posting, person }) => [
        person._id,
        { id: person._id, name: person.name, roleName: roleNames[posting.role] },
      ]),
  )
  return [...owners.values()].sort(
    (a, b) => a.roleName.localeCompare(b.roleName, 'zh-CN') || a.name.localeCompare(b.name, 'zh-CN'),
  )
}

/** Who may be asked to see to a resolution. */
export const listOwners: Handler<typeof consultations.listOwners> = async (_input, context) => ({
  owners: await findOwners(context),
})
