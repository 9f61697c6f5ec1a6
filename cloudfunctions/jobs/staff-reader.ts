import { escalationRoles, type Staff } from '@/shared/domain/issues/escalation'
import { dayOf } from '@/shared/kernel/time'
import { listPosts } from '../store/reads'
import type { JobContext } from './job'

/** Who is there in each community, read once a run. */
export const staffReader = ({ store, now }: JobContext): ((communityId: string) => Promise<Staff>) => {
  const read = new Map<string, Promise<Staff>>()
  const load = async (communityId: string): Promise<Staff> => {
    const [community, holders] = await Promise.all([
      store.communities.get(communityId),
      listPosts(store, communityId, escalationRoles),
    ])
    return { community: community ?? { _id: communityId, dutyPersonIds: [] }, holders, day: dayOf(now) }
  }
  return (communityId) => {
    const found = read.get(communityId) ?? load(communityId)
    read.set(communityId, found)
    return found
  }
}
