import type { activities } from '@/shared/contracts/activities'
import { leadingPostOf, refusalOfLeader } from '@/shared/domain/activities/leader'
import type { Person, PostingRecord } from '@/shared/domain/organization/records'
import { roleNames } from '@/shared/kernel/roles'
import { dayOf } from '@/shared/kernel/time'
import type { Handler, QueryContext } from '../../runtime/handler'
import { pageSize } from '../../store/paging'
import { listPosts, type FoundPerson } from '../../store/reads'
import { leadersAmong } from './leaders'

/** People of one beginning of a name that are looked through. */
const lookedThroughMax = 200

/** By the beginning of a name, or, while nothing is typed, the volunteers in office. One request. */
const lookUp = async (search: string | undefined, { store, actor }: QueryContext): Promise<FoundPerson[]> => {
  const { communityId } = actor
  if (!search)
    return (await listPosts(store, communityId, ['volunteer'])).map(({ person, posting }) => ({
      person,
      postings: [posting],
    }))
  const rows = (await store.aggregate(
    'persons',
    { communityId, name: { atLeast: search, before: `${search}\uffff` } },
    [
      { sort: { name: 1 } },
      { limit: lookedThroughMax },
      { lookup: { from: 'postings', localField: '_id', foreignField: 'personId', as: 'postings' } },
    ],
  )) as (Person & { postings: PostingRecord[] })[]
  return rows.map(({ postings, ...person }) => ({ person, postings }))
}

/** Who may lead: names and posts, nothing else. Three requests. */
export const listLeaders: Handler<typeof activities.listLeaders> = async ({ search }, context) => {
  const { actor, now, store } = context
  const today = dayOf(now)
  const found = await leadersAmong(store, actor.communityId, await lookUp(search, context))
  const fit = found.filter((one) => refusalOfLeader(one, actor.communityId, today) === null)
  return {
    people: fit.slice(0, pageSize).map((one) => {
      const post = leadingPostOf(one, today)
      return { personId: one.person._id, name: one.person.name, postName: post && roleNames[post.role] }
    }),
    isCut: fit.length > pageSize || found.length === lookedThroughMax,
  }
}
